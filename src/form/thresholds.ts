/** How much must speak for a table; apart from the reader, so that a face can ask without loading it. */

/** At this confidence and above the product acts; below it asks "is this a form?". */
export const askBelow = 0.5;

/** Tables below this are not mentioned at all. */
export const mentionFrom = 0.38;
