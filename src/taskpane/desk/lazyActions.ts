/** The actions, fetched when the first of them is used: reading forms is half of the code, and the pane can be seen without it. */
import type { Action } from '../../actions';
import type { PaneActions } from './desk';

type Load = () => Promise<PaneActions>;

/** Actions with the faces of the real ones; `load` is called at the first use of any. */
export function lazyActions(load: Load): PaneActions {
  let loading: Promise<PaneActions> | null = null;
  const actions = (): Promise<PaneActions> => (loading ??= load());
  const later = <Name extends keyof PaneActions>(id: Name): PaneActions[Name] =>
    ({
      id,
      icon: '',
      perform: async (context, input) => (await actions())[id].perform(context, input as never),
    }) as Action<unknown, unknown> as PaneActions[Name];
  return {
    check: later('check'),
    plan: later('plan'),
    fill: later('fill'),
    undo: later('undo'),
    jump: later('jump'),
    prepareToSend: later('prepareToSend'),
    freeze: later('freeze'),
    rememberPolicy: later('rememberPolicy'),
    rememberAnswer: later('rememberAnswer'),
    rememberCorrection: later('rememberCorrection'),
  };
}
