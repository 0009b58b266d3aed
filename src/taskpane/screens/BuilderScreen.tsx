import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { checkTemplate } from '../../template/checkTemplate';
import type { TemplateFault } from '../../template/documentFaults';
import { versionOf } from '../../template/storedRubric';
import type { Template } from '../../template/types';
import { saveBuilt, undoEdit } from '../desk/builder';
import { openScreen } from '../desk/goTo';
import { downloadTemplate } from '../desk/ownTemplates';
import { BasicFields, RaterFields, ResultFields } from '../parts/BuilderFields';
import { BuilderChoices, BuilderStart } from '../parts/BuilderStart';
import { Disclosure } from '../parts/Disclosure';
import { FaultList } from '../parts/FaultList';
import { Icon } from '../parts/Icon';
import { InsertChoices } from '../parts/InsertChoices';
import { ListEditor } from '../parts/ListEditor';
import { usePaneStyles } from '../parts/paneStyles';
import { SectionsEditor } from '../parts/SectionEditor';
import { SheetPicture } from '../parts/SheetPicture';
import { SheetTable } from '../parts/SheetTable';
import { useDesk, usePane, useText } from '../parts/usePane';
import type { BuilderDraft } from '../store';
import { lists } from '../view/builderLists';

const useStyles = makeStyles({
  // What takes the keyboard is never behind the bar.
  builder: { '& summary, & input, & textarea, & select, & button': { scrollMarginTop: '46px', scrollMarginBottom: '8px' } },
  bar: {
    position: 'sticky',
    top: '-10px',
    zIndex: 1,
    padding: '6px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The author's own template: where it begins, and then all of it. */
export function BuilderScreen() {
  const draft = usePane((state) => state.builder);
  return draft ? <Builder key={draft.template.id} draft={draft} /> : <BuilderStart />;
}

/** What is wrong with the template now, and the last state of it that could become a sheet. */
function useChecked(template: Template): { readonly faults: readonly TemplateFault[]; readonly sound: Template | null } {
  const looked = useDeferredValue(template);
  const last = useRef<Template | null>(null);
  const checked = useMemo(() => checkTemplate(looked), [looked]);
  useEffect(() => {
    if (checked.kind === 'template') last.current = checked.template;
  }, [checked]);
  const sound = checked.kind === 'template' ? checked.template : last.current;
  return { faults: checked.kind === 'faulty' ? checked.faults : [], sound };
}

function Builder({ draft }: { readonly draft: BuilderDraft }) {
  const text = useText();
  const styles = usePaneStyles();
  const { builder } = useStyles();
  const { template, origin } = draft;
  const { faults, sound } = useChecked(template);
  const isSound = faults.length === 0 && sound === template;
  return (
    <div className={mergeClasses(styles.column, builder)}>
      <h1 className={styles.title}>{text('builder.title')}</h1>
      <Bar draft={draft} isSound={isSound} />
      {origin && (
        <p className={styles.quiet}>
          {text(origin.untouched ? 'builder.origin.untouched' : 'builder.origin', {
            sheet: origin.sheet,
            version: versionOf(origin.rubric),
            since: origin.rubric.since,
          })}
        </p>
      )}
      <Faults faults={faults} />
      <Preview sound={sound} />
      <Parts template={template} />
      <InsertChoices template={isSound ? template : null} origin={origin}>
        <Button disabled={!isSound} onClick={() => downloadTemplate(template)}>
          {text('gallery.download')}
        </Button>
      </InsertChoices>
      <StartAnew />
    </div>
  );
}

function Bar({ draft, isSound }: { readonly draft: BuilderDraft; readonly isSound: boolean }) {
  const desk = useDesk();
  const text = useText();
  const shared = usePaneStyles();
  const { bar } = useStyles();
  const busy = usePane((state) => state.phase !== 'idle');
  const kept = draft.saved === draft.template;
  return (
    <div className={mergeClasses(shared.row, bar)}>
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="back" />}
        aria-label={text('gallery.back')}
        onClick={() => openScreen(desk, 'gallery')}
      />
      <Button size="small" icon={<Icon name="undo" />} disabled={draft.past.length === 0} onClick={() => undoEdit(desk)}>
        {text('builder.undo')}
      </Button>
      <Button size="small" disabled={busy || !isSound || kept} onClick={() => void saveBuilt(desk, draft.template)}>
        {text(kept ? 'builder.saved' : 'builder.save')}
      </Button>
    </div>
  );
}

function Faults({ faults }: { readonly faults: readonly TemplateFault[] }) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <div role="status" className={styles.tight}>
      {faults.length > 0 && (
        <>
          <span className={styles.strong}>{text('builder.faults')}</span>
          <FaultList faults={faults} />
        </>
      )}
    </div>
  );
}

function Preview({ sound }: { readonly sound: Template | null }) {
  const text = useText();
  const label = text('gallery.picture', { title: sound?.title ?? '' });
  if (!sound) return null;
  return (
    <>
      <SheetPicture template={sound} label={label} shape={0.6} />
      <Disclosure lazy summary={text('builder.preview')}>
        <SheetTable template={sound} label={label} />
      </Disclosure>
    </>
  );
}

/** Everything that can be changed, part by part. */
function Parts({ template }: { readonly template: Template }) {
  const text = useText();
  const parts: readonly (readonly [string, ReactNode])[] = [
    ['basics', <BasicFields key="basics" template={template} />],
    ['fields', <ListEditor key="fields" list={lists.fields} template={template} />],
    ['sections', <SectionsEditor key="sections" template={template} />],
    ['raters', <RaterFields key="raters" template={template} />],
    ['results', <ResultFields key="results" template={template} />],
    [
      'notes',
      (['notes', 'corrections', 'interview', 'signatures'] as const).map((key) => (
        <ListEditor key={key} list={lists[key]} template={template} />
      )),
    ],
  ];
  return parts.map(([name, part], at) => (
    <Disclosure key={name} lazy={at > 0} open={at === 0} summary={text(`builder.part.${name}`)}>
      {part}
    </Disclosure>
  ));
}

/** Another beginning; what is under work now is then one step back. */
function StartAnew() {
  const text = useText();
  return (
    <Disclosure quiet lazy summary={text('builder.anew')}>
      <BuilderChoices />
    </Disclosure>
  );
}
