import { Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { memo, useEffect, useRef } from 'react';
import type { Template } from '../../template/types';
import { indicatorCount } from '../view/galleryMatch';
import { usePaneStyles } from './paneStyles';
import { SheetPicture } from './SheetPicture';
import { usePane, useText } from './usePane';

const useStyles = makeStyles({
  card: { display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr)', columnGap: '8px', alignItems: 'start' },
  purpose: { gridColumn: '1 / span 2' },
  open: { textAlign: 'left' },
});

interface TemplateCardProps {
  readonly template: Template;
  /** Take the keyboard: the person comes back from this form. */
  readonly focused: boolean;
  readonly onOpen: (template: Template) => void;
}

/** A form of the gallery: picture, name, purpose, what it is made of. */
export const TemplateCard = memo(function TemplateCard({ template, focused, onOpen }: TemplateCardProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const link = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) link.current?.focus();
  }, [focused]);
  return (
    <li className={mergeClasses(styles.card, own.card)} lang={template.language}>
      <SheetPicture template={template} shape={0.7} />
      <div className={styles.tight}>
        <Link ref={link} as="button" className={mergeClasses(styles.strong, own.open)} onClick={() => onOpen(template)}>
          {template.title}
        </Link>
        <TemplateFacts template={template} />
      </div>
      <p className={mergeClasses(styles.quiet, own.purpose)}>{template.purpose}</p>
    </li>
  );
});

/** Layout and size, in the language of the pane. */
export function TemplateFacts({ template }: { readonly template: Template }) {
  const text = useText();
  const styles = usePaneStyles();
  const lang = usePane((state) => state.language);
  return (
    <span className={styles.quiet} lang={lang}>
      {`${text(`gallery.layout.${template.layout}`)} · ${text('gallery.indicators', { count: indicatorCount(template) })}`}
    </span>
  );
}
