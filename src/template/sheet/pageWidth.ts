/** Characters of the standard font across an A4 page on its side. */
export const pageWidth = 148;
