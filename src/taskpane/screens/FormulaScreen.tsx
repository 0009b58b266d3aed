import { Button, Checkbox, Link, Select, mergeClasses } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { catalogue } from '../../functions/catalogue';
import { changeDraft, chooseFunction, insertFormula, takeSelection, tryDraft, type Trial } from '../desk/formula';
import { failureOf } from '../desk/run';
import { FormulaField, PickRow } from '../parts/FormulaField';
import { FormulaTabs } from '../parts/FormulaTabs';
import { Icon } from '../parts/Icon';
import { TrialCard } from '../parts/TrialCard';
import { usePaneStyles } from '../parts/paneStyles';
import { useDesk, usePane, useText } from '../parts/usePane';
import type { FormulaDraft } from '../store';
import { draftArgument, draftParameters, formulaText, functionOf } from '../view/formulaText';

/** Puts a RUBRIC_ formula together: function, cells, result with its reason, and into the sheet. */
export function FormulaScreen() {
  const text = useText();
  const styles = usePaneStyles();
  const draft = usePane((state) => state.formula);
  useSelections(draft);
  const trial = useTrial(draft);
  return (
    <div className={styles.column}>
      <FormulaTabs />
      <h1 className={styles.title}>{text('formula.title')}</h1>
      <FunctionChoice id={draft.id} />
      <Parameters draft={draft} />
      <Target draft={draft} />
      <TrialCard trial={trial} />
      <div className={styles.tight}>
        <h2 className={styles.heading}>{text('formula.text')}</h2>
        <code className={styles.code}>{formulaText(draft)}</code>
      </div>
      <Insert draft={draft} trial={trial} />
    </div>
  );
}

/** A selection in the sheet goes to the active field; the first one that is known is where the formula will stand. */
function useSelections(draft: FormulaDraft): void {
  const desk = useDesk();
  const selection = usePane((state) => state.selection);
  const former = useRef(selection);
  useEffect(() => {
    if (!draft.target) void takeSelection(desk, 'target');
  }, [desk, draft.target]);
  useEffect(() => {
    if (!selection || selection === former.current) return;
    former.current = selection;
    if (draft.active !== null) void takeSelection(desk, draft.active, selection);
  }, [desk, selection, draft.active]);
}

/** How long to wait for the next keystroke before the formula is tried, in milliseconds. */
const quietTime = 150;

/** The draft on what the cells hold, tried again when either changes. */
function useTrial(draft: FormulaDraft): Trial | null {
  const desk = useDesk();
  const language = usePane((state) => state.language);
  const [trial, setTrial] = useState<Trial | null>(null);
  const edits = useEdits();
  const phase = usePane((state) => state.phase);
  useEffect(() => {
    if (phase !== 'idle') return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      tryDraft(desk, draft).then(
        (result) => wanted && setTrial(result),
        (error: unknown) => wanted && desk.store.setState({ failure: failureOf(error) }),
      );
    }, quietTime);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // The active field changes nothing about the result.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, draft.id, draft.given, draft.moreRaters, draft.target, language, edits, phase]);
  return trial;
}

/** Counts the edits in the sheet while the screen is open. */
function useEdits(): number {
  const desk = useDesk();
  const [edits, setEdits] = useState(0);
  useEffect(() => {
    const watching = desk.workbook.onChanged(() => setEdits((count) => count + 1));
    return () => void watching.then((stop) => stop()).catch(() => undefined);
  }, [desk]);
  return edits;
}

