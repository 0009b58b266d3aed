/** The objects behind office.js's proxies, as plain records, and how a class of them lists its members. */
import type { WorkbookModel } from '../model/workbookModel';
import type { EventRegistry } from './eventRegistry';
import type { Faults, ShellRequest } from './contract';
import type { FunctionCalls } from './customFunctions';
import type { References } from './references';

/** `$type` names the class; the other fields say which one of it. */
export interface HostObject {
  readonly $type: string;
}

/** What members work with. */
export interface HostContext {
  readonly model: WorkbookModel;
  readonly references: References;
  readonly events: EventRegistry;
  readonly faults: Faults;
  readonly culture: string;
  readonly functionCalls: FunctionCalls;
  /** Changes the workbook as the add-in; refuses where the workbook is read-only. */
  write<T>(action: () => T): T;
  /** Lets formulas catch up with the writes so far. */
  calculate(full?: boolean): Promise<void>;
  askShell(request: ShellRequest): void;
  /** What the add-in last asked of its runtime, for when it asks back. */
  readonly shell: { runtimeState: string; startupState: string };
  /** `Excel.Runtime.enableEvents`. */
  enableEvents: boolean;
}

export interface Property<O> {
  readonly get?: (object: O, context: HostContext) => unknown;
  readonly set?: (object: O, value: unknown, context: HostContext) => void;
}

export type Method<O> = (object: O, args: readonly unknown[], context: HostContext) => unknown;
export type Link<O> = (object: O, context: HostContext) => HostObject | null;

/** A class as tables, names as on the wire (PascalCase): adding a member is adding a line. */
export interface HostClass<O extends HostObject = HostObject> {
  /** What office.js needs to find the object again: `{Id}` or `{_Id}`. */
  readonly identity?: (object: O, context: HostContext) => Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, Property<O>>>;
  /** Navigation properties. */
  readonly links?: Readonly<Record<string, Link<O>>>;
  readonly methods?: Readonly<Record<string, Method<O>>>;
  /** The members of a collection. */
  readonly items?: (object: O, context: HostContext) => readonly HostObject[];
  /** `collection.getItem(key)`; null where there is none. */
  readonly item?: (object: O, key: unknown, context: HostContext) => HostObject | null;
}

export type HostClasses = Readonly<Record<string, HostClass>>;

/** Gives a class's tables the type of its objects. */
export const hostClass = <O extends HostObject>(tables: HostClass<O>): HostClass => tables as unknown as HostClass;

export const isHostObject = (value: unknown): value is HostObject => typeof value === 'object' && value !== null && '$type' in value;

/** A read-only property. */
export const read = <O>(get: (object: O, context: HostContext) => unknown): Property<O> => ({ get });
