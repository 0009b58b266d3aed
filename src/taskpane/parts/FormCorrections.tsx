import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { SheetCorrections } from '../../form';
import { areaAddress } from '../../form/address';
import type { Grid } from '../../form/grid';
import type { Form } from '../../form/types';
import { correct } from '../desk/correct';
import { headedColumns, headerCandidates, roleChoices, type HeadedColumn } from '../view/corrections';
import { ChoiceInput } from './ChoiceInput';
import { Disclosure } from './Disclosure';
import { usePaneStyles } from './paneStyles';
import { useBusy, useDesk, usePane, useText } from './usePane';

/** Says what the product took a form for, and lets the user say otherwise: what a column is, where the header is, that it is no form. */
export function FormCorrections({ form }: { readonly form: Form }) {
  const text = useText();
  const styles = usePaneStyles();
  const place = useRef<HTMLDivElement>(null);
  const wanted = usePane((state) => state.correcting);
  const grid = usePane((state) => state.checked?.snapshot.grids.find(({ sheet }) => sheet === form.sheet));
  useEffect(() => {
    if (wanted) place.current?.querySelector('summary')?.focus();
  }, [wanted]);
  return (
    <div ref={place}>
      <Disclosure quiet lazy open={wanted} summary={text('pane.correct.title')}>
        <div className={styles.column}>
          {grid && <ColumnCorrection form={form} grid={grid} />}
          {grid && <HeaderCorrection form={form} grid={grid} />}
          <NotAForm form={form} />
        </div>
      </Disclosure>
    </div>
  );
}

interface PartProps {
  readonly form: Form;
  readonly grid: Grid;
}

/** How a correction of this form is made. */
function useCorrect({ sheet, range }: Form): (correction: SheetCorrections) => void {
  const desk = useDesk();
  return (correction) => void correct(desk, { sheet, correction }, range);
}

function ColumnCorrection({ form, grid }: PartProps) {
  const text = useText();
  const styles = usePaneStyles();
  const columns = headedColumns(form, grid);
  const [letter, setLetter] = useState(columns[0]?.letter ?? '');
  const column = columns.find((one) => one.letter === letter) ?? columns[0];
  if (!column) return null;
  const nameOf = (one: string): string => `${one}  ${columns.find((other) => other.letter === one)?.header ?? ''}`;
  return (
    <fieldset className={styles.group}>
      <legend className={mergeClasses(styles.strong, styles.legend)}>{text('pane.correct.column')}</legend>
      <ChoiceInput
        label={text('pane.correct.whichColumn')}
        value={column.letter}
        options={columns.map((one) => one.letter)}
        name={nameOf}
        onChange={setLetter}
      />
      <RoleChoice key={`${column.letter}/${column.role}`} form={form} column={column} />
    </fieldset>
  );
}

function RoleChoice({ form, column }: { readonly form: Form; readonly column: HeadedColumn }) {
  const text = useText();
  const correctForm = useCorrect(form);
  const [role, setRole] = useState(column.role);
  const options = column.role === 'other' ? (['other', ...roleChoices] as const) : roleChoices;
  const remember = (): void => {
    if (role !== 'other') correctForm({ columnRoles: { [column.letter]: role } });
  };
  return (
    <>
      <ChoiceInput
        label={text('pane.correct.isRole')}
        value={role}
        options={options}
        name={(one) => text(`pane.role.${one}`)}
        onChange={setRole}
      />
      <Remember disabled={role === column.role} what={text('pane.correct.column')} onPress={remember} />
    </>
  );
}

function HeaderCorrection({ form, grid }: PartProps) {
  const text = useText();
  const styles = usePaneStyles();
  const correctForm = useCorrect(form);
  const rows = headerCandidates(form, grid);
  const present = String(form.headerRow ?? '');
  const [row, setRow] = useState(present);
  if (rows.length < 2) return null;
  const texts = new Map(rows.map((one) => [String(one.row), one.text]));
  const options = texts.has(present) ? [...texts.keys()] : [present, ...texts.keys()];
  return (
    <fieldset className={styles.group}>
      <legend className={mergeClasses(styles.strong, styles.legend)}>{text('pane.correct.header')}</legend>
      <ChoiceInput
        label={text('pane.correct.whichRow')}
        value={row}
        options={options}
        name={(one) => (one === '' ? text('pane.none') : `${one}  ${texts.get(one) ?? ''}`)}
        onChange={setRow}
      />
      <Remember
        disabled={row === present || row === ''}
        what={text('pane.correct.header')}
        onPress={() => correctForm({ headerRows: { [areaAddress(form.range)]: Number(row) } })}
      />
    </fieldset>
  );
}

function Remember({ what, disabled, onPress }: { readonly what: string; readonly disabled: boolean; readonly onPress: () => void }) {
  const text = useText();
  const busy = useBusy();
  return (
    <div>
      <Button size="small" disabled={disabled || busy} aria-label={text('pane.correct.rememberWhat', { what })} onClick={onPress}>
        {text('pane.correct.remember')}
      </Button>
    </div>
  );
}

function NotAForm({ form }: { readonly form: Form }) {
  const text = useText();
  const busy = useBusy();
  const correctForm = useCorrect(form);
  return (
    <div>
      <Button size="small" disabled={busy} onClick={() => correctForm({ notAForm: [areaAddress(form.range)] })}>
        {text('pane.correct.notAForm')}
      </Button>
    </div>
  );
}
