import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Template } from '../../template/types';
import { removeSetting, type OwnTemplates as Own } from '../desk/ownTemplates';
import { ImportTemplate } from './ImportTemplate';
import { usePaneStyles } from './paneStyles';
import { TemplateCard } from './TemplateCard';
import { useDesk, useText } from './usePane';

interface OwnTemplatesProps {
  readonly own: Own | null;
  /** Id of the template from which the person comes back. */
  readonly from: string | null;
  readonly onOpen: (template: Template) => void;
}

/** The author's own templates in this workbook. */
export function OwnTemplates({ own, from, onOpen }: OwnTemplatesProps) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <section className={styles.tight} aria-label={text('gallery.own')}>
      <h2 className={styles.heading}>{text('gallery.own')}</h2>
      {own?.templates.length === 0 && <p className={styles.quiet}>{text('gallery.own.none')}</p>}
      <ul className={styles.list}>
        {own?.templates.map((template) => (
          <TemplateCard key={template.id} template={template} focused={template.id === from} onOpen={onOpen} />
        ))}
      </ul>
      {own?.damaged.map((key) => (
        <Damaged key={key} settingKey={key} />
      ))}
      <ImportTemplate />
    </section>
  );
}

function Damaged({ settingKey }: { readonly settingKey: string }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  return (
    <div className={styles.between}>
      <span className={styles.warning}>{text('gallery.own.damaged', { key: settingKey })}</span>
      <Button size="small" onClick={() => void removeSetting(desk, settingKey)}>
        {text('gallery.own.remove')}
      </Button>
    </div>
  );
}

/** Takes a template out of the workbook; asks once. */
export function RemoveOwn({ onRemove }: { readonly onRemove: () => void }) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  if (!asked) return <Button onClick={() => setAsked(true)}>{text('gallery.own.remove')}</Button>;
  return (
    <>
      <span role="alert">{text('gallery.own.remove.ask')}</span>
      <Button appearance="primary" onClick={onRemove}>
        {text('gallery.own.remove')}
      </Button>
      <Button onClick={() => setAsked(false)}>{text('gallery.cancel')}</Button>
    </>
  );
}
