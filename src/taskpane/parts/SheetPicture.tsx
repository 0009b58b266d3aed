import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { sheetPlanOf } from '../../template/sheetPlanOf';
import type { Template } from '../../template/types';
import { sheetPicture } from '../view/sheetPicture';

const useStyles = makeStyles({
  // Paper stays white in the dark too.
  paper: {
    display: 'block',
    width: '100%',
    height: 'auto',
    backgroundColor: '#FFFFFF',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
});

interface SheetPictureProps {
  /** Checked: a faulty template has no sheet. */
  readonly template: Template;
  /** What the picture shows, for those who do not see it; absent where the words beside it say so. */
  readonly label?: string;
  /** Most height as a part of the width. */
  readonly shape?: number;
  readonly className?: string;
}

/** What the sheet of a template will look like, drawn from its plan. */
export function SheetPicture({ template, label, shape, className }: SheetPictureProps) {
  const { paper } = useStyles();
  const picture = useMemo(() => sheetPicture(sheetPlanOf(template), shape), [template, shape]);
  const said = label === undefined ? ({ 'aria-hidden': true } as const) : { role: 'img', 'aria-label': label };
  return (
    <svg
      className={mergeClasses(paper, className)}
      viewBox={`-4 -4 ${picture.width + 8} ${picture.height + 8}`}
      focusable="false"
      {...said}
    >
      {picture.layers.map(({ fill, path }) => (
        <path key={fill} fill={fill} d={path} />
      ))}
      <path fill="none" stroke={picture.lines.color} strokeWidth="0.8" d={picture.lines.path} />
    </svg>
  );
}
