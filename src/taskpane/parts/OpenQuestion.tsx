import { Button, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { AssessedIndicator } from '../../review/types';
import { defaultReadingPolicy } from '../../rubric';
import type { Outcome } from '../../rubric/types';
import { rememberAnswer } from '../desk/rememberAnswer';
import { consequences, readingChoices } from '../view/readingChoices';
import { CellLink } from './CellLink';
import { cellAddress } from '../../form/address';
import { usePaneStyles } from './paneStyles';
import { useBusy, useDesk, usePane, useText, type Speak } from './usePane';

const useStyles = makeStyles({
  own: {
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '64px',
    resize: 'vertical',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '4px 6px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const ownWording = 'own';

/** Criteria that can be read in more than one way: the user chooses a wording once, or states it; each shows what it would give. */
export function OpenQuestion({ indicator, sheet }: { readonly indicator: AssessedIndicator; readonly sheet: string }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const { reading } = indicator;
  const choices = useMemo(() => (reading ? readingChoices(reading) : []), [reading]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [own, setOwn] = useState(reading?.text ?? '');
  const busy = useBusy();
  if (!reading) return null;
  const wording = chosen === ownWording ? own.trim() : chosen;
  const place = indicator.indicator.criteria ?? indicator.indicator.cell;
  return (
    <div role="group" className={styles.card} aria-label={indicator.indicator.name}>
      <div className={styles.row}>
        <CellLink sheet={sheet} cell={cellAddress(place.row, place.column)} />
        <span className={styles.strong}>{indicator.indicator.name}</span>
      </div>
      <p className={styles.text}>{reading.text}</p>
      <OpenPoints indicator={indicator} />
      <p className={styles.quiet}>{text('pane.question.intro')}</p>
      <RadioGroup aria-label={text('pane.question.readings')} value={chosen ?? ''} onChange={(_, data) => setChosen(data.value)}>
        {choices.map((choice) => (
          <Radio key={choice} value={choice} label={<Choice wording={choice} indicator={indicator} />} />
        ))}
        <Radio value={ownWording} label={text('pane.question.own')} />
      </RadioGroup>
      {chosen === ownWording && <OwnWording value={own} onChange={setOwn} indicator={indicator} />}
      <div>
        <Button
          size="small"
          appearance="primary"
          disabled={busy || !wording || wording === reading.text}
          onClick={() => void rememberAnswer(desk, reading.text, wording ?? '')}
        >
          {text('action.rememberAnswer')}
        </Button>
      </div>
    </div>
  );
}

function OpenPoints({ indicator }: { readonly indicator: AssessedIndicator }) {
  const text = useText();
  const styles = usePaneStyles();
  const issues = indicator.reading?.issues ?? [];
  return (
    <ul className={styles.list}>
      {issues.map((issue, at) => (
        <li key={at} className={styles.quiet}>
          {text(`issue.${issue.code}`, issue.details)}
        </li>
      ))}
    </ul>
  );
}

function OwnWording({
  value,
  onChange,
  indicator,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly indicator: AssessedIndicator;
}) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <textarea
        className={styles.own}
        aria-label={text('pane.question.own')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Consequences wording={value} indicator={indicator} />
    </>
  );
}

function Choice({ wording, indicator }: { readonly wording: string; readonly indicator: AssessedIndicator }) {
  return (
    <>
      {wording}
      <Consequences wording={wording} indicator={indicator} />
    </>
  );
}

function Consequences({ wording, indicator }: { readonly wording: string; readonly indicator: AssessedIndicator }) {
  const text = useText();
  const styles = usePaneStyles();
  const policy = usePane((state) => state.checked?.policy.reading ?? defaultReadingPolicy);
  const given = useMemo(() => consequences(indicator, wording, policy), [indicator, wording, policy]);
  return (
    <span className={styles.quiet}>
      {given.map(({ shown, outcome }, at) => (
        <span key={at}>
          {at > 0 ? '; ' : ' '}
          {text('pane.question.gives', { value: shown, result: resultText(outcome, text) })}
        </span>
      ))}
    </span>
  );
}

function resultText(outcome: Outcome, text: Speak): string {
  const points = outcome.points === null ? null : text('pane.form.points', { points: outcome.points.toFixed() });
  const known = [outcome.tier, points].filter((part) => part !== null);
  if (outcome.certainty === 'ask') return text('pane.form.uncertain');
  return known.length > 0 ? known.join(' · ') : text('pane.form.noTier');
}
