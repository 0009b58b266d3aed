/** The ways in which Excel fails, as switches (contract.ts: Faults). */
import type { Faults } from './contract';
import { HostError } from './hostError';
import { requestFlag } from './messages';

/** Excel on the web carries requests and responses of up to 5 MB. */
const webPayloadLimit = 5 * 1024 * 1024;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface FaultSwitches {
  readonly faults: Faults;
  /** Lets a request in: after the delay, and not before a cell edit ends if it may wait for that. Throws what keeps it out. */
  admit(flags: number): Promise<void>;
  /** Counts one action towards `failAt`; throws when it is the one. */
  countAction(): void;
}

export const makeFaults = (): FaultSwitches => {
  let editing = false;
  let waiting: (() => void)[] = [];
  const faults: Faults = {
    get cellEditing() {
      return editing;
    },
    set cellEditing(on: boolean) {
      editing = on;
      if (!on) waiting.splice(0).forEach((go) => go());
    },
    delay: 0,
    payloadLimit: webPayloadLimit,
    readOnly: false,
    failAt: null,
  };
  return {
    faults,
    admit: async (flags) => {
      if (faults.delay > 0) await pause(faults.delay);
      if (!editing) return;
      if (!(flags & requestFlag.delayForCellEdit)) throw new HostError('InvalidOperationInCellEditMode');
      await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
    },
    countAction: () => {
      if (!faults.failAt) return;
      const { action, code, message } = faults.failAt;
      faults.failAt = action <= 1 ? null : { ...faults.failAt, action: action - 1 };
      if (action <= 1) throw new HostError(code, message);
    },
  };
};
