/** Everything a user can do, for the faces. */
export type * from './action';
export { check, checkSnapshot } from './check';
export { fill } from './fill';
export { jump, type JumpInput } from './jump';
export { plan } from './plan';
export { rememberAnswer, rememberCorrection, rememberPolicy, type Correction } from './remember';
export { readAnswers, readCorrections, readPolicy, settingKeys, type Answer } from './settings';
export { undo } from './undo';
