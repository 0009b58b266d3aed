import { Link } from '@fluentui/react-components';
import { jumpTo } from '../desk/goTo';
import { useDesk, useText } from './usePane';

/** An address that selects its cell in the sheet. */
export function CellLink({ sheet, cell, children }: { readonly sheet: string; readonly cell: string; readonly children?: string }) {
  const desk = useDesk();
  const text = useText();
  return (
    <Link as="button" inline title={text('pane.finding.goTo', { cell: `${sheet}!${cell}` })} onClick={() => void jumpTo(desk, sheet, cell)}>
      {children ?? cell}
    </Link>
  );
}

/** Several addresses, one link each. */
export function CellLinks({ sheet, cells }: { readonly sheet: string; readonly cells: readonly string[] }) {
  return (
    <>
      {cells.map((cell, at) => (
        <span key={cell}>
          {at > 0 ? ' ' : ''}
          <CellLink sheet={sheet} cell={cell} />
        </span>
      ))}
    </>
  );
}
