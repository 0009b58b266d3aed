import { Button } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Template } from '../../template/types';
import { Disclosure } from './Disclosure';
import { Icon } from './Icon';
import { InsertChoices } from './InsertChoices';
import { usePaneStyles } from './paneStyles';
import { SheetPicture } from './SheetPicture';
import { TemplateFacts } from './TemplateCard';
import { usePane, useText } from './usePane';

interface TemplateDetailProps {
  readonly template: Template;
  readonly onBack: () => void;
  /** A choice about what is shown, such as its language. */
  readonly choice?: ReactNode;
  /** Further things to do with it, beside inserting it. */
  readonly children?: ReactNode;
}

/** One form of the gallery, and how to insert it. */
export function TemplateDetail({ template, onBack, choice, children }: TemplateDetailProps) {
  const text = useText();
  const styles = usePaneStyles();
  const language = usePane((state) => state.language);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <article className={styles.column} lang={template.language}>
      <div lang={language}>
        <Button size="small" appearance="subtle" icon={<Icon name="back" />} onClick={onBack}>
          {text('gallery.back')}
        </Button>
      </div>
      <h1 className={styles.title} ref={title} tabIndex={-1} style={{ outline: 'none' }}>
        {template.title}
      </h1>
      <TemplateFacts template={template} />
      <p className={styles.text}>{template.purpose}</p>
      <SheetPicture template={template} label={text('gallery.picture', { title: template.title })} shape={0.75} />
      <div lang={language} className={styles.column}>
        {choice}
        <InsertChoices template={template}>{children}</InsertChoices>
      </div>
      <Corrections template={template} />
      <div lang={language}>
        <Contents template={template} />
      </div>
    </article>
  );
}

/** What was printed wrong in the form that this one follows. */
function Corrections({ template }: { readonly template: Template }) {
  const text = useText();
  const styles = usePaneStyles();
  const language = usePane((state) => state.language);
  if (template.corrections.length === 0) return null;
  return (
    <section className={styles.tight}>
      <h2 className={styles.heading} lang={language}>
        {text('gallery.corrections')}
      </h2>
      <ul className={styles.steps}>
        {template.corrections.map((correction) => (
          <li key={correction} className={styles.quiet}>
            {correction}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Sections with their indicators. */
function Contents({ template }: { readonly template: Template }) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <Disclosure summary={text('gallery.contents')}>
      <ul className={styles.list} lang={template.language}>
        {template.sections.map((section, at) => (
          <li key={at} className={styles.tight}>
            {section.name !== null && <span className={styles.strong}>{section.name}</span>}
            <span className={styles.quiet}>{section.indicators.map(({ name }) => name).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
