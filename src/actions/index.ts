/** Everything a user can do, for the faces. */
export type * from './action';
export { check, checkInPieces, checkSnapshot } from './check';
export { fill } from './fill';
export { freeze, type FreezeInput } from './freeze';
export { jump, type JumpInput } from './jump';
export { plan } from './plan';
export { prepareToSend, type PrepareInput } from './prepareToSend';
export { rememberAnswer, rememberCorrection, rememberPolicy, type Correction } from './remember';
export { readAnswers, readCorrections, readPolicy, settingKeys, type Answer } from './settings';
export { undo } from './undo';
export { replacementKey, type LeftFormula, type Replacement, type Sending, type Sent } from './sending/types';
