import type { Texts } from '../format';

/** What is wrong with a template that somebody brings along. */
export const templateFault: Texts = {
  'template.fault.not-json': 'this is not JSON',
  'template.fault.newer': 'made with a newer version of the product (format {{version}})',
  'template.fault.missing': 'is missing',
  'template.fault.unknown-field': 'is not a field of a template',
  'template.fault.not-text': 'must be a text',
  'template.fault.empty': 'is empty',
  'template.fault.too-long': 'is longer than {{most}} characters',
  'template.fault.not-number': 'must be a whole number from {{least}} to {{most}}',
  'template.fault.not-decimal': 'must be a number written as text, such as "12.5", not “{{value}}”',
  'template.fault.not-list': 'must be a list',
  'template.fault.empty-list': 'must hold at least one item',
  'template.fault.not-object': 'must be an object',
  'template.fault.not-boolean': 'must be true or false',
  'template.fault.not-one-of': 'must be one of: {{known}}',
  'template.fault.sheet-name':
    '“{{value}}” cannot name a sheet: at most 31 characters, none of : \\ / ? * [ ], no quotation mark at an end',
  'template.fault.id': '“{{value}}”: only small letters, digits and hyphens',
  'template.fault.weight-missing': 'has no weight or full marks',
  'template.fault.weights-sum': 'the weights add up to {{sum}}%, not 100%',
  'template.fault.shares-sum': 'the shares add up to {{sum}}%, not 100%',
  'template.fault.no-raters': 'nobody scores',
  'template.fault.entry-layout': '“{{kind}}” has no column in the layout “{{layout}}”',
  'template.fault.mixed-points': 'holds deductions and incidents; use one of them',
  'template.fault.list-too-long': 'the choices are longer than 255 characters together',
  'template.fault.list-comma': 'a choice must not contain a comma',
  'template.fault.not-falling': 'must go from the highest to the lowest',
  'template.fault.lowest-not-zero': 'the lowest step must start at 0',
};
