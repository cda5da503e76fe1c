import type { ComparisonsResult } from '../engine/comparisons-result.ts';
import type { RunResult, TruthResult } from '../engine/result.ts';
import { percentWords } from '../trial/percent-words.ts';
import { sequentialLevel } from '../trial/sequential-design.ts';
import { chartArms } from './chart-arms.ts';
import { endpointWords } from './endpoint-words.ts';
import { liveDesign } from './live-design.ts';
import { best, known, percent, points } from './numbers.ts';
import { timeRatesByArm } from './times-words.ts';

/** Of several arms compared with one control: each and together, under a truth; undefined where one arm is compared. */
export const comparisonsOf = ({ operatingCharacteristics }: TruthResult): ComparisonsResult | undefined =>
  operatingCharacteristics.comparisons;

/** The arm of a claim in front of a sentence about it, where several are compared: `gy27: `; else nothing. */
export const armPrefix = ({ arm }: { readonly arm?: string | undefined }): string =>
  arm === undefined ? '' : `${arm}: `;

/** At which level each of several comparisons is made, as a sentence; empty where one arm is compared. */
export function levelSentence(result: Pick<RunResult, 'scenario' | 'arms'>): string {
  const { comparisons, claims } = liveDesign(result);
  if (!comparisons) return '';
  const level = percentWords(Number(sequentialLevel(claims[0])!.toPrecision(3)));
  switch (comparisons.multiplicity) {
    case 'none':
      return `Each comparison with the control is made at its own level, one-sided ${level}.`;
    case 'dunnett':
      return `Each comparison with the control is made at a one-sided level of ${level}, which holds that of the claim for all of them (Dunnett).`;
    case 'gatekeeping':
      return `The arms are compared with the control in their order at a one-sided level of ${level}, each only if those before it pass.`;
  }
}

/** What success is, of comparisons with one control: a lead to the list of their claims. */
export function comparisonLead(result: Pick<RunResult, 'scenario' | 'arms'>): string {
  const { comparisons } = liveDesign(result);
  const control = result.arms[0].name;
  const { multiplicity, requires } = comparisons!;
  if (requires === 'all') return `The trial succeeds if every comparison with ${control} passes:`;
  return multiplicity === 'gatekeeping'
    ? `The trial succeeds if its first comparison with ${control} passes:`
    : `The trial succeeds if at least one comparison with ${control} passes:`;
}

/** How often each comparison passes as planned, and how they do together. */
export function comparisonSentence(result: RunResult): string {
  const found = comparisonsOf(result.truths[0]);
  if (!found) return '';
  const each = Object.entries(found.byArm).map(([arm, { power }]) => `${arm} in ${known(power)}`);
  return `Of the comparisons with ${result.arms[0].name}, that of ${each.join(' of trials, that of ')} passes; at least one in ${known(found.atLeastOne)}, every one in ${known(found.all)}. With every arm at its margin at once, at least one passes in ${known(found.familywiseError)} (the familywise error).`;
}

/** The true rates of all arms as planned, beside what the claim allows. */
export function armRatesSentence(result: RunResult): string {
  const [{ endpoint, limit, scale }] = result.claims;
  if (scale !== undefined) return timeRatesByArm(result);
  const rates = result.truths[0].arms.map((arm) => best(arm.endpoints[endpoint]!.rate));
  const [control, ...tested] = chartArms(result).map(
    ({ label }, i) => `${percent(rates[i])} % with ${label}`,
  );
  const margin = limit === 0 ? 'the claim is that it is better' : `the margin allows ${points(limit)} worse`;
  return `As planned, the rate of ${endpointWords(result, endpoint)} is ${tested.join(' and ')} against ${control}; ${margin}.`;
}
