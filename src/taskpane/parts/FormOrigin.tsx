import { Button } from '@fluentui/react-components';
import { versionOf } from '../../template/storedRubric';
import type { Assessment } from '../../review/types';
import { Disclosure } from './Disclosure';
import { usePaneStyles } from './paneStyles';
import { useDesk, usePane, useText } from './usePane';

/** With what a form was made: the version of its rubric and those before it; and the ways into the builder. */
export function FormOrigin({ assessment }: { readonly assessment: Assessment }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const { sheet } = assessment.form;
  const rubric = usePane((state) => state.checked?.snapshot.rubrics?.[sheet]);
  const hasEntries = assessment.indicators.some(({ entries }) => entries.some(({ value }) => value.kind !== 'blank'));
  const change = async (): Promise<void> => {
    const { changeForm, copyForm } = await import('../desk/builder');
    if (!rubric || !changeForm(desk, { sheet, rubric, hasEntries })) copyForm(desk, assessment);
  };
  const copy = async (): Promise<void> => (await import('../desk/builder')).copyForm(desk, assessment);
  return (
    <div className={styles.tight}>
      {rubric && (
        <span className={styles.quiet}>
          {text('builder.version', { title: rubric.template.title, version: versionOf(rubric), since: rubric.since })}
        </span>
      )}
      {rubric && rubric.former.length > 0 && (
        <Disclosure quiet summary={text('builder.former', { count: rubric.former.length })}>
          <ol className={styles.steps}>
            {rubric.former.map(({ template, until }, at) => (
              <li key={at} className={styles.quiet}>
                {text('builder.former.one', { title: template.title, until })}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      <div className={styles.row}>
        {rubric && (
          <Button size="small" onClick={() => void change()}>
            {text('builder.change')}
          </Button>
        )}
        <Button size="small" onClick={() => void copy()}>
          {text('builder.clean')}
        </Button>
      </div>
    </div>
  );
}
