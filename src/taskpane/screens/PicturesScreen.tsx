import { Select } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import type { Form } from '../../form/types';
import type { Assessment } from '../../review/types';
import { BarPicture, type Bar } from '../parts/BarPicture';
import { EmptyState } from '../parts/EmptyState';
import { usePaneStyles } from '../parts/paneStyles';
import { SectionPicture } from '../parts/SectionPicture';
import { usePane, useText } from '../parts/usePane';
import { formKey } from '../view/formKey';
import { formName } from '../view/formName';
import { formStates, formSummary } from '../view/formState';
import { gradeCounts, tierCounts, type Count } from '../view/tierCounts';

/** Pictures for people who would rather look: states, grades and tiers over all forms, sections of one form. */
export function PicturesScreen() {
  const text = useText();
  const styles = usePaneStyles();
  const assessments = usePane((state) => state.checked?.assessments);
  if (!assessments || assessments.length === 0)
    return <EmptyState title={text('pane.pictures.title')} text={text('pane.pictures.empty')} />;
  return (
    <div className={styles.column}>
      <Overview assessments={assessments} />
      <OneForm assessments={assessments} />
    </div>
  );
}

function Overview({ assessments }: { readonly assessments: readonly Assessment[] }) {
  const text = useText();
  const states = useMemo(() => {
    const found = assessments.map((assessment) => formSummary(assessment).state);
    return formStates.map((state) => ({ state, count: found.filter((one) => one === state).length })).filter(({ count }) => count > 0);
  }, [assessments]);
  const grades = useMemo(() => gradeCounts(assessments), [assessments]);
  const tiers = useMemo(() => tierCounts(assessments), [assessments]);
  const named = states.map(({ state, count }) => ({
    label: text(state === 'problems' ? 'pane.filter.problems' : `pane.state.${state}`),
    count,
  }));
  const unit = text('pane.pictures.count');
  return (
    <>
      <BarPicture title={text('pane.pictures.states')} unit={unit} bars={barsOf(named)} />
      {grades.length > 0 && <BarPicture title={text('pane.pictures.grades')} unit={unit} bars={barsOf(grades)} />}
      {tiers.length > 0 && <BarPicture title={text('pane.pictures.tiers')} unit={unit} bars={barsOf(tiers)} />}
    </>
  );
}

function barsOf(counts: readonly Count[]): Bar[] {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return counts.map(({ label, count }) => ({ label, share: count / all, shown: String(count) }));
}

function OneForm({ assessments }: { readonly assessments: readonly Assessment[] }) {
  const text = useText();
  const styles = usePaneStyles();
  const [key, setKey] = useState<string | null>(null);
  const chosen = assessments.find(({ form }) => formKey(form) === key) ?? assessments[0];
  const fullName = useId();
  const name = (form: Form): string => `${formName(form) ?? text('pane.form.untitled')} (${form.sheet})`;
  return (
    <>
      <Select
        size="small"
        aria-label={text('pane.pictures.form')}
        aria-describedby={fullName}
        value={chosen ? formKey(chosen.form) : ''}
        onChange={(_, { value }) => setKey(value)}
      >
        {assessments.map(({ form }) => (
          <option key={formKey(form)} value={formKey(form)}>
            {name(form)}
          </option>
        ))}
      </Select>
      <p id={fullName} className={styles.quiet}>
        {chosen && name(chosen.form)}
      </p>
      {chosen && <SectionPicture assessment={chosen} />}
    </>
  );
}
