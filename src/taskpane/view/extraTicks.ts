/** What the user typed → marks, each once: spaces, commas and 、 stand between them. */
export function marksOf(typed: string): string[] {
  return [...new Set(typed.split(/[\s,，、;；]+/).filter((mark) => mark !== ''))];
}
