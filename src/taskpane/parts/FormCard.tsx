import { Link, mergeClasses, tokens, makeStyles } from '@fluentui/react-components';
import { memo } from 'react';
import { areaAddress } from '../../form/address';
import type { Assessment } from '../../review/types';
import { openForm } from '../desk/goTo';
import { formKey } from '../view/formKey';
import { formName } from '../view/formName';
import type { FormSummary } from '../view/formState';
import { CellLink } from './CellLink';
import { FormDoubt } from './FormDoubt';
import { FormMenu } from './FormMenu';
import { usePaneStyles } from './paneStyles';
import { StateBadge } from './StateBadge';
import { useDesk, useText } from './usePane';

const useStyles = makeStyles({ here: { borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}` } });

interface FormCardProps {
  readonly assessment: Assessment;
  readonly summary: FormSummary;
  /** Whether it stands on the active sheet. */
  readonly isHere: boolean;
}

/** A form in the list: what it is called, where it stands, in what state it is. */
export const FormCard = memo(function FormCard({ assessment, summary, isHere }: FormCardProps) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const here = useStyles().here;
  const { form } = assessment;
  const counts = (['warnings', 'questions', 'missing', 'fillable'] as const).filter((count) => summary[count] > 0);
  return (
    <li className={mergeClasses(styles.card, isHere && here)}>
      <FormMenu form={form}>
        <Link as="button" className={styles.strong} onClick={() => openForm(desk, formKey(form))}>
          {formName(form) ?? text('pane.form.untitled')}
        </Link>
      </FormMenu>
      <div className={styles.between}>
        <StateBadge summary={summary} />
        <CellLink sheet={form.sheet} cell={areaAddress(form.range)}>{`${form.sheet}!${areaAddress(form.range)}`}</CellLink>
      </div>
      <span className={styles.quiet}>
        {[
          text('pane.count.indicators', { count: assessment.indicators.length }),
          ...counts.map((count) => text(`pane.count.${count}`, { count: summary[count] })),
        ].join(' · ')}
      </span>
      {summary.state === 'doubtful' && <FormDoubt form={form} />}
    </li>
  );
});
