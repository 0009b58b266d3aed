import { Button } from '@fluentui/react-components';
import { insertSample } from '../desk/insertSample';
import { useBusy, useDesk, useText } from './usePane';

/** Puts a sample form on an empty sheet. */
export function InsertSample() {
  const desk = useDesk();
  const text = useText();
  const busy = useBusy();
  return (
    <Button disabled={busy} onClick={() => void insertSample(desk)}>
      {text('pane.welcome.sample')}
    </Button>
  );
}
