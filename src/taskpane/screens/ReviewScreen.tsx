import { Button, Select } from '@fluentui/react-components';
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Assessment } from '../../review/types';
import { checkWorkbook } from '../desk/checkWorkbook';
import { previewFill } from '../desk/fill';
import { InsertSample } from '../parts/InsertSample';
import { CellCard } from '../parts/CellCard';
import { EmptyState } from '../parts/EmptyState';
import { FormCard } from '../parts/FormCard';
import { Icon } from '../parts/Icon';
import { failureKey } from '../parts/Messages';
import { RememberedCorrections } from '../parts/RememberedCorrections';
import { usePaneStyles } from '../parts/paneStyles';
import { useBusy, useDesk, usePane, useText } from '../parts/usePane';
import { formKey } from '../view/formKey';
import { formStates, formSummary, type FormState, type FormSummary } from '../view/formState';
import { orderForms } from '../view/orderForms';

/** What matters first: the forms of this workbook with their state, the active sheet's before the others. */
export function ReviewScreen() {
  const checked = usePane((state) => state.checked);
  if (!checked) return <NotChecked />;
  return checked.assessments.length === 0 ? <NoForms /> : <Forms assessments={checked.assessments} />;
}

function CheckButton({ again = false }: { readonly again?: boolean }) {
  const desk = useDesk();
  const text = useText();
  const busy = useBusy();
  return (
    <Button appearance={again ? 'secondary' : 'primary'} disabled={busy} onClick={() => void checkWorkbook(desk)}>
      {text(again ? 'pane.review.again' : 'action.check')}
    </Button>
  );
}

function NotChecked() {
  const text = useText();
  return (
    <EmptyState title={text('pane.review.start.title')} text={text('pane.review.start.text')}>
      <CheckButton />
    </EmptyState>
  );
}

function NoForms() {
  const text = useText();
  return (
    <EmptyState title={text('pane.review.none.title')} text={text('pane.review.none.text')}>
      <CheckButton again />
      <InsertSample />
      <RememberedCorrections />
      <SkippedSheets />
    </EmptyState>
  );
}

/** So many forms are listed; the rest on demand. */
const page = 50;

/** So many are drawn at once: what fills a pane. */
const first = 10;

interface Row {
  readonly assessment: Assessment;
  readonly summary: FormSummary;
}

function Forms({ assessments }: { readonly assessments: readonly Assessment[] }) {
  const styles = usePaneStyles();
  const text = useText();
  const activeSheet = usePane((state) => state.selection?.sheet ?? null);
  const filter = usePane((state) => state.filter);
  const rows = useMemo<Row[]>(
    () => orderForms(assessments, activeSheet).map((assessment) => ({ assessment, summary: formSummary(assessment) })),
    [assessments, activeSheet],
  );
  const [pages, setPages] = useState(0);
  // The others of a page are drawn while the pane lives on.
  useEffect(() => startTransition(() => setPages(1)), []);
  const limit = pages === 0 ? first : pages * page;
  const matching = rows.filter(({ summary }) => filter === 'all' || summary.state === filter);
  const shown = matching.slice(0, limit);
  // The active sheet's forms come first, and below them what is selected in one of them.
  const here = shown.filter(({ assessment }) => assessment.form.sheet === activeSheet).length;
  return (
    <div className={styles.column}>
      <Toolbar rows={rows} />
      {here === 0 && <CellCard />}
      <StateFilter rows={rows} />
      {shown.length === 0 && <p className={styles.quiet}>{text('pane.review.nothingInState')}</p>}
      <ul className={styles.list} aria-label={text('pane.review.forms')}>
        {shown.slice(0, here).map(({ assessment, summary }) => (
          <FormCard key={formKey(assessment.form)} assessment={assessment} summary={summary} isHere />
        ))}
        {here > 0 && (
          <li>
            <CellCard />
          </li>
        )}
        {shown.slice(here).map(({ assessment, summary }) => (
          <FormCard key={formKey(assessment.form)} assessment={assessment} summary={summary} isHere={false} />
        ))}
      </ul>
      {pages > 0 && matching.length > limit && (
        <Button size="small" onClick={() => startTransition(() => setPages(pages + 1))}>
          {text('pane.review.more', { count: Math.min(page, matching.length - limit) })}
        </Button>
      )}
      <RememberedCorrections />
      <SkippedSheets />
    </div>
  );
}

function Toolbar({ rows }: { readonly rows: readonly Row[] }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = useBusy();
  const readOnly = usePane((state) => state.checked?.snapshot.readOnly ?? false);
  const fillable = rows.some(({ summary }) => summary.fillable > 0);
  return (
    <>
      <div className={styles.row}>
        <CheckButton again />
        <Button
          appearance={fillable ? 'primary' : 'secondary'}
          icon={<Icon name="fill" />}
          disabled={busy || readOnly}
          onClick={() => void previewFill(desk)}
        >
          {text('pane.review.fillAll')}
        </Button>
      </div>
      {readOnly && <p className={styles.quiet}>{text('pane.review.readOnly')}</p>}
    </>
  );
}

/** Chooses which forms are listed; with one form there is nothing to choose. */
function StateFilter({ rows }: { readonly rows: readonly Row[] }) {
  const desk = useDesk();
  const text = useText();
  const filter = usePane((state) => state.filter);
  if (rows.length < 2) return null;
  const count = (state: FormState): number => rows.filter(({ summary }) => summary.state === state).length;
  const name = (state: FormState): string => text(state === 'problems' ? 'pane.filter.problems' : `pane.state.${state}`);
  return (
    <Select
      size="small"
      aria-label={text('pane.review.filter')}
      value={filter}
      onChange={(_, { value }) => desk.store.setState({ filter: value as FormState | 'all' })}
    >
      <option value="all">{`${text('pane.review.filter.all')} (${rows.length})`}</option>
      {formStates.map((state) => (
        <option key={state} value={state}>{`${name(state)} (${count(state)})`}</option>
      ))}
    </Select>
  );
}

function SkippedSheets() {
  const styles = usePaneStyles();
  const text = useText();
  const texts = usePane((state) => state.texts);
  const skipped = usePane((state) => state.checked?.snapshot.skipped);
  return (
    <>
      {skipped?.map((one) => (
        <p key={one.sheet} className={styles.quiet}>
          {`${text('pane.review.skipped', { sheet: one.sheet })} ${text(failureKey(texts, one), one.details)}`}
        </p>
      ))}
    </>
  );
}
