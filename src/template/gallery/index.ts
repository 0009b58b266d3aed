/** The built-in forms by id. Each stands in a module of its own per language and is fetched when it is wanted. */
import type { Language } from '../../rubric/types';
import type { LayoutName, Template } from '../types';

export interface GalleryEntry {
  readonly id: string;
  readonly layout: LayoutName;
  /** Languages in which it is there: `<id>/<language>.ts` beside this file. */
  readonly languages: readonly Language[];
}

/** One line a form. f01 … f20 of the collection that they follow, in its order. */
const forms: readonly GalleryEntry[] = [
  { id: 'insurance-service-quality', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f01
  { id: 'customer-management-monthly', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f02
  { id: 'monthly-six-indicators', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f03
  { id: 'after-sales-post', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f04
  { id: 'department-summary', layout: 'summary', languages: ['zh-CN', 'zh-TW', 'en'] }, // f05
  { id: 'department-duties', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f06
  { id: 'work-plan', layout: 'plan', languages: ['zh-CN', 'zh-TW', 'en'] }, // f07
  { id: 'internal-customer-rating', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f08
  { id: 'service-desk-letters', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f09
  { id: 'hospital-service-deductions', layout: 'points', languages: ['zh-CN', 'zh-TW', 'en'] }, // f10
  { id: 'hospital-guide-months', layout: 'matrix', languages: ['zh-CN', 'zh-TW', 'en'] }, // f11
  { id: 'mall-service-incidents', layout: 'points', languages: ['zh-CN', 'zh-TW', 'en'] }, // f12
  { id: 'hospital-service-team', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f13
  { id: 'specialist-quant-qual', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f14
  { id: 'service-kpi-ratios', layout: 'kpi', languages: ['zh-CN', 'zh-TW', 'en'] }, // f15
  { id: 'service-indicator-catalogue', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f16
  { id: 'manager-indicators', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f17
  { id: 'service-department-importance', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f18
  { id: 'service-ranking-awards', layout: 'ranking', languages: ['zh-CN', 'zh-TW', 'en'] }, // f19
  { id: 'research-centre-service', layout: 'scored', languages: ['zh-CN', 'zh-TW', 'en'] }, // f20
];

/** Forms that are there in some language. */
export const gallery: readonly GalleryEntry[] = forms.filter(({ languages }) => languages.length > 0);

/** Ids of all forms that the gallery is to hold. */
export const galleryIds: readonly string[] = forms.map(({ id }) => id);

/** Loads one form. Rejects where the gallery has no such form in this language. */
export async function loadTemplate(id: string, language: Language): Promise<Template> {
  const entry = gallery.find((each) => each.id === id);
  if (!entry?.languages.includes(language)) throw new RangeError(`no template ${id} in ${language}`);
  const loaded = (await import(/* webpackInclude: /(zh-CN|zh-TW|en)\.ts$/ */ `./${id}/${language}`)) as { readonly template: Template };
  return loaded.template;
}

/** All forms of one language, in the gallery's order. */
export const loadGallery = (language: Language): Promise<readonly Template[]> =>
  Promise.all(gallery.filter(({ languages }) => languages.includes(language)).map(({ id }) => loadTemplate(id, language)));
