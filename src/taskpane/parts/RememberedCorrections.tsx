import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { readCorrections } from '../../actions/settings';
import { correct } from '../desk/correct';
import { rememberedIn, type Remembered } from '../view/corrections';
import { Disclosure } from './Disclosure';
import { usePaneStyles } from './paneStyles';
import { useBusy, useDesk, usePane, useText } from './usePane';

/** What was said about the forms of this workbook, each of which can be forgotten. */
export function RememberedCorrections() {
  const text = useText();
  const styles = usePaneStyles();
  const settings = usePane((state) => state.checked?.snapshot.settings);
  const remembered = useMemo(() => rememberedIn(readCorrections(settings ?? {})), [settings]);
  if (remembered.length === 0) return null;
  return (
    <Disclosure quiet summary={text('pane.correct.remembered', { count: remembered.length })}>
      <ul className={styles.list}>
        {remembered.map((one) => (
          <Item key={`${one.code} ${Object.values(one.details).join(' ')}`} one={one} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Item({ one: { sheet, code, details, without } }: { readonly one: Remembered }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = useBusy();
  const said = text(
    `pane.correct.said.${code}`,
    details.role === undefined ? details : { ...details, role: text(`pane.role.${details.role}`) },
  );
  return (
    <li className={styles.between}>
      <span className={styles.text}>{said}</span>
      <Button
        size="small"
        disabled={busy}
        aria-label={text('pane.correct.forgetWhat', { what: said })}
        onClick={() => void correct(desk, { sheet, correction: without, replaces: true })}
      >
        {text('pane.correct.forget')}
      </Button>
    </li>
  );
}
