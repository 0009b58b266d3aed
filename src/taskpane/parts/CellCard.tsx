import { Button, mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Form } from '../../form/types';
import type { AssessedEntry, AssessedIndicator, AssessedTotal } from '../../review/types';
import { openForm } from '../desk/goTo';
import { valueText } from '../view/cellContent';
import { findIndicator, type SelectedPlace } from '../view/findIndicator';
import { formKey } from '../view/formKey';
import { formatNumber } from '../view/formatNumber';
import { isOpen } from '../view/isOpen';
import { CellLinks } from './CellLink';
import { CriteriaText } from './CriteriaText';
import { Disclosure } from './Disclosure';
import { EntryLine, worth } from './EntryLine';
import { usePaneStyles } from './paneStyles';
import { Question } from './Question';
import { ReasonChain } from './ReasonChain';
import { useCulture, useDesk, usePane, useText } from './usePane';

/** The indicator, entry or total at the selected cell: its criteria, the value as understood, the result and the reason. */
export function CellCard() {
  const styles = usePaneStyles();
  const text = useText();
  const place = useSelectedPlace();
  const selection = usePane((state) => state.selection);
  if (!place || !selection) return <p className={styles.quiet}>{text('pane.cell.none')}</p>;
  return (
    <section className={styles.card} aria-label={text('pane.cell.title')}>
      <span className={styles.quiet}>{`${text('pane.cell.title')} ${selection.address}`}</span>
      {place.total && <TotalDetail total={place.total} sheet={selection.sheet} />}
      {place.indicator && <IndicatorDetail indicator={place.indicator} entry={place.entry} form={place.assessment.form} />}
      <OpenForm place={place} />
    </section>
  );
}

function useSelectedPlace(): SelectedPlace | null {
  const selection = usePane((state) => state.selection);
  const checked = usePane((state) => state.checked);
  return useMemo(
    () => (selection && checked ? findIndicator(checked.assessments, selection.sheet, selection.address) : null),
    [selection, checked],
  );
}

/** A way to the form of the selected cell, unless it is open already. */
function OpenForm({ place }: { readonly place: SelectedPlace }) {
  const desk = useDesk();
  const text = useText();
  const key = formKey(place.assessment.form);
  const isOpen = usePane((state) => state.screen === 'form' && state.openForm === key);
  if (isOpen) return null;
  return (
    <div>
      <Button size="small" onClick={() => openForm(desk, key)}>
        {text('pane.cell.open')}
      </Button>
    </div>
  );
}

interface IndicatorDetailProps {
  readonly indicator: AssessedIndicator;
  readonly entry: AssessedEntry | null;
  readonly form: Form;
}

function IndicatorDetail({ indicator, entry, form }: IndicatorDetailProps) {
  const styles = usePaneStyles();
  const text = useText();
  const { reading } = indicator;
  return (
    <>
      <h2 className={styles.heading}>{indicator.indicator.name}</h2>
      {entry ? <EntryDetail entry={entry} criteria={reading?.text ?? ''} /> : <Entries indicator={indicator} form={form} />}
      {reading ? (
        <Disclosure open summary={text('pane.cell.criteria')}>
          <CriteriaText reading={reading} />
        </Disclosure>
      ) : (
        <p className={styles.quiet}>{text('pane.form.noCriteria')}</p>
      )}
      {isOpen(indicator) && <Question indicator={indicator} sheet={form.sheet} />}
    </>
  );
}

function Entries({ indicator, form }: { readonly indicator: AssessedIndicator; readonly form: Form }) {
  return (
    <>
      {indicator.entries.map((entry) => (
        <EntryLine key={`${entry.entry.row}/${entry.entry.column}`} entry={entry} form={form} />
      ))}
    </>
  );
}

function EntryDetail({ entry, criteria }: { readonly entry: AssessedEntry; readonly criteria: string }) {
  const styles = usePaneStyles();
  const text = useText();
  const culture = useCulture();
  const { normalized, reason } = entry.outcome;
  return (
    <>
      <div className={styles.row}>
        <span>{entry.shown === '' ? text('pane.blank') : entry.shown}</span>
        <span aria-hidden="true">→</span>
        <strong className={mergeClasses(styles.numbers, !entry.valid && styles.error)}>{worth(entry, culture, text)}</strong>
      </div>
      {normalized && (
        <span className={styles.quiet}>{text('pane.cell.understood', { value: formatNumber(normalized.toFixed(), culture) })}</span>
      )}
      {reason.length > 0 && (
        <Disclosure open summary={text('pane.cell.reason')}>
          <ReasonChain outcome={entry.outcome} criteria={criteria} />
        </Disclosure>
      )}
    </>
  );
}

function TotalDetail({ total, sheet }: { readonly total: AssessedTotal; readonly sheet: string }) {
  const styles = usePaneStyles();
  const text = useText();
  const culture = useCulture();
  const present = total.present ? (total.present.formula ?? valueText(total.present.value)) : '';
  return (
    <>
      <h2 className={styles.heading}>{total.total.label}</h2>
      <span className={styles.text}>
        {`${text('pane.cell.expected')}: `}
        <strong>{total.expected === null ? text('pane.total.open') : formatNumber(total.expected, culture)}</strong>
      </span>
      <span className={styles.text}>{`${text('pane.cell.present')}: ${present === '' ? text('pane.blank') : present}`}</span>
      {total.blockedBy.length > 0 && (
        <span className={styles.text}>
          {`${text('pane.cell.blockedBy')}: `}
          <CellLinks sheet={sheet} cells={total.blockedBy} />
        </span>
      )}
    </>
  );
}
