import { resources, type LanguageTag } from '../locale';
import { say } from '../locale/format';
import { WorkbookError } from '../workbook/port';
import { UsageError } from './terminal';

/** A failure in words: what happened, where, and what to do about it. */
export function errorMessage(error: unknown, language: LanguageTag): string {
  const texts = resources[language];
  if (error instanceof UsageError) return say(texts, `cli.${error.code}`, error.details);
  if (!(error instanceof WorkbookError))
    return say(texts, 'cli.unexpected', { message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  const codes = [`error.${error.code}.${variantOf(error)}`, `error.${error.code}`];
  return say(texts, codes.find((code) => code in texts) ?? `error.${error.code}`, error.details);
}

function variantOf({ details }: WorkbookError): string {
  return details.kind ?? details.reason ?? (details.cell ? 'cell' : '');
}
