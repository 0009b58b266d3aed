/**
 * Reading and scoring against feelin (a FEEL engine) and against a bare chain of comparisons; how the time grows with the length of a text.
 * Ratios of one run, no thresholds.
 *
 * What is compared: feelin parses and runs one unary test a band, all bands of the text, for one value: the least that a FEEL user needs to
 * know what a table of bands gives. `readCriteria` finds the bands in the sentence, settles their bounds, looks for gaps and overlaps and
 * writes the fixes. Both see the same number of bands; no result is kept from one round to the next on either side. The first text has a
 * step between its ranges (89 to 90), so that it also pays for issues and fixes; the mix holds the usual ways to write bands.
 *
 * For one entry feelin runs the tests from the top until one holds; a bare chain of comparisons is the least that exact numbers cost.
 * `awardFor` gives what the chain gives. `scoreEntry` gives the whole outcome; its chain of reasons is made when somebody reads it, which is
 * measured by itself.
 */
import Decimal from 'decimal.js';
import { unaryTest } from 'feelin';
import { bench, group, run, summary } from 'mitata';
import { awardFor, readCriteria, scoreEntry, type EntryValue } from '../../src/rubric';

interface Banded {
  readonly text: string;
  /** The same bands as FEEL unary tests. */
  readonly tests: readonly string[];
}

const grades: Banded = {
  text: '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格。',
  tests: ['[90..100]', '[80..90[', '[60..80[', '< 60'],
};

const mix: readonly Banded[] = [
  grades,
  { text: '完成率≥95%得20分，≥90%得15分，≥80%得10分，低于80%不得分', tests: ['>= 95', '[90..95[', '[80..90[', '< 80'] },
  {
    text: '90分以上为优秀，80分以上不足90分为良好，60分以上不足80分为合格，不足60分为不合格',
    tests: ['>= 90', '[80..90[', '[60..80[', '< 60'],
  },
  { text: '投诉0次得10分；1-2次得6分；3次及以上得0分', tests: ['0', '[1..2]', '>= 3'] },
  { text: 'Excellent: 90-100; Good: 80-89; Fair: 60-79; Poor: below 60', tests: ['[90..100]', '[80..90[', '[60..80[', '< 60'] },
  {
    text: 'A：95分以上；B：85-94分；C：70-84分；D：60-69分；E：60分以下',
    tests: ['>= 95', '[85..95[', '[70..85[', '[60..70[', '< 60'],
  },
  {
    text: '客户满意度达到95%及以上得满分，90%（含）-95%得15分，85%（含）-90%得10分，85%以下不得分',
    tests: ['>= 95', '[90..95[', '[85..90[', '< 85'],
  },
  { text: '2小时内响应10分，2-4小时8分，4-8小时5分，超过8小时0分', tests: ['<= 2', ']2..4]', ']4..8]', '> 8'] },
];

const runTests = ({ tests }: Banded): readonly unknown[] => tests.map((test) => unaryTest(test, { '?': 85 }));

group('four bands: read the text (ours), parse and run the tests (FEEL)', () => {
  summary(() => {
    bench('readCriteria', () => readCriteria(grades.text));
    bench('feelin: four unary tests', () => runTests(grades));
  });
});

group('eight usual texts, 32 bands', () => {
  summary(() => {
    bench('readCriteria', () => mix.map(({ text }) => readCriteria(text)));
    bench('feelin: a unary test a band', () => mix.map(runTests));
  });
});

const values = [95, 85, 70, 40];
const entries = values.map((value): EntryValue => ({ kind: 'number', value: new Decimal(value), percentFormat: false }));
const decimals = values.map((value) => new Decimal(value));
const reading = readCriteria(grades.text);

const cuts = [90, 80, 60].map((cut) => new Decimal(cut));
const bare = (value: Decimal): string =>
  value.gte(cuts[0] as Decimal) ? '优秀' : value.gte(cuts[1] as Decimal) ? '良好' : value.gte(cuts[2] as Decimal) ? '合格' : '不合格';

const feel = (value: number): number => grades.tests.findIndex((test) => unaryTest(test, { '?': value }).value === true);

group('four values under a reading', () => {
  summary(() => {
    bench('scoreEntry', () => entries.map((entry) => scoreEntry(reading, entry)));
    bench('scoreEntry, its reasons read', () => entries.map((entry) => scoreEntry(reading, entry).reason));
    bench('awardFor, the award alone', () => decimals.map((value) => awardFor(reading, value)));
    bench('feelin: unaryTest', () => values.map(feel));
    bench('bare Decimal comparisons', () => decimals.map(bare));
  });
});

/** Texts that make careless readers slow: four times the length should take four times as long. */
const adversaries = [
  '1+',
  '((((',
  '每次扣1分',
  '90-80-70-',
  '一二三四五六七八九十',
  '9',
  '迟到，',
  '低于0分，',
  '90%以上20分',
  '\u0316\u0301',
  'a/b*c+',
];

for (const unit of adversaries) {
  const [short, long] = [25_000, 100_000].map((length) => unit.repeat(Math.ceil(length / unit.length))) as [string, string];
  group(`a text of nothing but ${JSON.stringify(unit)}`, () => {
    summary(() => {
      bench('25,000 characters', () => readCriteria(short));
      bench('100,000 characters', () => readCriteria(long));
    });
  });
}

void run();
