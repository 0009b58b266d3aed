/** What a message is made of: a template per code, and the values that go into it. */

/** Templates of one language by message code; placeholders are `{{name}}`. */
export type Texts = Readonly<Record<string, string>>;

export type Details = Readonly<Record<string, string | number>>;

const placeholder = /\{\{(\w+)\}\}/g;

/** Template and values → text. A value that is not given leaves nothing behind; values are inserted as they are, never as markup. */
export function fillIn(template: string, details: Details = {}): string {
  return template.replace(placeholder, (_, name: string) => String(details[name] ?? ''));
}

/** Names of the placeholders of a template, sorted, each once. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] ?? ''))].sort();
}

/** Text of a message in one language. A code without a template is shown as it is, so that nothing is ever silently missing. */
export function say(texts: Texts, code: string, details: Details = {}): string {
  const template = texts[code];
  return template === undefined ? code : fillIn(template, details);
}
