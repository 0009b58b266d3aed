import { Button } from '@fluentui/react-components';
import { entryKindsOf } from '../../template/checkTemplate';
import type { LayoutName, TemplateEntry, TemplateIndicator, TemplateLevel } from '../../template/types';
import { entryOfKind, moved, replaced, without } from '../view/templateEdits';
import { ChoiceInput } from './ChoiceInput';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { moveByKey, RowButtons } from './RowButtons';
import { TextInput } from './TextInput';
import { useText } from './usePane';

interface EntryEditorProps {
  readonly indicator: TemplateIndicator;
  readonly layout: LayoutName;
  /** `mark` names the field that is typed into; null for a change of its own. */
  readonly onChange: (entry: TemplateEntry, mark: string | null) => void;
}

/** What is typed for an indicator: its kind, and what belongs to that. */
export function EntryEditor({ indicator, layout, onChange }: EntryEditorProps) {
  const text = useText();
  const { entry } = indicator;
  const kinds = entryKindsOf[layout];
  return (
    <>
      <ChoiceInput
        label={text('gallery.place.entry')}
        value={entry.kind}
        options={kinds.includes(entry.kind) ? kinds : [...kinds, entry.kind]}
        name={(kind) => text(`builder.entry.${kind}`)}
        onChange={(kind) => onChange(entryOfKind(kind, indicator), null)}
      />
      <EntryLimits entry={entry} onChange={onChange} />
      {'tiers' in entry && (
        <TextInput
          label={text('builder.entry.tiers.lines')}
          value={entry.tiers.join('\n')}
          lines={4}
          onChange={(value) => onChange({ ...entry, tiers: value.split('\n') }, 'tiers')}
        />
      )}
      {'levels' in entry && <Levels entry={entry} onChange={onChange} />}
    </>
  );
}

const limits = ['least', 'most', 'each', 'numerator', 'denominator'] as const;

/** The single texts and numbers of an entry. */
function EntryLimits({ entry, onChange }: { readonly entry: TemplateEntry; readonly onChange: EntryEditorProps['onChange'] }) {
  const text = useText();
  const given = entry as Partial<Record<(typeof limits)[number], string>>;
  return (
    <>
      {limits.map((limit) => {
        const value = given[limit];
        return value === undefined ? null : (
          <TextInput
            key={limit}
            kind={limit === 'numerator' || limit === 'denominator' ? 'text' : 'decimal'}
            label={text(`gallery.place.${limit}`)}
            value={value}
            onChange={(next) => onChange({ ...entry, [limit]: next } as TemplateEntry, limit)}
          />
        );
      })}
    </>
  );
}

/** Levels with their points, best first. */
function Levels({
  entry,
  onChange,
}: {
  readonly entry: Extract<TemplateEntry, { kind: 'levels' }>;
  readonly onChange: EntryEditorProps['onChange'];
}) {
  const text = useText();
  const styles = usePaneStyles();
  const { levels } = entry;
  const write = (next: readonly TemplateLevel[], mark: string | null): void => onChange({ kind: 'levels', levels: next }, mark);
  const name = (at: number): string => text('gallery.place.numbered', { name: text('gallery.place.levels'), number: at + 1 });
  return (
    <div className={styles.tight}>
      {levels.map((level, at) => (
        <div
          key={at}
          role="group"
          aria-label={name(at)}
          className={styles.card}
          data-row
          onKeyDown={moveByKey({
            name: name(at),
            at,
            count: levels.length,
            onMove: (by) => write(moved(levels, at, by), null),
            onRemove: () => undefined,
          })}
        >
          {(['label', 'points'] as const).map((key) => (
            <TextInput
              key={key}
              kind={key === 'points' ? 'decimal' : 'text'}
              label={text(`gallery.place.${key}`)}
              value={level[key]}
              onChange={(value) => write(replaced(levels, at, { ...level, [key]: value }), `levels.${at}.${key}`)}
            />
          ))}
          <RowButtons
            name={name(at)}
            at={at}
            count={levels.length}
            onMove={(by) => write(moved(levels, at, by), null)}
            onRemove={() => write(without(levels, at), null)}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={<Icon name="add" />} onClick={() => write([...levels, { label: '', points: '' }], null)}>
          {text('builder.add', { name: text('gallery.place.levels') })}
        </Button>
      </div>
    </div>
  );
}
