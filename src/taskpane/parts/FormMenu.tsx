import { Button } from '@fluentui/react-components';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { areaAddress } from '../../form/address';
import type { Form } from '../../form/types';
import { correct } from '../desk/correct';
import { openForm } from '../desk/goTo';
import { formKey } from '../view/formKey';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useBusy, useDesk, useText } from './usePane';

/** A quiet menu beside a form's name, for when the form was not recognised as it should be. It unfolds in place. */
export function FormMenu({ form, children }: { readonly form: Form; readonly children: ReactNode }) {
  const text = useText();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const name = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className={styles.tight} onKeyDown={close}>
      <div className={styles.headline}>
        <div id={name}>{children}</div>
        <Button
          ref={button}
          size="small"
          appearance="subtle"
          icon={<Icon name="more" />}
          aria-expanded={open}
          aria-label={text('pane.correct.title')}
          aria-describedby={name}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && <Choices form={form} />}
    </div>
  );
}

function Choices({ form }: { readonly form: Form }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = useBusy();
  const { sheet, range } = form;
  return (
    <div role="group" aria-label={text('pane.correct.title')} className={styles.row}>
      <Button
        size="small"
        disabled={busy}
        onClick={() => void correct(desk, { sheet, correction: { notAForm: [areaAddress(range)] } }, range)}
      >
        {text('pane.correct.notAForm')}
      </Button>
      <Button size="small" onClick={() => openForm(desk, formKey(form), true)}>
        {text('pane.correct.more')}
      </Button>
    </div>
  );
}
