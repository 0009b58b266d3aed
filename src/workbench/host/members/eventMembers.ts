/** `_Register…` and `_Unregister…` of the events that the host tells. */
import { eventType, workbookTarget } from '../eventRegistry';
import type { HostObject, Method } from '../hostObject';

/** Names on the wire differ in pattern: most are `_RegisterXEvent`, the newer ones `_RegisterEventX`. */
const registered: Readonly<Record<string, number>> = {
  DataChangedEvent: eventType.changed,
  ActivatedEvent: eventType.activated,
  DeactivatedEvent: eventType.deactivated,
  AddedEvent: eventType.added,
  DeletedEvent: eventType.deleted,
  SelectionChangedEvent: eventType.selection,
  CalculatedEvent: eventType.calculated,
  FormatChangedEvent: eventType.format,
  ProtectionChangedEvent: eventType.protection,
  EventNameChanged: eventType.name,
  EventVisibilityChanged: eventType.visibility,
};

/** The event members of a class; `target` says whose events an object's listeners hear. */
export const eventMembers = <O extends HostObject>(target: (object: O) => string): Record<string, Method<O>> =>
  Object.fromEntries(
    Object.entries(registered).flatMap(([name, type]) => [
      [`_Register${name}`, ((object, _args, { events }) => events.register(type, target(object))) as Method<O>],
      [`_Unregister${name}`, ((object, _args, { events }) => events.unregister(type, target(object))) as Method<O>],
    ]),
  );

export { workbookTarget };
