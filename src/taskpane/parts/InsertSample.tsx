import { Button } from '@fluentui/react-components';
import { insertSample } from '../desk/insertSample';
import { useDesk, usePane, useText } from './usePane';

/** Puts a sample form on an empty sheet. */
export function InsertSample() {
  const desk = useDesk();
  const text = useText();
  const busy = usePane((state) => state.phase !== 'idle');
  return (
    <Button disabled={busy} onClick={() => void insertSample(desk)}>
      {text('pane.welcome.sample')}
    </Button>
  );
}