function FunctionChoice({ id }: { readonly id: string }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const language = usePane((state) => state.language);
  const field = useId();
  const page = `help/${language === 'en' ? '' : `${language}/`}functions.html#${id}`;
  return (
    <div className={styles.tight}>
      <label htmlFor={field} className={styles.text}>
        {text('formula.function')}
      </label>
      <Select
        id={field}
        size="small"
        value={id}
        aria-describedby={`${field}-about`}
        onChange={(_, { value }) => chooseFunction(desk, value)}
      >
        {catalogue.map((one) => (
          <option key={one.id} value={one.id}>
            {`${text(`formula.name.${one.id}`)} · ${one.id}`}
          </option>
        ))}
      </Select>
      <span id={`${field}-about`} className={styles.quiet}>
        {text(`describe.${id}`)}{' '}
        <Link inline href={page} target="_blank" rel="noreferrer">
          {text('formula.help')}
        </Link>
      </span>
    </div>
  );
}

function Parameters({ draft }: { readonly draft: FormulaDraft }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const parameters = draftParameters(draft);
  const repeats = functionOf(draft).parameters.some(({ repeating }) => repeating);
  const keepable = parameters.some((one) => one.blankMatters && draftArgument(draft.given[one.key] ?? '').kind === 'reference');
  return (
    <>
      {parameters.map((parameter) => (
        <FormulaField key={parameter.key} id={draft.id} parameter={parameter} />
      ))}
      {repeats && (
        <div className={styles.row}>
          <Button size="small" icon={<Icon name="add" />} onClick={() => changeDraft(desk, { moreRaters: draft.moreRaters + 1 })}>
            {text('formula.addRater')}
          </Button>
          {draft.moreRaters > 1 && (
            <Button size="small" icon={<Icon name="remove" />} onClick={() => changeDraft(desk, { moreRaters: draft.moreRaters - 1 })}>
              {text('formula.removeRater')}
            </Button>
          )}
        </div>
      )}
      {keepable && (
        <div className={styles.tight}>
          <Checkbox
            checked={draft.keepBlank}
            label={text('formula.keepBlank')}
            onChange={(_, { checked }) => changeDraft(desk, { keepBlank: checked === true })}
          />
          <span className={styles.quiet}>{text('formula.keepBlank.hint')}</span>
        </div>
      )}
    </>
  );
}

function Target({ draft }: { readonly draft: FormulaDraft }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const field = useId();
  const { target } = draft;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = target ? target.address : '';
  useEffect(() => setTyped(null), [target]);
  const type = (value: string): void => {
    setTyped(value);
    const argument = draftArgument(value);
    if (target && argument.kind === 'reference' && argument.cells === 1)
      changeDraft(desk, { target: { sheet: argument.sheet ?? target.sheet, address: argument.address } });
  };
  return (
    <div className={styles.tight}>
      <label htmlFor={field} className={styles.text}>
        {text('formula.target')}
        {target && <span className={styles.quiet}> {target.sheet}</span>}
      </label>
      <PickRow field={field} slot="target" name={text('formula.target')} hint="" value={typed ?? shown} onType={type} />
    </div>
  );
}

function Insert({ draft, trial }: { readonly draft: FormulaDraft; readonly trial: Trial | null }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = usePane((state) => state.phase !== 'idle');
  const cell = draft.target?.address ?? '';
  const [first, ...others] = trial?.filled ?? [];
  const own = first?.cell === cell ? first : undefined;
  const inTheWay = own ? others : (trial?.filled ?? []);
  return (
    <div className={styles.tight}>
      {own && (
        <p className={mergeClasses(styles.text, styles.warning, styles.inlineIcon)}>
          <Icon name="warning" />
          {text('formula.filled', { cell, shown: own.shown })}
        </p>
      )}
      {inTheWay.length > 0 && (
        <p className={mergeClasses(styles.text, styles.warning, styles.inlineIcon)}>
          <Icon name="warning" />
          {text('formula.spillBlocked', { cells: inTheWay.map((one) => one.cell).join(', ') })}
        </p>
      )}
      <div className={styles.row}>
        <Button appearance="primary" disabled={busy || !trial?.ready} onClick={() => trial && void insertFormula(desk, draft, trial)}>
          {cell === '' ? text('formula.insert') : text(own ? 'formula.replace' : 'formula.insert.into', { cell })}
        </Button>
      </div>
    </div>
  );
}
