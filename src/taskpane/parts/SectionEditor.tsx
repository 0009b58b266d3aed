import { Button, mergeClasses } from '@fluentui/react-components';
import Decimal from 'decimal.js';
import type { Template, TemplateIndicator, TemplateSection } from '../../template/types';
import { editTemplate } from '../desk/builder';
import { balanced, moved, newIndicator, newSection, replaced, without } from '../view/templateEdits';
import { Icon } from './Icon';
import { IndicatorEditor } from './IndicatorEditor';
import { usePaneStyles } from './paneStyles';
import { moveByKey, RowButtons, type RowMoves } from './RowButtons';
import { TextInput } from './TextInput';
import { useDesk, useText } from './usePane';

/** Sections with their indicators, and whether the weights add up. */
export function SectionsEditor({ template }: { readonly template: Template }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const { sections } = template;
  const write = (next: readonly TemplateSection[], mark: string | null = null): void =>
    editTemplate(desk, { ...template, sections: next }, mark);
  return (
    <div className={styles.column}>
      {template.layout !== 'ranking' && <WeightSum template={template} />}
      {sections.map((section, at) => (
        <SectionEditor
          key={at}
          template={template}
          section={section}
          moves={{
            name: section.name ?? text('gallery.place.numbered', { name: text('gallery.place.sections'), number: at + 1 }),
            at,
            count: sections.length,
            onMove: (by) => write(moved(sections, at, by)),
            onRemove: () => write(without(sections, at)),
          }}
          onChange={(changed, mark) => write(replaced(sections, at, changed), mark === null ? null : `sections.${at}.${mark}`)}
        />
      ))}
      <div>
        <Button size="small" icon={<Icon name="add" />} onClick={() => write([...sections, newSection(template.layout, text)])}>
          {text('builder.add', { name: text('gallery.place.sections') })}
        </Button>
      </div>
    </div>
  );
}

/** Sum of decimal texts; null where one is no number. */
export function sumOf(numbers: readonly (string | null)[]): string | null {
  const given = numbers.filter((number) => number !== null);
  return given.every((number) => /^\d+(?:\.\d+)?$/.test(number)) ? Decimal.sum(0, ...given).toFixed() : null;
}

function WeightSum({ template }: { readonly template: Template }) {
  const desk = useDesk();
  const text = useText();
  const sum = sumOf(template.sections.flatMap(({ indicators }) => indicators.map(({ weight }) => weight)));
  const percent = template.scale.kind === 'marks';
  return (
    <SumLine
      words={sum === null ? text('builder.sum.unknown') : text(percent ? 'builder.sum.weights' : 'builder.sum.points', { sum })}
      right={!percent || sum === '100'}
      balance={text(percent ? 'builder.balance' : 'builder.balance.points')}
      onBalance={sum === '100' ? null : () => editTemplate(desk, balanced(template))}
    />
  );
}

interface SumLineProps {
  readonly words: string;
  readonly right: boolean;
  readonly balance: string;
  /** Null where there is nothing to balance. */
  readonly onBalance: (() => void) | null;
}

/** What numbers add up to, and one click that makes it 100. */
export function SumLine({ words, right, balance, onBalance }: SumLineProps) {
  const styles = usePaneStyles();
  return (
    <div className={styles.between}>
      <span className={mergeClasses(styles.numbers, right ? styles.success : styles.error)} role="status">
        {words}
      </span>
      <Button size="small" disabled={onBalance === null} onClick={() => onBalance?.()}>
        {balance}
      </Button>
    </div>
  );
}

interface SectionEditorProps {
  readonly template: Template;
  readonly section: TemplateSection;
  readonly moves: RowMoves;
  readonly onChange: (section: TemplateSection, mark: string | null) => void;
}

function SectionEditor({ template, section, moves, onChange }: SectionEditorProps) {
  const text = useText();
  const styles = usePaneStyles();
  const { indicators } = section;
  const write = (next: readonly TemplateIndicator[], mark: string | null = null): void => onChange({ ...section, indicators: next }, mark);
  return (
    <div role="group" aria-label={moves.name} className={styles.tight} data-row onKeyDown={moveByKey(moves)}>
      <TextInput
        label={text('gallery.place.sections')}
        lang={template.language}
        value={section.name ?? ''}
        onChange={(value) => onChange({ ...section, name: value.trim() === '' ? null : value }, 'name')}
      />
      <RowButtons {...moves} />
      <div className={styles.tight}>
        {indicators.map((indicator, at) => (
          <IndicatorEditor
            key={at}
            template={template}
            indicator={indicator}
            moves={{
              name: indicator.name || text('gallery.place.numbered', { name: text('gallery.place.indicators'), number: at + 1 }),
              at,
              count: indicators.length,
              onMove: (by) => write(moved(indicators, at, by)),
              onRemove: () => write(without(indicators, at)),
            }}
            onChange={(changed, mark) => write(replaced(indicators, at, changed), mark === null ? null : `indicators.${at}.${mark}`)}
          />
        ))}
      </div>
      <div>
        <Button size="small" icon={<Icon name="add" />} onClick={() => write([...indicators, newIndicator(template.layout, text)])}>
          {text('builder.add', { name: text('gallery.place.indicators') })}
        </Button>
      </div>
    </div>
  );
}
