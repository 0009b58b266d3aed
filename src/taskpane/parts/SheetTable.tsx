import { makeStyles, tokens } from '@fluentui/react-components';
import Decimal from 'decimal.js';
import { useMemo, type CSSProperties } from 'react';
import type { PlanCell } from '../../template/sheetPlan';
import { sheetPlanOf } from '../../template/sheetPlanOf';
import type { Template } from '../../template/types';
import { lineColor, looks } from '../../workbook/sheetLook';
import { visibleCells } from '../view/sheetPicture';

const useStyles = makeStyles({
  // Paper: white in the dark too, and wider than the pane.
  paper: {
    overflowX: 'auto',
    backgroundColor: '#FFFFFF',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    padding: '6px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', tableLayout: 'fixed' },
});

const lookOf = (cell: PlanCell): CSSProperties => {
  const look = looks[cell.style];
  return {
    backgroundColor: look.fill ?? undefined,
    color: look.color,
    fontWeight: look.bold ? 600 : 400,
    fontSize: `${Math.round(look.size)}px`,
    textAlign: look.horizontal === 'Center' ? 'center' : 'left',
    verticalAlign: look.vertical === 'Center' ? 'middle' : 'top',
    border: look.framed ? `1px solid ${lineColor}` : 'none',
    whiteSpace: 'pre-wrap',
    padding: '2px 3px',
  };
};

const shown = ({ content, format }: PlanCell): string => {
  if (content.kind === 'text') return content.text;
  if (content.kind !== 'number') return '';
  return format.includes('%') ? `${new Decimal(content.number).times(100).toFixed()}%` : content.number;
};

/** The sheet of a template with its words, as a table: formulas and entries are blank. */
export function SheetTable({ template, label }: { readonly template: Template; readonly label: string }) {
  const styles = useStyles();
  const { plan, rows } = useMemo(() => {
    const made = sheetPlanOf(template);
    const cells = visibleCells(made);
    const numbers = Array.from({ length: made.print.area.bottom }, (_, at) => at + 1);
    return { plan: made, rows: numbers.map((row) => ({ row, cells: cells.filter(({ area }) => area.top === row) })) };
  }, [template]);
  return (
    // A part that scrolls sideways must be reached by keyboard.
    <div className={styles.paper} role="region" aria-label={label} tabIndex={0} lang={template.language}>
      <table className={styles.table} role="presentation" style={{ width: `${plan.widths.reduce((sum, width) => sum + width * 6, 0)}px` }}>
        <colgroup>
          {plan.widths.map((width, at) => (
            <col key={at} style={{ width: `${width * 6}px` }} />
          ))}
        </colgroup>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} style={{ height: `${plan.heights.get(row) ?? 15}px` }}>
              {cells.map(({ cell, area }) => (
                <td key={cell.column} colSpan={area.right - area.left + 1} rowSpan={area.bottom - area.top + 1} style={lookOf(cell)}>
                  {shown(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
