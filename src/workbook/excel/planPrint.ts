/** How a generated sheet is printed: A4 on its side, one page wide, the header row on every page. */
import { areaAddress } from '../../form/address';
import type { SheetPlan } from '../../template/sheetPlan';
import { margins } from '../sheetLook';

const pointsPerInch = 72;

/** Sets the page up; only assignments are queued. */
export function printPlan(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: print.breaks.length === 0 ? 1 : 0 };
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = margins.left * pointsPerInch;
  pageLayout.rightMargin = margins.right * pointsPerInch;
  pageLayout.topMargin = margins.top * pointsPerInch;
  pageLayout.bottomMargin = margins.bottom * pointsPerInch;
  pageLayout.headerMargin = margins.header * pointsPerInch;
  pageLayout.footerMargin = margins.footer * pointsPerInch;
  // Where the host sets manual breaks aside because the sheet is fitted to the page's width, the header row still stands on every page.
  for (const row of print.breaks) sheet.horizontalPageBreaks.add(`A${row}:A${row}`);
  pageLayout.setPrintArea(areaAddress(print.area));
  pageLayout.setPrintTitleRows(`$${print.titleRows[0]}:$${print.titleRows[1]}`);
  const footer = pageLayout.headersFooters.defaultForAllPages;
  footer.leftFooter = print.footer.left.replaceAll('&', '&&');
  footer.centerFooter = print.footer.center;
  footer.rightFooter = print.footer.right;
}
