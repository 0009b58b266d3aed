import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { copyForm, restoreDraft, startBuilder } from '../desk/builder';
import { checkWorkbook } from '../desk/checkWorkbook';
import { openScreen } from '../desk/goTo';
import { newTemplateId } from '../desk/ownTemplates';
import { forgetDraft, recallDraft } from '../desk/unsavedDraft';
import { emptyTemplate } from '../view/templateEdits';
import { formKey } from '../view/formKey';
import { formName } from '../view/formName';
import { usePaneStyles } from './paneStyles';
import { useDesk, usePane, useText } from './usePane';

/** From what a template is built: nothing, a form of the gallery, a form of this workbook. */
export function BuilderStart() {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <div className={styles.column}>
      <h1 className={styles.title}>{text('builder.title')}</h1>
      <UnsavedDraft />
      <p className={styles.text}>{text('builder.start')}</p>
      <BuilderChoices />
    </div>
  );
}

/** What was under work when the pane was last closed: to go on with, or to be thrown away. */
function UnsavedDraft() {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const [draft, setDraft] = useState(() => recallDraft(desk.shell));
  if (!draft) return null;
  const discard = (): void => {
    forgetDraft(desk.shell);
    setDraft(null);
  };
  return (
    <section className={styles.tight} aria-label={text('builder.draft')}>
      <h2 className={styles.heading}>{text('builder.draft')}</h2>
      <p className={styles.text}>{text('builder.draft.found', { title: draft.title })}</p>
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => restoreDraft(desk, draft)}>
          {text('builder.draft.restore')}
        </Button>
        <Button onClick={discard}>{text('builder.draft.discard')}</Button>
      </div>
    </section>
  );
}

/** The ways to begin. */
export function BuilderChoices() {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const language = usePane((state) => state.language);
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => startBuilder(desk, emptyTemplate(newTemplateId(), language, text))}>
          {text('builder.start.empty')}
        </Button>
        <Button onClick={() => openScreen(desk, 'gallery')}>{text('builder.start.gallery')}</Button>
      </div>
      <FoundForms />
    </div>
  );
}

/** Forms that were found in the workbook, each to be copied clean. */
function FoundForms() {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = usePane((state) => state.phase !== 'idle');
  const assessments = usePane((state) => state.checked?.assessments ?? null);
  return (
    <section className={styles.tight} aria-label={text('builder.start.forms')}>
      <h2 className={styles.heading}>{text('builder.start.forms')}</h2>
      {!assessments && (
        <div>
          <Button disabled={busy} onClick={() => void checkWorkbook(desk)}>
            {text('builder.start.find')}
          </Button>
        </div>
      )}
      {assessments?.length === 0 && <p className={styles.quiet}>{text('pane.review.none.title')}</p>}
      <ul className={styles.list}>
        {assessments?.map((assessment) => (
          <li key={formKey(assessment.form)} className={styles.tight}>
            <span>
              <Link as="button" onClick={() => copyForm(desk, assessment)}>
                {formName(assessment.form) ?? text('pane.form.untitled')}
              </Link>
            </span>
            <span className={styles.quiet}>{assessment.form.sheet}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
