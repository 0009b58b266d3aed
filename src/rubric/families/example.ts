/** What only illustrates a rule: 例如交卷时间为61分钟，得19分; 每增加1%加1分，以此类推. */
import type { Family } from './family';

const example = /^[\s(（]*(?:例如?|比如|譬如|举例(?:说明)?|示例|即如)[:：，,]?(?!外|行|会)/;
const andSoOn = /^[\s，,]*(?:(?:并|且)?(?:以此|依此|依次|以次|照此|如此)类推|依次递[增减])[。.)]?$/;

/** Examples, and that steps go on, say nothing that the steps in front of them do not say. */
export const exampleFamily: Family = {
  name: 'example',
  read(clause, { rules }) {
    if (!rules.some(({ kind }) => kind === 'step' || kind === 'formula')) return null;
    return example.test(clause.text.slice(0, 12)) || andSoOn.test(clause.text.slice(0, 20)) ? { rules: [] } : null;
  },
};
