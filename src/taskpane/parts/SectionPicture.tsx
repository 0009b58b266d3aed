import { useMemo } from 'react';
import type { Assessment } from '../../review/types';
import { sectionShares } from '../view/sectionShares';
import { BarPicture } from './BarPicture';
import { RadarPicture } from './RadarPicture';
import { useCulture, useText } from './usePane';

/** What each section of a form reached: bars, and a radar where there are enough axes. Nothing where nothing is scored. */
export function SectionPicture({ assessment }: { readonly assessment: Assessment }) {
  const text = useText();
  const culture = useCulture();
  const sections = useMemo(() => sectionShares(assessment), [assessment]);
  const percent = useMemo(() => new Intl.NumberFormat(culture, { style: 'percent', maximumFractionDigits: 0 }), [culture]);
  const scored = sections.filter(({ share }) => share !== null);
  if (scored.length === 0) return null;
  const bars = sections.map(({ name, share }, at) => ({
    label: `${at + 1} ${name}`,
    share,
    shown: share === null ? text('pane.pictures.notScored') : percent.format(share),
  }));
  const title = text('pane.pictures.sections');
  return (
    <>
      {sections.length >= 3 && scored.length === sections.length && (
        <RadarPicture title={title} shares={sections.map(({ share }) => share ?? 0)} />
      )}
      <BarPicture title={title} unit={text('pane.pictures.share')} bars={bars} />
    </>
  );
}
