import { Button, makeStyles } from '@fluentui/react-components';
import type { Template } from '../../template/types';
import { editTemplate } from '../desk/builder';
import type { ListColumn, ListRow, TemplateList } from '../view/builderLists';
import { moved, replaced, without } from '../view/templateEdits';
import { ChoiceInput } from './ChoiceInput';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { moveByKey, RowButtons, type RowMoves } from './RowButtons';
import { TextInput } from './TextInput';
import { useDesk, useText } from './usePane';

const useStyles = makeStyles({
  // A column takes a line of its own where two do not fit beside each other.
  cells: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(96px, 1fr))', columnGap: '6px', rowGap: '4px', minWidth: 0 },
  wide: { gridColumn: '1 / -1' },
});

/** One of the template's plain lists: change, add, remove, put in order. */
export function ListEditor({ list, template }: { readonly list: TemplateList; readonly template: Template }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const rows = list.read(template);
  const write = (next: readonly ListRow[], mark: string | null = null): void => editTemplate(desk, list.write(template, next), mark);
  return (
    <section className={styles.tight} aria-label={text(`builder.list.${list.key}`)}>
      <span className={styles.strong}>{text(`builder.list.${list.key}`)}</span>
      {rows.map((row, at) => (
        <Row
          key={at}
          list={list}
          row={row}
          language={template.language}
          moves={{
            name: text('gallery.place.numbered', { name: text(`gallery.place.${list.key}`), number: at + 1 }),
            at,
            count: rows.length,
            onMove: (by) => write(moved(rows, at, by)),
            onRemove: () => write(without(rows, at)),
          }}
          onChange={(key, value) => write(replaced(rows, at, { ...row, [key]: value }), `${list.key}.${at}.${key}`)}
        />
      ))}
      <div>
        <Button size="small" icon={<Icon name="add" />} onClick={() => write([...rows, list.blank])}>
          {text('builder.add', { name: text(`gallery.place.${list.key}`) })}
        </Button>
      </div>
    </section>
  );
}

interface RowProps {
  readonly list: TemplateList;
  readonly row: ListRow;
  readonly language: string;
  readonly moves: RowMoves;
  readonly onChange: (key: string, value: string) => void;
}

function Row({ list, row, language, moves, onChange }: RowProps) {
  const styles = usePaneStyles();
  const { cells } = useStyles();
  return (
    // The row listens for its own contents: it is no control itself.
    <div role="group" aria-label={moves.name} className={styles.card} data-row onKeyDown={moveByKey(moves)}>
      <div className={cells}>
        {list.columns.map((column) => (
          <Cell
            key={column.key}
            column={column}
            value={row[column.key] ?? ''}
            language={language}
            onChange={(value) => onChange(column.key, value)}
          />
        ))}
      </div>
      <RowButtons {...moves} />
    </div>
  );
}

interface CellProps {
  readonly column: ListColumn;
  readonly value: string;
  readonly language: string;
  readonly onChange: (value: string) => void;
}

function Cell({ column, value, language, onChange }: CellProps) {
  const text = useText();
  const { wide } = useStyles();
  const label = text(`gallery.place.${column.label}`);
  if (column.kind === 'choice')
    return (
      <ChoiceInput
        label={label}
        value={value}
        options={column.options ?? []}
        name={(option) => text(`builder.${column.names}.${option}`)}
        onChange={onChange}
      />
    );
  if (column.kind === 'decimal') return <TextInput kind="decimal" label={label} value={value} onChange={onChange} />;
  return (
    <div className={column.kind === 'long' ? wide : undefined}>
      <TextInput label={label} value={value} lang={language} lines={column.kind === 'long' ? 2 : undefined} onChange={onChange} />
    </div>
  );
}
