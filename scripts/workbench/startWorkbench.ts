import { join } from 'node:path';
import { buildAddin } from './buildAddin';
import { buildWorkbench, fontFolder } from './buildWorkbench';
import { serve } from './serve';

const cache = '.cache';

/** `RUBRIC_BUILD=production` serves the add-in as it is deployed, for measuring. */
const mode = process.env.RUBRIC_BUILD === 'production' ? 'production' : 'development';

/** Builds what is not fresh and serves it. `port` 0 takes any free one. The working folder is the project's. */
export async function startWorkbench(port: number): ReturnType<typeof serve> {
  const site = {
    workbench: join(cache, 'workbench'),
    addin: join(cache, mode === 'production' ? 'addin-production' : 'addin'),
    fonts: fontFolder(),
    manifest: 'manifest.xml',
  };
  await Promise.all([buildWorkbench(site.workbench), buildAddin(join(process.cwd(), site.addin), mode)]);
  return serve(site, port);
}
