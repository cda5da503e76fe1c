import type { RunResult, TimesOfClaim } from '../engine/result.ts';
import { percentWords } from '../trial/percent-words.ts';
import { yearsWords } from '../trial/years-words.ts';
import { chartArms } from './chart-arms.ts';
import { effectNoun, isRatioScale, showEffect, showMeanEffect } from './effect-scale.ts';
import { failuresNamed, timeClaimOf } from './failure-words.ts';
import { known, knownMean, percent, points } from './numbers.ts';
import { plannedLooks } from './sequential-looks.ts';

/** Differences of rates that the text shows as none. */
const EQUAL = 0.0005;

/** Power, failures and estimates of a claim on times as planned, in a sentence or two; empty without one. */
export function timesSentence(result: RunResult): string {
  const { times, timesByArm } = result.truths[0];
  if (timesByArm)
    return Object.entries(timesByArm)
      .map(([arm, own]) => `For ${arm}: ${analysisSentences(result, own)}`)
      .join(' ');
  return times ? analysisSentences(result, times) : '';
}

function analysisSentences(result: RunResult, times: TimesOfClaim): string {
  const { approximation: rough, failures } = times;
  const lead = `On average ${knownMean(failures)} failures decide.`;
  const approximation = rough
    ? ` Normal approximation puts power at ${percent(rough.power)} %, with ${rough.failures.toFixed(1)} failures by the last analysis${plannedLooks(result).length > 1 ? ' without early stopping' : ''}, in month ${rough.months.toFixed(1)}.`
    : '';
  return `${lead}${approximation}${estimateWords(result, times)}`;
}

function estimateWords(result: RunResult, { scale, effect, estimate }: TimesOfClaim): string {
  if (!estimate.mean) return ' No trial has an estimate.';
  const mean = isRatioScale(scale) ? 'geometric mean of the' : 'mean';
  const lead = ` The ${mean} estimated ${effectNoun(scale)} is ${showMeanEffect(scale, estimate.mean)}`;
  if (effect === null) return `${lead}.`;
  const level = percentWords(1 - 2 * timeClaimOf(result)!.oneSidedAlpha);
  const coverage = estimate.coverage
    ? `, and the naive ${level} interval holds it in ${known(estimate.coverage)} of trials`
    : '';
  return `${lead} where the truth is ${showEffect(scale, effect)}${coverage}.`;
}

/** `the margin, a hazard ratio of 2.08, allows 7.0 percentage points worse` */
function marginWords(result: RunResult): string {
  const { margins } = timeClaimOf(result)!.times;
  if (!margins) return 'the claim is that it is better';
  const here = result.truths[0].times!.marginHere;
  if (!here) return 'the margin leaves no rate there';
  const ratio = `a hazard ratio of ${here.hazardRatio.toFixed(2)}`;
  return margins.leads === 'hazardRatio'
    ? `the margin, ${ratio}, allows ${points(here.difference)} worse there`
    : `the margin allows ${points(here.difference)} worse, there ${ratio}`;
}

/** How the true rates stand to a claim on times, as planned. */
export function timeRatesSentence(result: RunResult): string {
  const claim = timeClaimOf(result)!;
  const [control, experimental] = result.truths[0].times!.controlRates;
  const arms = chartArms(result);
  const what = `As planned, freedom from ${failuresNamed(claim)} at ${yearsWords(claim.time)} is`;
  const margin = marginWords(result);
  const difference = experimental - control;
  if (Math.abs(difference) < EQUAL)
    return `${what} the same in both arms (${percent(control)} %); ${margin}.`;
  const both = `${percent(experimental)} % with ${arms[1].label} against ${percent(control)} % with ${arms[0].label}`;
  return `${what} ${both}, ${points(difference)} ${difference > 0 ? 'better' : 'worse'}; ${margin}.`;
}

/** The true rates of all arms beside what a claim on times allows, as planned, where several arms are compared. */
export function timeRatesByArm(result: RunResult): string {
  const claim = timeClaimOf(result)!;
  const found = Object.values(result.truths[0].timesByArm!);
  const [control, ...tested] = chartArms(result);
  const each = found.map(({ controlRates: [, rate] }, k) => `${percent(rate)} % with ${tested[k].label}`);
  return `As planned, freedom from ${failuresNamed(claim)} at ${yearsWords(claim.time)} is ${each.join(' and ')} against ${percent(found[0].controlRates[0])} % with ${control.label}; ${marginWords(result)}.`;
}
