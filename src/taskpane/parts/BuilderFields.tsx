import { Checkbox } from '@fluentui/react-components';
import { languageNames, languages } from '../../locale/language';
import { entryKindsOf } from '../../template/checkTemplate';
import type { LayoutName, Template } from '../../template/types';
import { editTemplate } from '../desk/builder';
import { inLayout, sharesBalanced, titled } from '../view/templateEdits';
import { lists } from '../view/builderLists';
import { ChoiceInput } from './ChoiceInput';
import { ListEditor } from './ListEditor';
import { usePaneStyles } from './paneStyles';
import { SumLine, sumOf } from './SectionEditor';
import { TextInput } from './TextInput';
import { useDesk, useText } from './usePane';

interface BuilderFieldsProps {
  readonly template: Template;
}

const layouts = Object.keys(entryKindsOf) as readonly LayoutName[];
const scales = ['marks', 'points'] as const;
const periods = ['months', 'quarters'] as const;

/** Title, purpose, language, layout, scale. */
export function BasicFields({ template }: BuilderFieldsProps) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const { language, layout, scale } = template;
  const put = (change: Partial<Template>, mark: string | null = null): void => editTemplate(desk, { ...template, ...change }, mark);
  return (
    <div className={styles.tight}>
      <TextInput
        label={text('gallery.place.title')}
        lang={language}
        value={template.title}
        onChange={(title) => editTemplate(desk, titled(template, title), 'title')}
      />
      <TextInput
        label={text('gallery.place.sheetName')}
        lang={language}
        value={template.sheetName}
        onChange={(sheetName) => put({ sheetName }, 'sheetName')}
      />
      <TextInput
        label={text('gallery.place.purpose')}
        lang={language}
        value={template.purpose}
        lines={2}
        onChange={(purpose) => put({ purpose }, 'purpose')}
      />
      <ChoiceInput
        label={text('gallery.language')}
        value={language}
        options={languages}
        name={(tag) => languageNames[tag]}
        onChange={(tag) => put({ language: tag })}
      />
      <ChoiceInput
        label={text('gallery.layout')}
        value={layout}
        options={layouts}
        name={(one) => text(`gallery.layout.${one}`)}
        onChange={(one) => editTemplate(desk, inLayout(template, one))}
      />
      <ScaleFields template={template} />
      {scale.kind === 'marks' && (
        <TextInput
          kind="decimal"
          label={text('builder.scale.most')}
          value={scale.most}
          onChange={(most) => put({ scale: { kind: 'marks', most } }, 'scale')}
        />
      )}
    </div>
  );
}

/** How scores are counted, and what only one layout has. */
function ScaleFields({ template }: BuilderFieldsProps) {
  const desk = useDesk();
  const text = useText();
  const { layout, scale } = template;
  return (
    <>
      {layout !== 'points' && layout !== 'matrix' && (
        <ChoiceInput
          label={text('gallery.place.scale')}
          value={scale.kind}
          options={scales}
          name={(kind) => text(`builder.scale.${kind}`)}
          onChange={(kind) => editTemplate(desk, { ...template, scale: kind === 'marks' ? { kind, most: '100' } : { kind } })}
        />
      )}
      {layout === 'matrix' && (
        <ChoiceInput
          label={text('gallery.place.periods')}
          value={template.periods ?? 'months'}
          options={periods}
          name={(kind) => text(`builder.periods.${kind}`)}
          onChange={(kind) => editTemplate(desk, { ...template, periods: kind })}
        />
      )}
      {layout === 'summary' && <FactorFields template={template} />}
    </>
  );
}

/** The factor on a summary's sum; none where its name is blank. */
function FactorFields({ template: { factor, ...template } }: BuilderFieldsProps) {
  const desk = useDesk();
  const text = useText();
  const put = (name: string, most: string): void =>
    editTemplate(desk, name === '' ? template : { ...template, factor: { name, most } }, 'factor');
  return (
    <>
      <TextInput
        label={text('builder.factor')}
        lang={template.language}
        value={factor?.name ?? ''}
        onChange={(name) => put(name, factor?.most ?? '100')}
      />
      {factor && (
        <TextInput kind="decimal" label={text('builder.factor.most')} value={factor.most} onChange={(most) => put(factor.name, most)} />
      )}
    </>
  );
}

/** Who scores, with shares that add up. */
export function RaterFields({ template }: BuilderFieldsProps) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const sum = sumOf(template.raters.map(({ share }) => share));
  return (
    <div className={styles.tight}>
      {template.raters.length > 0 && (
        <SumLine
          words={sum === null ? text('builder.sum.unknown') : text('builder.sum.shares', { sum })}
          right={sum === '100'}
          balance={text('builder.balance')}
          onBalance={sum === '100' ? null : () => editTemplate(desk, sharesBalanced(template))}
        />
      )}
      <ListEditor list={lists.raters} template={template} />
    </div>
  );
}

const decimals = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** Grades, coefficients, rounding, subtotals, points on top and off. */
export function ResultFields({ template }: BuilderFieldsProps) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  return (
    <div className={styles.column}>
      <ListEditor list={lists.gradeScale} template={template} />
      <ListEditor list={lists.coefficients} template={template} />
      <ChoiceInput
        label={text('builder.rounding')}
        value={String(template.rounding)}
        options={decimals}
        name={(places) => places}
        onChange={(places) => editTemplate(desk, { ...template, rounding: Number(places) })}
      />
      <Checkbox
        checked={template.sectionTotals}
        label={text('builder.sectionTotals')}
        onChange={(_, { checked }) => editTemplate(desk, { ...template, sectionTotals: checked === true })}
      />
      {template.layout === 'ranking' && <ListEditor list={lists.awards} template={template} />}
      <ListEditor list={lists.extras} template={template} />
      <ListEditor list={lists.vetoes} template={template} />
    </div>
  );
}
