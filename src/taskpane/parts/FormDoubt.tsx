import { Button } from '@fluentui/react-components';
import { areaAddress } from '../../form/address';
import type { Form } from '../../form/types';
import { correct } from '../desk/correct';
import { formName } from '../view/formName';
import { usePaneStyles } from './paneStyles';
import { useBusy, useDesk, useText } from './usePane';

/** A table for which too little speaks: is it a form? The answer is remembered with the workbook. */
export function FormDoubt({ form }: { readonly form: Form }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = useBusy();
  const { sheet, range } = form;
  const said = [areaAddress(range)];
  const name = formName(form) ?? text('pane.form.untitled');
  return (
    <div role="group" aria-label={`${text('pane.correct.doubt')} ${name}`} className={styles.tight}>
      <p className={styles.text}>{text('pane.correct.doubt')}</p>
      <div className={styles.row}>
        <Button size="small" disabled={busy} onClick={() => void correct(desk, { sheet, correction: { isAForm: said } }, range)}>
          {text('pane.correct.yes')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void correct(desk, { sheet, correction: { notAForm: said } }, range)}>
          {text('pane.correct.no')}
        </Button>
      </div>
    </div>
  );
}
