import type { ArmLooksResult } from '../engine/arm-looks-result.ts';
import type { RunResult, TruthResult } from '../engine/result.ts';
import type { ArmLooks } from '../trial/many-to-one/arm-looks.ts';
import { liveDesign } from './live-design.ts';
import { known, knownMean } from './numbers.ts';

/** How arms leave the trial at looks under a truth; undefined where all run to its end. */
export const armLooksOf = ({ operatingCharacteristics }: TruthResult): ArmLooksResult | undefined =>
  operatingCharacteristics.comparisons?.looks;

/** `a, b and c` */
const listed = (items: readonly string[]): string => items.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** A bound on the normal score; a dash where there is none. */
export const scoreWords = (bound: number): string =>
  Number.isFinite(bound) ? String(bound).replace('-', '−') : '–';

/** `27 of 90 patients`, or as fractions where the arms are not of one size. */
function seenWords({ sizes, fractions }: ArmLooks, look: number): string {
  const [last] = sizes.slice(-1);
  const isEven = last.every((size) => size === last[0]);
  return isEven ? `${sizes[look][0]} of ${last[0]}` : `${Number((100 * fractions[look]).toFixed(1))} %`;
}

/** At which looks arms leave the trial and by which bounds, as a sentence; empty where none does. */
export function armLooksSentence(result: Pick<RunResult, 'scenario' | 'arms'>): string {
  const { armLooks } = liveDesign(result);
  if (!armLooks) return '';
  const { futility, efficacy, fractions } = armLooks;
  const looks = fractions.slice(0, -1).map((_, look) => {
    const bounds = [
      ...(Number.isFinite(futility[look]) ? [`dropped below a score of ${scoreWords(futility[look])}`] : []),
      ...(Number.isFinite(efficacy[look]) ? [`shown from ${scoreWords(efficacy[look])}`] : []),
    ];
    return `at ${seenWords(armLooks, look)} patients of each arm it is ${bounds.join(' and ')}`;
  });
  return `Each arm is looked at before the end: ${looks.join('; ')}. The control and the arms that are left go on.`;
}

/** How often each arm is dropped as planned, and how many patients that leaves; empty where none is. */
export function droppedSentence({ truths, arms }: RunResult): string {
  const found = armLooksOf(truths[0]);
  if (!found) return '';
  const each = Object.entries(found.byArm).map(
    ([arm, { droppedInAll }]) => `${arm} in ${known(droppedInAll)}`,
  );
  const sizes = arms.map(({ name }) => `${knownMean(found.expectedPatients[name])} in ${name}`);
  return `Before the end ${listed(each)} of trials are dropped; on average ${listed(sizes)} are enrolled.`;
}
