/** Numbers as people of the data's culture write them. */

const plainDecimal = /^-?\d+(\.\d+)?$/;

/**
 * Text of a decimal → the same number with the culture's separators, all digits kept (Intl takes the text exactly).
 * Anything that is not a plain decimal comes back as it is.
 */
export function formatNumber(decimal: string, culture: string): string {
  if (!plainDecimal.test(decimal)) return decimal;
  const places = decimal.split('.')[1]?.length ?? 0;
  const format = numberFormat(culture, Math.min(places, 20));
  return format.format(decimal as unknown as number);
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(culture: string, places: number): Intl.NumberFormat {
  const key = `${culture}/${places}`;
  const known = formats.get(key);
  if (known) return known;
  const made = makeFormat(culture, { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: false });
  formats.set(key, made);
  return made;
}

function makeFormat(culture: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(culture, options);
  } catch {
    return new Intl.NumberFormat('en', options); // a host may give a tag that the browser does not know
  }
}

/** Fraction of 1 (`0.4`) → `40%`, at most two decimals, in the culture's writing. */
export function formatShare(fraction: { toNumber(): number }, culture: string): string {
  return makeFormat(culture, { style: 'percent', maximumFractionDigits: 2 }).format(fraction.toNumber());
}
