import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { cellAddress } from '../../form/address';
import type { Form } from '../../form/types';
import type { AssessedIndicator, Assessment } from '../../review/types';
import { previewFill } from '../desk/fill';
import { openScreen } from '../desk/goTo';
import { CellCard } from '../parts/CellCard';
import { CellLink } from '../parts/CellLink';
import { Disclosure } from '../parts/Disclosure';
import { EntryLine } from '../parts/EntryLine';
import { FormCorrections } from '../parts/FormCorrections';
import { FormDoubt } from '../parts/FormDoubt';
import { FormOrigin } from '../parts/FormOrigin';
import { FindingGroups } from '../parts/FindingGroups';
import { Icon } from '../parts/Icon';
import { usePaneStyles } from '../parts/paneStyles';
import { PolicyNote } from '../parts/PolicyNote';
import { Question } from '../parts/Question';
import { SectionPicture } from '../parts/SectionPicture';
import { StateBadge } from '../parts/StateBadge';
import { TotalLine } from '../parts/TotalLine';
import { useBusy, useCulture, useDesk, usePane, useText } from '../parts/usePane';
import { formKey } from '../view/formKey';
import { formName } from '../view/formName';
import { formSummary, isDoubtful } from '../view/formState';
import { isOpen } from '../view/isOpen';
import { formatNumber, formatShare } from '../view/formatNumber';
import { ReviewScreen } from './ReviewScreen';

/** Everything about one form. Where the form is gone (its sheet was deleted), the list of forms. */
export function FormScreen() {
  const key = usePane((state) => state.openForm);
  const assessment = usePane((state) => state.checked?.assessments.find((one) => formKey(one.form) === key) ?? null);
  return assessment ? <FormView key={key} assessment={assessment} /> : <ReviewScreen />;
}

function FormView({ assessment }: { readonly assessment: Assessment }) {
  const styles = usePaneStyles();
  const text = useText();
  return (
    <div className={styles.column}>
      <FormHead assessment={assessment} />
      <CellCard />
      <section className={styles.tight}>
        <h2 className={styles.heading}>{text('pane.form.findings')}</h2>
        <FindingGroups findings={assessment.findings} />
      </section>
      <Questions assessment={assessment} />
      <Disclosure summary={text('pane.form.fields')}>
        <Fields assessment={assessment} />
      </Disclosure>
      <Indicators assessment={assessment} />
      <Totals assessment={assessment} />
      <SectionPicture assessment={assessment} />
      <PolicyNote assessment={assessment} />
    </div>
  );
}

function FormHead({ assessment }: { readonly assessment: Assessment }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = useBusy();
  const readOnly = usePane((state) => state.checked?.snapshot.readOnly ?? false);
  const summary = useMemo(() => formSummary(assessment), [assessment]);
  const key = formKey(assessment.form);
  return (
    <header className={styles.tight}>
      <div>
        <Button size="small" appearance="subtle" icon={<Icon name="back" />} onClick={() => openScreen(desk, 'review')}>
          {text('pane.review.forms')}
        </Button>
      </div>
      <h1 className={styles.title}>{formName(assessment.form) ?? text('pane.form.untitled')}</h1>
      <div className={styles.between}>
        <StateBadge summary={summary} />
        {!isDoubtful(assessment) && (
          <Button
            appearance="primary"
            icon={<Icon name="fill" />}
            disabled={busy || readOnly}
            onClick={() => void previewFill(desk, { form: key })}
          >
            {text('pane.form.fill')}
          </Button>
        )}
      </div>
      {isDoubtful(assessment) && <FormDoubt form={assessment.form} />}
      <FormCorrections form={assessment.form} />
      <FormOrigin assessment={assessment} />
    </header>
  );
}

