/** Descriptions that meet or contradict each other: 不提交 and 完全不提交, one state with two results. */
import { isPoint } from '../interval';
import type { BandRule, LabelRule, Rule, StepRule } from '../rule';
import { rankOf, sameAward } from '../tierOrder';
import { nameOf } from './coverage';
import { issue, union, type FoundIssue } from './issue';

const isBand = (rule: Rule): rule is BandRule => rule.kind === 'band';
const isLabel = (rule: Rule): rule is LabelRule => rule.kind === 'label';
const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';

const intensifiers = /^(?:完全|从不|从未|根本|始终|一律|彻底|一直)/;
const denial = /^(?:没有|未|没|无|不)/;
const grave = /^(?:没有|未发生|未出现|未|无)(?:因.{0,12})?(?:重大|严重|较大|明显|恶劣)|^无因.{1,20}(?:重大|严重|较大)/;

const alternatives = (phrases: readonly string[]): readonly string[] => phrases.flatMap((phrase) => phrase.split(/或者?|、/));

/** Descriptions that meet: 不提交 and 完全不提交; 完成0项 and 未完成; 无重大违规 beside 有1-2次轻微违规. */
export function wordIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const labels = rules.filter(isLabel);
  const bands = rules.filter(isBand);
  return [
    ...sameWords(labels),
    ...sameEvents(rules.filter(isStep)),
    ...deniedTwice(labels),
    ...zeroTwice(labels, bands),
    ...graveBesideMinor(labels, rules),
    ...deniedAboveFlawed(labels),
  ];
}

/** 处理不及时为中 and 处理不及时为差: one state, two results. */
function sameWords(labels: readonly LabelRule[]): readonly FoundIssue[] {
  return labels.flatMap((label, at) => {
    const other = labels
      .slice(at + 1)
      .find((one) => !sameAward(one.award, label.award) && one.phrases[0] !== undefined && one.phrases[0] === label.phrases[0]);
    const details = { a: label.phrases[0] ?? '', b: other?.phrases[0] ?? '' };
    return other && (label.phrases[0]?.length ?? 0) > 1 ? [issue('contradiction', union(label.span, other.span), details)] : [];
  });
}

const shortest = 4;
const amountText = ({ amount }: StepRule): string => `${amount.mode} ${amount.of} ${amount.low?.toFixed()} ${amount.high?.toFixed()}`;

/** 统计报表每迟报一次扣2分 and 报表迟报一次扣5分: one occurrence, two amounts. */
function sameEvents(steps: readonly StepRule[]): readonly FoundIssue[] {
  const events = steps.filter(({ trigger, within, free }) => trigger === 'event' && within === null && !free);
  return events.flatMap((step, at) => {
    const [own] = step.phrases;
    const other = events.slice(at + 1).find(({ phrases: [phrase] }) => {
      const [short, long] = [own ?? '', phrase ?? ''].sort((a, b) => a.length - b.length) as [string, string];
      return short.length >= shortest && (short === long || long.endsWith(short));
    });
    return other && amountText(other) !== amountText(step) && other.times === 'each' && step.times === 'each'
      ? [issue('contradiction', union(step.span, other.span), { a: own ?? '', b: other.phrases[0] ?? '' })]
      : [];
  });
}

function deniedTwice(labels: readonly LabelRule[]): readonly FoundIssue[] {
  return labels.flatMap((label) =>
    label.phrases.flatMap((phrase) => {
      if (!intensifiers.test(phrase)) return [];
      const plain = phrase.replace(intensifiers, '');
      const other = labels.find((one) => one !== label && !sameAward(one.award, label.award) && alternatives(one.phrases).includes(plain));
      return other ? [issue('contradiction', union(label.span, other.span), { a: plain, b: phrase })] : [];
    }),
  );
}

function zeroTwice(labels: readonly LabelRule[], bands: readonly BandRule[]): readonly FoundIssue[] {
  const zero = bands.find(({ interval }) => isPoint(interval) && interval.low?.at.isZero());
  if (!zero) return [];
  const denying = labels.find((label) =>
    label.phrases.some((phrase) => denial.test(phrase) && phrase.length <= 6 && !sameAward(label.award, zero.award)),
  );
  return denying ? [issue('contradiction', union(zero.span, denying.span), { a: '0', b: denying.phrases[0] ?? '' })] : [];
}

function graveBesideMinor(labels: readonly LabelRule[], rules: readonly Rule[]): readonly FoundIssue[] {
  const first = labels.find((label) => label.phrases.some((phrase) => grave.test(phrase)));
  const minor = rules.find((rule) => rule.kind === 'band' && rule.phrases.some((phrase) => /轻微|一般|较小|次/.test(phrase)));
  return first && minor
    ? [
        issue('overlap', union(first.span, minor.span), {
          lower: first.award.tier ?? '',
          upper: minor.kind === 'band' ? nameOf(minor) : '',
        }),
      ]
    : [];
}

/** 未制定计划为合格 above 制定计划但不符合要求为不合格: nothing beats something flawed. */
function deniedAboveFlawed(labels: readonly LabelRule[]): readonly FoundIssue[] {
  return labels.flatMap((label) => {
    const denied = label.phrases.find((phrase) => denial.test(phrase))?.replace(denial, '');
    if (!denied) return [];
    const flawed = labels.find(
      (other) => other.phrases.some((phrase) => phrase.startsWith(denied) && /但/.test(phrase)) && worse(other, label),
    );
    const details = { a: label.phrases[0] ?? '', b: flawed?.phrases[0] ?? '' };
    return flawed ? [issue('contradiction', union(label.span, flawed.span), details)] : [];
  });
}

function worse(a: LabelRule, b: LabelRule): boolean {
  const [x, y] = [rankOf(a.award.tier), rankOf(b.award.tier)];
  return x !== null && y !== null && x > y;
}
