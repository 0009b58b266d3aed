export const languages: readonly string[];
export function deploymentAddress(): string;
export function functionTexts(language: string): Record<string, string>;
export function translateMetadata(metadata: unknown, language: string, address?: string): unknown;
