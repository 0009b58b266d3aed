import type { Grid } from './grid';
import type { RibbonButton, RibbonGroup } from './ribbon';

/** The add-in's part of the menu behind a right click on a cell. */
export interface CellMenus {
  /** Says the same menus in the words of another language. */
  say(menus: readonly RibbonGroup[]): void;
}

/** Univer keeps a menu once it is made and translates its titles: each is therefore a key whose words change with the language. */
const key = (menu: number, item?: number): string => `addin-cell-menu-${menu}${item === undefined ? '' : `-${item}`}`;

function words(menus: readonly RibbonGroup[]): Record<string, string> {
  const pairs = menus.flatMap(({ label, buttons }, menu) => [
    [key(menu), label] as const,
    ...buttons.map((button, item) => [key(menu, item), button.label] as const),
  ]);
  return Object.fromEntries(pairs);
}

/** Adds the add-in's menus to the grid's own; `press` is told of what was chosen, in the words of the day. */
export function showCellMenus(grid: Grid, menus: readonly RibbonGroup[], press: (button: RibbonButton) => void): CellMenus {
  const { api } = grid;
  let said = menus;
  const say = (next: readonly RibbonGroup[]): void => {
    said = next;
    grid.name(words(next));
  };
  const choose = (menu: number, item: number) => (): void => {
    const button = said[menu]?.buttons[item];
    if (button) press(button);
  };
  say(menus);
  menus.forEach(({ buttons }, menu) => {
    const made = api.createSubmenu({ id: key(menu), title: key(menu) });
    buttons.forEach((_, item) =>
      made.addSubmenu(api.createMenu({ id: key(menu, item), title: key(menu, item), action: choose(menu, item) })),
    );
    made.appendTo(['contextMenu.mainArea', 'contextMenu.others']);
  });
  return { say };
}
