import { readCriteria } from '../../src/rubric';
import { outcome, result, resultsOf, type Row } from './gives';

const lists: readonly Row[] = [
  ['4 = Leads others\n3 = Small slip — mend within 12 hours\n2 = Large slip — mend at once, write it down\n1 = Breakdown — call the owner', { 'Leads others': 'Leads others 4', 'Small slip': 'Small slip 3', Breakdown: 'Breakdown 1' }],
  ['Scale: 0 = not seen, 2 ="Rare", 4="Common", 6="Everywhere".', { Rare: 'Rare 2', Everywhere: 'Everywhere 6', 'not seen': 'not seen 0' }],
  ['A  (4)\n= careful work & full\nanswers\nB (3) = decent work\nC (2) = hasty work\nF  (0) = nothing, away', { A: 'A 4', 'decent work': 'B 3', F: 'F 0' }],
  ['Proficient: All parts are built\n12points\nNearly there: One part is missing.\n8points\nNo Grade: Nothing posted or copied work.\n0points', { Proficient: 'Proficient 12', 'One part is missing': 'Nearly there 8', 'Nothing posted': 'No Grade 0' }],
  ['2 pts | Talk is held on the set day and within the 20 minute limit.\n1 pt | Talk is held on the set day, but 5 minutes over.\n0 pts | No talk', { 'held on the set day and within the 20 minute limit': '2', 'No talk': '0' }],
  ['Poor\nAverage\nExcellent\nSite tidiness\n0\n20\n40', { Poor: 'Poor 0', Excellent: 'Excellent 40' }],
  ['3 POINTS 2 POINTS 1 POINT 0 POINTS\n\nWORLD CLASS GOOD POOR UNACCEPTABLE', { 'WORLD CLASS': 'WORLD CLASS 3', POOR: 'POOR 1' }],
  ['| Mark | What it means |\n| 8 | The loader finished twice as fast as planned. |\n| 4 | The loader finished exactly as planned. |\n| 0 | The loader took twice as long as planned. |', { 'The loader finished exactly as planned': '4' }],
  ['Exceeds expectations (5)\nMeets expectations (3)\nBelow expectations (1)', { 'Meets expectations': 'Meets expectations 3' }],
  ['1st fastest lap: 30 pts\n- 2nd fastest lap: 20 pts\n- 3rd fastest lap: 10 pts', { '2nd fastest lap': '20', '3rd': '10' }],
]; // prettier-ignore

describe('lists of names with what they are worth', () => {
  it.each(lists)('%s', (...row) => {
    expect(resultsOf(row)).toEqual(row[1]);
  });

  it.each([
    ['1 Open the valve\n2 Fill the tank\n3 Close the valve', '2'],
    ['Spilled paint\n4 points\nEach blunt tool\n4 points\nOpen gate\n1 point', 'Open gate'],
  ])('asks: %s', (text, entry) => {
    expect(result(outcome(text, entry))).toMatch(/^\?/);
  });
});

describe('weights of parts', () => {
  it.each(["Manager's Rating = 70%\nOwn Rating = 30%", 'Field | Weight |\nCare of tools | 25% |\nTidiness | 35% |\nOutput | 40% |'])(
    '%s',
    (text) => {
      const { rules, certainty } = readCriteria(text);
      expect([certainty, ...new Set(rules.map(({ kind }) => kind))]).toEqual(['certain', 'part']);
    },
  );

  it('takes thresholds for no weights', () => {
    expect(readCriteria('Pass = 60%\nFail = 40%').rules.map(({ kind }) => kind)).not.toContain('part');
  });
});
