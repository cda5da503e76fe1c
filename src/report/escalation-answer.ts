import type { EscalationResult, EscalationTruthResult, PlanResult } from '../engine/escalation-result.ts';
import { percentWords } from '../trial/percent-words.ts';
import { methodWords, monthsWords, toxicityWords, windowsOf } from './escalation-words.ts';
import { known, knownMean, percent } from './numbers.ts';

/** `a`, `a and b`, `a, b and c`. */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

/** What ought to be found. */
function rightSentence({ arms, escalation }: EscalationResult, truth: EscalationTruthResult): string {
  const { rightLevel, byHorizon } = truth;
  const by = `by ${monthsWords(escalation.horizonMonths)}`;
  const rate = (level: number): string => `${percent(byHorizon[level])} %`;
  if (rightLevel === 0)
    return `As planned, no level is acceptable: ${rate(0)} have a toxicity ${by} at the lowest, where ${percentWords(escalation.acceptableRate)} would be.`;
  const next = arms[rightLevel];
  const above = next
    ? ` (${rate(rightLevel - 1)} have a toxicity ${by}); ${next.name} is not (${rate(rightLevel)})`
    : `, and so is every level (${rate(rightLevel - 1)} have a toxicity ${by})`;
  return `As planned, ${arms[rightLevel - 1].name} is the highest acceptable level${above}.`;
}

/** What plans with a window recommend, and what it shows them. */
function windowSentence(truth: EscalationTruthResult, windowMonths: number): string {
  const plans = truth.plans.filter((plan) => plan.windowMonths === windowMonths);
  const [{ withinWindow }] = plans;
  const top = withinWindow.length - 1;
  const seen = truth.byHorizon[top] > 0 ? withinWindow[top] / truth.byHorizon[top] : 1;
  const of = (value: (plan: PlanResult) => string): string =>
    listed(plans.map((plan) => `${value(plan)} (${methodWords(plan)})`));
  const window = `A window of ${monthsWords(windowMonths)} shows ${percent(seen, 0)} % of the toxicities of the highest level`;
  const wrong = plans.some((plan) => plan.tooToxic.estimate > 0)
    ? `a level that is not acceptable is recommended in ${of((plan) => known(plan.tooToxic))} of trials, the right one in ${of((plan) => known(plan.right))}`
    : `the right level is recommended in ${of((plan) => known(plan.right))} of trials`;
  return `${window}: ${wrong}.`;
}

/** What it costs in harm and in time. */
function costSentence({ escalation }: EscalationResult, { plans }: EscalationTruthResult): string {
  const by = (pick: (plan: PlanResult) => number): readonly [PlanResult, PlanResult] => {
    const sorted = [...plans].sort((a, b) => pick(a) - pick(b));
    return [sorted[0], sorted[sorted.length - 1]];
  };
  const name = (plan: PlanResult): string => `${methodWords(plan)}, ${monthsWords(plan.windowMonths)}`;
  const [quick, slow] = by(({ months }) => months.mean.estimate);
  const [mild, harsh] = by(({ harmed }) => harmed.estimate);
  const range = (low: string, high: string, first: PlanResult, last: PlanResult): string =>
    first === last ? low : `${low} (${name(first)}) to ${high} (${name(last)})`;
  return `A trial takes a mean of ${range(knownMean(quick.months.mean), knownMean(slow.months.mean), quick, slow)} months, and harms ${range(knownMean(mild.harmed), knownMean(harsh.harmed), mild, harsh)} patients by ${monthsWords(escalation.horizonMonths)}.`;
}

/** What the second phase makes of it. */
function expansionSentence({ escalation }: EscalationResult, { plans }: EscalationTruthResult): string[] {
  const expanded = plans.filter(({ expansion }) => expansion);
  if (escalation.expansion === null || expanded.length === 0) return [];
  const parts = expanded.map(
    (plan) =>
      `${known(plan.expansion!.passes)} of trials (${methodWords(plan)}, ${monthsWords(plan.windowMonths)}), in ${known(plan.expansion!.passesTooToxic)} at a level that is not acceptable`,
  );
  return [`With ${escalation.expansion}, the claim passes in ${parts.join('; ')}.`];
}

/** What other truths make of the first plan. */
function otherTruths({ truths }: EscalationResult): string[] {
  const others = truths.slice(1);
  if (others.length === 0) return [];
  const [{ windowMonths }] = truths[0].plans;
  const list = others.map(({ name, plans }) => `${known(plans[0].right)} under ${name}`);
  return [
    `Other truths, ${methodWords(truths[0].plans[0])} with ${monthsWords(windowMonths)}: the right level in ${list.join(', ')}.`,
  ];
}

/** The answer in sentences, the headline first. */
export function escalationAnswer(result: EscalationResult): string[] {
  const [planned] = result.truths;
  return [
    `${rightSentence(result, planned)} Toxicity is ${toxicityWords(result)}.`,
    ...windowsOf(planned).map((window) => windowSentence(planned, window)),
    costSentence(result, planned),
    ...expansionSentence(result, planned),
    ...otherTruths(result),
  ];
}
