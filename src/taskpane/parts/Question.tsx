import { lazy, Suspense, type ComponentProps } from 'react';
import type { OpenQuestion as Shown } from './OpenQuestion';

/** It reads criteria to show what each reading gives; the reader comes with the first check, not with the pane. */
const OpenQuestion = lazy(async () => ({ default: (await import('./OpenQuestion')).OpenQuestion }));

/** A question about open criteria, with the readings to choose from. */
export function Question(props: ComponentProps<typeof Shown>) {
  return (
    <Suspense fallback={null}>
      <OpenQuestion {...props} />
    </Suspense>
  );
}
