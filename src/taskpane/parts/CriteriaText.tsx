import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Reading } from '../../rubric/reading';
import { clauseLines, type ClauseKind, type ClauseLine } from '../view/clauseLines';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

const useStyles = makeStyles({
  line: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: '8px',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
  },
  sets: { borderLeftColor: tokens.colorPaletteGreenBorderActive },
  adjusts: { borderLeftColor: tokens.colorPaletteMarigoldBorderActive },
  overrides: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  knows: { borderLeftColor: tokens.colorBrandStroke1 },
  unread: { borderLeftStyle: 'dashed', borderLeftColor: tokens.colorStatusDangerBorderActive },
  doubt: { alignItems: 'flex-start', fontSize: tokens.fontSizeBase200 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

type Look = 'sets' | 'adjusts' | 'overrides' | 'knows' | 'unread';

/** Colour by what a clause does to the result; the label says it in words. */
const looks: Readonly<Partial<Record<ClauseKind, Look>>> = {
  band: 'sets',
  label: 'sets',
  level: 'sets',
  formula: 'sets',
  part: 'sets',
  step: 'adjusts',
  limit: 'adjusts',
  veto: 'overrides',
  fullMarks: 'knows',
  target: 'knows',
  form: 'knows',
  manual: 'knows',
  none: 'unread',
};

/** The criteria as written, clause by clause, each labelled with what it was read as and what is open in it. */
export function CriteriaText({ reading }: { readonly reading: Reading }) {
  const styles = usePaneStyles();
  return (
    <ul className={styles.list}>
      {clauseLines(reading).map((line, at) => (
        <ClauseItem key={at} line={line} />
      ))}
    </ul>
  );
}

function ClauseItem({ line }: { readonly line: ClauseLine }) {
  const shared = usePaneStyles();
  const styles = useStyles();
  const text = useText();
  const look = looks[line.kind];
  return (
    <li className={mergeClasses(styles.line, look && styles[look])}>
      <span className={styles.label}>{text(`pane.mark.${line.kind}`)}</span>
      <span className={shared.text}>{line.text}</span>
      {line.issues.map((issue, at) => (
        <span key={at} className={mergeClasses(shared.iconText, shared.warning, styles.doubt)}>
          <Icon name="question" />
          {text(`issue.${issue.code}`, issue.details)}
        </span>
      ))}
    </li>
  );
}
