import type { LayoutName, Template, TemplateIndicator } from '../../template/types';
import { CriteriaEditor } from './CriteriaEditor';
import { Disclosure } from './Disclosure';
import { EntryEditor } from './EntryEditor';
import { usePaneStyles } from './paneStyles';
import { moveByKey, RowButtons, type RowMoves } from './RowButtons';
import { TextInput } from './TextInput';
import { useText } from './usePane';

/** Printed columns that only some layouts have. */
const furtherColumns: Readonly<Partial<Record<LayoutName, readonly ('cycle' | 'source' | 'period')[]>>> = {
  kpi: ['cycle', 'source'],
  points: ['source'],
  plan: ['period'],
};

interface IndicatorEditorProps {
  readonly template: Template;
  readonly indicator: TemplateIndicator;
  readonly moves: RowMoves;
  /** `mark` names the field that is typed into; null for a change of its own. */
  readonly onChange: (indicator: TemplateIndicator, mark: string | null) => void;
}

/** One indicator; its fields are drawn when it is opened. */
export function IndicatorEditor({ template, indicator, moves, onChange }: IndicatorEditorProps) {
  const text = useText();
  const styles = usePaneStyles();
  const unit = indicator.weight === null ? '' : ` · ${indicator.weight}${template.scale.kind === 'marks' ? '%' : ''}`;
  return (
    <div data-row onKeyDown={moveByKey(moves)} className={styles.card}>
      <Disclosure lazy summary={`${indicator.name || text('builder.unnamed')}${unit}`}>
        <IndicatorFields template={template} indicator={indicator} moves={moves} onChange={onChange} />
        <RowButtons {...moves} />
      </Disclosure>
    </div>
  );
}

function IndicatorFields({ template, indicator, onChange }: IndicatorEditorProps) {
  const text = useText();
  const styles = usePaneStyles();
  const { layout, language } = template;
  const put = (key: keyof TemplateIndicator, value: string | null | undefined): void => onChange({ ...indicator, [key]: value }, key);
  const orNull = (value: string): string | null => (value.trim() === '' ? null : value);
  return (
    <div className={styles.tight}>
      <TextInput label={text('gallery.place.name')} lang={language} value={indicator.name} onChange={(value) => put('name', value)} />
      {layout !== 'ranking' && (
        <TextInput
          kind="decimal"
          label={text(template.scale.kind === 'marks' ? 'builder.weight' : 'builder.fullMarks')}
          value={indicator.weight ?? ''}
          onChange={(value) => put('weight', orNull(value))}
        />
      )}
      <TextInput
        label={text('gallery.place.target')}
        lang={language}
        value={indicator.target ?? ''}
        onChange={(value) => put('target', orNull(value))}
      />
      <EntryEditor indicator={indicator} layout={layout} onChange={(entry, mark) => onChange({ ...indicator, entry }, mark)} />
      {indicator.entry.kind === 'number' && (
        <TextInput
          label={text('gallery.place.unit')}
          lang={language}
          value={indicator.unit ?? ''}
          onChange={(value) => put('unit', orNull(value))}
        />
      )}
      <CriteriaEditor
        value={indicator.criteria ?? ''}
        indicator={indicator.name}
        language={language}
        onChange={(value) => put('criteria', orNull(value))}
        onRewrite={(criteria) => onChange({ ...indicator, criteria }, null)}
      />
      {furtherColumns[layout]?.map((key) => (
        <TextInput
          key={key}
          label={text(`gallery.place.${key}`)}
          lang={language}
          value={indicator[key] ?? ''}
          onChange={(value) => put(key, orNull(value) ?? undefined)}
        />
      ))}
    </div>
  );
}
