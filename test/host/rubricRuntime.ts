/** The product's functions as its built page has them: their metadata, and a script that associates them beside office.js. */
import { buildSync } from 'esbuild';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import type { FunctionMetadata } from '../../src/workbench/model/workbookModel';

export interface RubricRuntime {
  readonly functions: readonly FunctionMetadata[];
  readonly functionsScript: string;
}

/** Builds both from the sources. */
export async function rubricRuntime(): Promise<RubricRuntime> {
  const { metadataJson, associate } = await generateCustomFunctionsMetadata(['src/functions/functions.ts'], true);
  const lines = associate.map(({ id, functionName }) => `CustomFunctions.associate('${id}', f.${functionName});`);
  const { outputFiles } = buildSync({
    stdin: { contents: `import * as f from './src/functions/functions';\n${lines.join('\n')}`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const { functions } = JSON.parse(metadataJson) as { functions: readonly FunctionMetadata[] };
  return { functions, functionsScript: outputFiles[0]?.text ?? '' };
}
