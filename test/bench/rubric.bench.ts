/** Reading and scoring against feelin (a FEEL engine) and against a bare chain of comparisons: ratios of one run, no thresholds. */
import Decimal from 'decimal.js';
import { unaryTest } from 'feelin';
import { bench, group, run, summary } from 'mitata';
import { awardFor, readCriteria, scoreEntry, type EntryValue } from '../../src/rubric';

const text = '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格。';
const tests = ['[90..100]', '[80..90[', '[60..80[', '< 60'];
const values = [95, 85, 70, 40];
const entries = values.map((value): EntryValue => ({ kind: 'number', value: new Decimal(value), percentFormat: false }));
const decimals = values.map((value) => new Decimal(value));
const reading = readCriteria(text);

const cuts = [90, 80, 60].map((cut) => new Decimal(cut));
const bare = (value: Decimal): string =>
  value.gte(cuts[0] as Decimal) ? '优秀' : value.gte(cuts[1] as Decimal) ? '良好' : value.gte(cuts[2] as Decimal) ? '合格' : '不合格';

const feel = (value: number): number => tests.findIndex((test) => unaryTest(test, { '?': value }).value === true);

group('four bands: read the text (ours), parse and run the tests (FEEL)', () => {
  summary(() => {
    bench('readCriteria', () => readCriteria(text)).gc('inner');
    bench('feelin: four unary tests', () => tests.map((test) => unaryTest(test, { '?': 85 }))).gc('inner');
  });
});

group('four values under a reading', () => {
  summary(() => {
    bench('scoreEntry, with reasons', () => entries.map((entry) => scoreEntry(reading, entry)));
    bench('awardFor, the award alone', () => decimals.map((value) => awardFor(reading, value)));
    bench('feelin: unaryTest', () => values.map(feel));
    bench('bare Decimal comparisons', () => decimals.map(bare));
  });
});

void run();
