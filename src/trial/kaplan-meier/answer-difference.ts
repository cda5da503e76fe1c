import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { Answer } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { kaplanMeierVariance } from '../kaplan-meier-variance.ts';
import { observedAt } from '../observation.ts';
import { analysisYears, createObservation, observationWords } from '../observation-shape.ts';
import { percentWords } from '../percent-words.ts';
import { scoreCritical } from '../score-critical.ts';
import { weibullCurve } from '../survival-curve.ts';
import type { TestLevel } from '../tests/definition.ts';
import { armShares, comparisonLevel, DEFAULT_POWER, levelWords } from '../time-comparison-shape.ts';
import { timedDesignBlock } from '../timed-design-block.ts';
import type { DifferenceStated } from './plan-shape.ts';

/** Standard errors of the arms’ estimates and of their difference, times the square root of all patients. */
function spreadOf(stated: DifferenceStated, experimentalRate: number) {
  const { atYears, controlRate, shape, allocation } = stated;
  const observed = observedAt(createObservation(stated), analysisYears(stated) ?? atYears);
  const variances = [controlRate, experimentalRate].map((rate) =>
    kaplanMeierVariance(weibullCurve({ years: atYears, rate }, shape), observed, atYears),
  );
  const shares = armShares(allocation);
  return {
    followedShare: observed.share(atYears),
    spread: Math.sqrt(variances[0] / shares[0] + variances[1] / shares[1]),
  };
}

function claimWords({ margin, controlRate, atYears }: DifferenceStated, experimentalRate: number): string {
  const rates = `if the rates are ${percentWords(controlRate)} (control) and ${percentWords(experimentalRate)} (experimental)`;
  return margin === undefined
    ? `to show superiority at ${atYears} years, ${rates}`
    : `to rule out a difference of ${Number((100 * margin).toPrecision(6))} points at ${atYears} years, ${rates}`;
}

/** Patients of both arms, the power that they have, and the standard error of the difference. */
function solveDifference(stated: DifferenceStated, experimentalRate: number, level: TestLevel) {
  const { controlRate, margin = 0, total, power = DEFAULT_POWER } = stated;
  const slack = experimentalRate - controlRate + margin;
  if (!(slack > 0)) throw new RangeError('no sample size: the planned rates do not meet the claim');
  const { spread, followedShare } = spreadOf(stated, experimentalRate);
  // n = ((z_α + z_β) σ/(p_e − p_c + δ))²
  const root = ((scoreCritical(level) + normalQuantile(power)) * spread) / slack;
  const unroundedTotal = total ?? root * root;
  return {
    total: Math.ceil(unroundedTotal),
    unroundedTotal,
    power:
      total === undefined ? power : normalCdf((slack * Math.sqrt(total)) / spread - scoreCritical(level)),
    standardError: spread / Math.sqrt(unroundedTotal),
    followedShare,
  };
}

/**
 * Answers a question about the difference of two Kaplan–Meier estimates at a fixed time.
 *
 * @throws RangeError if the planned rates do not meet the claim, or nobody is followed to that time
 */
export function answerDifference(stated: DifferenceStated): Answer {
  const experimentalRate = stated.experimentalRate ?? stated.controlRate;
  const level = comparisonLevel(stated, stated.margin !== undefined);
  const found = solveDifference(stated, experimentalRate, level);
  const design = timedDesignBlock({
    ...stated,
    test: 'kaplanMeier',
    margin: stated.margin === undefined ? undefined : { difference: stated.margin },
    level,
    total: found.total,
  });
  return {
    variant: [
      'Rates are event-free probabilities; the variance of each estimate is Greenwood’s as expected, in truth and under the null alike.',
      `Patients ${observationWords(stated)}: ${exactPercentWords(found.followedShare)} of those without an event are followed to that time.`,
    ],
    rows: [
      { label: 'Patients in all', kind: 'count', nominal: found.total },
      { label: 'Power', kind: 'probability', nominal: found.power },
      { label: 'Standard error of the difference', kind: 'probability', nominal: found.standardError },
    ],
    numbers: found,
    sentence: `With ${found.total} patients the difference of the Kaplan–Meier estimates at a ${levelWords(level)} has ${exactPercentWords(found.power)} power ${claimWords(stated, experimentalRate)}.`,
    ...(design && { design }),
  };
}
