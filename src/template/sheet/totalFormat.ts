/** Format of computed scores: as many decimals as they are rounded to. */
export const totalFormat = (places: number): string => (places > 0 ? `0.${'0'.repeat(places)}` : '0');
