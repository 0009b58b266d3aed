import type { IWorkbookData } from '@univerjs/core';

/** Chinese on the grid's canvas is drawn in this family when the cell's own font lacks it (fonts.css, Univer's fallback list). */
const family = '"Microsoft YaHei"';

/**
 * Gives every text on a canvas a Chinese font to fall back on: Univer names only the cell's own font, and where the machine lacks that one
 * (微软雅黑 on Linux) nothing but empty boxes would be drawn.
 */
export function addFallbackFont(): void {
  const prototype = CanvasRenderingContext2D.prototype;
  const own = Object.getOwnPropertyDescriptor(prototype, 'font');
  if (!own?.set) return;
  const { set } = own;
  Object.defineProperty(prototype, 'font', {
    ...own,
    set(this: CanvasRenderingContext2D, font: string) {
      set.call(this, font.includes(family) ? font : `${font}, ${family}`);
    },
  });
}

/** Longest wait for the font before the workbook is shown anyway. */
const patience = 3000;

function charactersOf(workbook: IWorkbookData): string {
  const characters = new Set<string>();
  const add = (text: unknown) => typeof text === 'string' && [...text].forEach((character) => characters.add(character));
  for (const sheet of Object.values(workbook.sheets)) {
    add(sheet.name);
    for (const row of Object.values(sheet.cellData ?? {}))
      for (const cell of Object.values(row as object)) add((cell as { v?: unknown }).v);
  }
  return [...characters].join('');
}

/** Fetches the pieces of the font that a workbook's texts need, so that the canvas does not measure and draw empty boxes. Never rejects. */
export async function loadFonts(workbook: IWorkbookData): Promise<void> {
  const text = charactersOf(workbook);
  const faces = ['400', '700'].map((weight) => document.fonts.load(`${weight} 11pt ${family}`, text).catch(() => []));
  await Promise.race([Promise.all(faces), new Promise((resolve) => setTimeout(resolve, patience))]);
}
