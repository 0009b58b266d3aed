import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { languageNames, languages } from '../../locale/language';
import { gallery } from '../../template/gallery';
import type { Language } from '../../rubric/types';
import type { LayoutName, Template } from '../../template/types';
import { copyTemplate, startBuilder } from '../desk/builder';
import { openScreen } from '../desk/goTo';
import { downloadTemplate, removeOwnTemplate } from '../desk/ownTemplates';
import { ChoiceInput } from '../parts/ChoiceInput';
import { Icon } from '../parts/Icon';
import { OwnTemplates, RemoveOwn } from '../parts/OwnTemplates';
import { usePaneStyles } from '../parts/paneStyles';
import { TemplateCard } from '../parts/TemplateCard';
import { TemplateDetail } from '../parts/TemplateDetail';
import { TextInput } from '../parts/TextInput';
import { useGallery, useOwnTemplates } from '../parts/useGallery';
import { useDesk, usePane, useText } from '../parts/usePane';
import { matches } from '../view/galleryMatch';

const useStyles = makeStyles({ sides: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '8px', '& > *': { minWidth: 0 } } });

const layouts: readonly (LayoutName | 'all')[] = ['all', ...new Set(gallery.map(({ layout }) => layout))];

/** What is looked for. */
interface Wanted {
  readonly language: Language;
  readonly search: string;
  readonly layout: LayoutName | 'all';
}

/** Ready forms to insert, the author's own first; one of them when it is opened. */
export function GalleryScreen() {
  const paneLanguage = usePane((state) => state.language);
  const [wanted, setWanted] = useState<Wanted>({ language: paneLanguage, search: '', layout: 'all' });
  const [open, setOpen] = useState<Template | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const own = useOwnTemplates();
  const back = (): void => {
    setFrom(open?.id ?? null);
    setOpen(null);
  };
  if (open && own?.templates.some(({ id }) => id === open.id)) return <OwnDetail template={open} onBack={back} />;
  if (open) return <BuiltInDetail template={open} wanted={wanted} setWanted={setWanted} onBack={back} />;
  return <Lists wanted={wanted} setWanted={setWanted} own={own} from={from} onOpen={setOpen} />;
}

interface ListsProps {
  readonly wanted: Wanted;
  readonly setWanted: (wanted: Wanted) => void;
  readonly own: ReturnType<typeof useOwnTemplates>;
  readonly from: string | null;
  readonly onOpen: (template: Template) => void;
}

function Lists({ wanted, setWanted, own, from, onOpen }: ListsProps) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const templates = useGallery(wanted.language);
  const hasOwn = own !== null && own.templates.length + own.damaged.length > 0;
  const mine = <OwnTemplates own={own} from={from} onOpen={onOpen} />;
  const found = templates?.filter((template) => matches(template, wanted.search, wanted.layout));
  return (
    <div className={styles.column}>
      <h1 className={styles.title}>{text('gallery.title')}</h1>
      <p className={styles.quiet}>{text('gallery.intro')}</p>
      <div>
        <Button icon={<Icon name="ready" />} onClick={() => openScreen(desk, 'builder')}>
          {text('builder.open')}
        </Button>
      </div>
      {hasOwn && mine}
      <section className={styles.column} aria-label={text('gallery.ready')}>
        <h2 className={styles.heading}>{text('gallery.ready')}</h2>
        <Filters wanted={wanted} setWanted={setWanted} />
        <span className={styles.quiet} role="status">
          {found ? text('gallery.found', { count: found.length, all: templates?.length ?? 0 }) : text('gallery.loading')}
        </span>
        <ul className={styles.list}>
          {found?.map((template) => (
            <TemplateCard key={template.id} template={template} focused={template.id === from} onOpen={onOpen} />
          ))}
        </ul>
      </section>
      {!hasOwn && mine}
    </div>
  );
}

function Filters({ wanted, setWanted }: Pick<ListsProps, 'wanted' | 'setWanted'>) {
  const text = useText();
  const styles = usePaneStyles();
  const { sides } = useStyles();
  return (
    <div className={styles.tight}>
      <TextInput
        kind="search"
        label={text('gallery.search')}
        value={wanted.search}
        onChange={(search) => setWanted({ ...wanted, search })}
      />
      <div className={sides}>
        <ChoiceInput
          label={text('gallery.layout')}
          value={wanted.layout}
          options={layouts}
          name={(layout) => text(`gallery.layout.${layout}`)}
          onChange={(layout) => setWanted({ ...wanted, layout })}
        />
        <LanguageChoice wanted={wanted} setWanted={setWanted} />
      </div>
    </div>
  );
}

function LanguageChoice({ wanted, setWanted }: Pick<ListsProps, 'wanted' | 'setWanted'>) {
  const text = useText();
  return (
    <ChoiceInput
      label={text('gallery.language')}
      value={wanted.language}
      options={languages}
      name={(language) => languageNames[language]}
      onChange={(language) => setWanted({ ...wanted, language })}
    />
  );
}

interface DetailProps {
  readonly template: Template;
  readonly onBack: () => void;
}

/** A form of the gallery; chosen in another language it is the same form in that language. */
function BuiltInDetail({ template, wanted, setWanted, onBack }: DetailProps & Pick<ListsProps, 'wanted' | 'setWanted'>) {
  const templates = useGallery(wanted.language);
  const desk = useDesk();
  const text = useText();
  const shown = templates?.find(({ id }) => id === template.id) ?? template;
  return (
    <TemplateDetail template={shown} onBack={onBack} choice={<LanguageChoice wanted={wanted} setWanted={setWanted} />}>
      <Button onClick={() => copyTemplate(desk, shown)}>{text('builder.copy')}</Button>
    </TemplateDetail>
  );
}

function OwnDetail({ template, onBack }: DetailProps) {
  const desk = useDesk();
  const text = useText();
  const remove = async (): Promise<void> => {
    await removeOwnTemplate(desk, template);
    onBack();
  };
  return (
    <TemplateDetail template={template} onBack={onBack}>
      <Button onClick={() => startBuilder(desk, template, { saved: template })}>{text('builder.edit')}</Button>
      <Button onClick={() => downloadTemplate(template)}>{text('gallery.download')}</Button>
      <RemoveOwn onRemove={() => void remove()} />
    </TemplateDetail>
  );
}
