import type { AimResult, AimTruthResult } from '../engine/aim-result.ts';
import { countedWords, expectedShare, grayTo2, grayWithError, primaryWords } from './aim-words.ts';
import { best, knownMean, withError } from './numbers.ts';

/** How often an estimate bounds α/β, and where estimates lie. */
function precisionSentences({ aim }: AimResult, truth: AimTruthResult): string[] {
  const { power } = truth.operatingCharacteristics;
  const { trueGy, isMedian, estimates, expected, sets } = truth.estimation;
  const of = trueGy === null ? 'α/β' : `a true α/β of ${grayTo2(trueGy)}${isMedian ? ' (a median)' : ''}`;
  const holding = sets?.[aim.primary].coverageWhereBounded;
  const lead = `As planned, ${withError(power)} of trials bound ${of}: they have a ${primaryWords(aim)} with two ends, and both coefficients of dose with the right sign (normal approximation ${expectedShare(power.expected)}).${holding ? ` Of the sets with two ends ${withError(holding)} hold the true value.` : ''}`;
  if (!estimates) return [lead, 'No trial has an estimate.'];
  const at = (probability: number): string =>
    grayTo2(estimates.quantiles.find((q) => q.probability === probability)!.value.estimate);
  return [
    lead,
    `The median estimate is ${grayWithError(estimates.median)}; 95 % of estimates lie between ${at(0.025)} and ${at(0.975)}. The standard error by the delta method, from the expected failures, is ${grayTo2(expected?.standardErrorGy)}; half the middle 68 % of the simulated estimates is ${grayWithError(estimates.spread)}.`,
  ];
}

/** What that costs. */
function costSentence({ aim }: AimResult, { estimation: { arms } }: AimTruthResult): string {
  const { failures } = countedWords(aim);
  const list = arms.map(({ name, failures: own }) => `${knownMean(own)} in ${name}`).join(', ');
  const above = arms.reduce((sum, { aboveControl }) => sum + best(aboveControl), 0);
  const than = above >= 0 ? `${above.toFixed(1)} more` : `${Math.abs(above).toFixed(1)} fewer`;
  return `It costs, in expected ${failures}: ${list}; together ${than} than if every arm had the control’s rate.`;
}

/** What other truths make of it. */
function otherTruths({ truths }: AimResult): string[] {
  const others = truths.slice(1);
  if (others.length === 0) return [];
  const list = others.map(
    ({ name, operatingCharacteristics: { power } }) => `${withError(power)} under ${name}`,
  );
  return [`Other truths: α/β is bounded in ${list.join(', ')}.`];
}

/** The answer in sentences, the headline first. */
export function aimAnswer(result: AimResult): string[] {
  const [planned] = result.truths;
  return [...precisionSentences(result, planned), costSentence(result, planned), ...otherTruths(result)];
}
