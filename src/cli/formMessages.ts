import type { Finding } from '../review';
import { resources } from '../locale';
import { say } from '../locale/format';
import type { Terminal } from './terminal';

/** A finding in words. */
export function findingMessage(finding: Pick<Finding, 'code' | 'variant' | 'details'>, { language }: Pick<Terminal, 'language'>): string {
  const texts = resources[language];
  const special = `finding.${finding.code}.${finding.variant ?? ''}`;
  return say(texts, special in texts ? special : `finding.${finding.code}`, finding.details);
}

/** What would put it right, in words; null where there is no one-step repair. */
export function fixMessage(
  fix: { readonly code: string; readonly details: Readonly<Record<string, string>> } | null,
  { language }: Pick<Terminal, 'language'>,
): string | null {
  return fix && say(resources[language], `fix.${fix.code}`, fix.details);
}

/** Why a cell is written, in words. */
export function writeMessage(
  reason: { readonly code: string; readonly details: Readonly<Record<string, string>> },
  { language }: Pick<Terminal, 'language'>,
): string {
  return say(resources[language], `write.${reason.code}`, reason.details);
}
