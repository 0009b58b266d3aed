import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { TemplateFault } from '../../template/documentFaults';
import { importTemplate } from '../desk/ownTemplates';
import { FaultList } from './FaultList';
import { usePaneStyles } from './paneStyles';
import { useDesk, usePane, useText } from './usePane';

/** Takes a .json file into the workbook's own templates; of a faulty one it tells what is wrong where, and nothing is stored. */
export function ImportTemplate() {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = usePane((state) => state.phase !== 'idle');
  const file = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ readonly name: string; readonly faults: readonly TemplateFault[] } | null>(null);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const checked = await importTemplate(desk, await chosen.text());
    setRefused(checked.kind === 'faulty' ? { name: chosen.name, faults: checked.faults } : null);
  };
  return (
    <div className={styles.tight}>
      <div>
        <Button size="small" disabled={busy} onClick={() => file.current?.click()}>
          {text('gallery.import')}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={text('gallery.import')}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      {refused && (
        <div role="alert" className={styles.tight}>
          <p className={styles.text}>{text('gallery.import.refused', { file: refused.name, count: refused.faults.length })}</p>
          <FaultList faults={refused.faults} />
        </div>
      )}
    </div>
  );
}