function Questions({ assessment }: { readonly assessment: Assessment }) {
  const styles = usePaneStyles();
  const text = useText();
  const open = assessment.indicators.filter(isOpen);
  if (open.length === 0) return null;
  return (
    <Disclosure summary={`${text('pane.form.questions')} (${open.length})`}>
      <div className={styles.column}>
        {open.map((indicator) => (
          <Question key={placeKey(indicator)} indicator={indicator} sheet={assessment.form.sheet} />
        ))}
      </div>
    </Disclosure>
  );
}

const placeKey = ({ indicator }: AssessedIndicator): string => cellAddress(indicator.cell.row, indicator.cell.column);

function Fields({ assessment: { form } }: { readonly assessment: Assessment }) {
  const styles = usePaneStyles();
  const text = useText();
  if (form.fields.length === 0) return <p className={styles.quiet}>{text('pane.none')}</p>;
  return (
    <dl className={styles.tight} style={{ margin: 0 }}>
      {form.fields.map((field, at) => (
        <div key={at} className={styles.row}>
          <dt className={styles.quiet}>{field.label}</dt>
          <dd className={styles.text}>{field.value === '' ? text('pane.blank') : field.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Sections with their weights, each with its indicators; what has no section comes last. */
function Indicators({ assessment }: { readonly assessment: Assessment }) {
  const styles = usePaneStyles();
  const text = useText();
  const culture = useCulture();
  const { form, indicators } = assessment;
  const groups = form.sections
    .map((section, at) => ({
      name: section.name,
      weight: section.weight,
      members: indicators.filter((one) => one.indicator.section === at),
    }))
    .concat({ name: text('pane.form.ungrouped'), weight: null, members: indicators.filter((one) => one.indicator.section === null) })
    .filter((group) => group.members.length > 0);
  return (
    <section className={styles.tight}>
      <h2 className={styles.heading}>{text('pane.form.indicators')}</h2>
      {groups.map((group, at) => (
        <Disclosure
          key={at}
          open={groups.length === 1}
          summary={
            group.weight
              ? `${group.name} · ${formatShare(group.weight, culture)}`
              : groups.length === 1
                ? String(group.members.length)
                : group.name
          }
        >
          <ul className={styles.list}>
            {group.members.map((member) => (
              <IndicatorItem key={placeKey(member)} member={member} form={form} />
            ))}
          </ul>
        </Disclosure>
      ))}
    </section>
  );
}

function IndicatorItem({ member, form }: { readonly member: AssessedIndicator; readonly form: Form }) {
  const styles = usePaneStyles();
  const text = useText();
  const culture = useCulture();
  const { indicator, effectiveWeight, fullMarks, certainty, reading } = member;
  const facts = [
    effectiveWeight &&
      text('pane.form.weight', { weight: formatShare(effectiveWeight.numerator.div(effectiveWeight.denominator), culture) }),
    fullMarks && text('pane.form.fullMarks', { marks: formatNumber(fullMarks.toFixed(), culture) }),
    certainty === 'ask' && text('pane.form.uncertain'),
    certainty === 'unread' && text(reading ? 'pane.form.unread' : 'pane.form.noCriteria'),
  ].filter(Boolean);
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <CellLink sheet={form.sheet} cell={placeKey(member)} />
        <span className={styles.strong}>{indicator.name}</span>
      </div>
      {facts.length > 0 && <span className={styles.quiet}>{facts.join(' · ')}</span>}
      {member.entries.map((entry) => (
        <EntryLine key={`${entry.entry.row}/${entry.entry.column}`} entry={entry} form={form} />
      ))}
    </li>
  );
}

function Totals({ assessment }: { readonly assessment: Assessment }) {
  const styles = usePaneStyles();
  const text = useText();
  if (assessment.totals.length === 0) return null;
  return (
    <section className={styles.tight}>
      <h2 className={styles.heading}>{text('pane.form.totals')}</h2>
      <ul className={styles.list}>
        {assessment.totals.map((total) => (
          <TotalLine key={cellAddress(total.total.row, total.total.column)} total={total} sheet={assessment.form.sheet} />
        ))}
      </ul>
    </section>
  );
}
