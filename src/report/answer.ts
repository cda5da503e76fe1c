import { ALPHA_BETA_IS_ASSUMED } from '../engine/assumptions.ts';
import type { RunResult } from '../engine/result.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { droppedSentence } from './arm-looks-words.ts';
import { chartArms } from './chart-arms.ts';
import { armRatesSentence, comparisonSentence } from './comparison-words.ts';
import { endpointWords } from './endpoint-words.ts';
import { liveDesign } from './live-design.ts';
import { best, grouped, isPracticallyCertain, known, percent, points, signed, withError } from './numbers.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { shortPath } from './short-path.ts';
import { stoppingSentence } from './stopping-words.ts';
import { successWords } from './success-words.ts';
import { timeRatesSentence, timesSentence } from './times-words.ts';
import { USUAL_POWER } from './usual-power.ts';

/** Differences of rates that the text shows as none. */
const EQUAL = 0.0005;

/** The answer in plain words, every number from the result: one sentence or two a paragraph. */
export function answer(result: RunResult): string[] {
  return [
    powerSentence(result),
    timesSentence(result),
    stoppingSentence(result),
    droppedSentence(result),
    driverSentences(result),
    otherTruths(result),
    assuranceSentence(result),
    ceilingSentence(result),
    uncertaintySentence(result),
    basisSentence(result),
  ].filter((sentence) => sentence !== '');
}

function powerSentence(result: RunResult): string {
  const { truths, replicates } = result;
  const { power } = truths[0].operatingCharacteristics;
  const basis =
    power.exact === undefined
      ? `${withError(power)} over ${grouped(replicates)} simulated trials`
      : `exact; ${withError(power)} simulated`;
  const { isCompletion, verb } = successWords(result);
  const headline = `If things are as planned, the trial ${verb} in ${percent(best(power))} % of repetitions (${basis}).`;
  if (isCompletion) return `${headline} ${atLimitSentence(result)}`;
  const against = best(power) < USUAL_POWER ? 'below' : 'at or above';
  return `${headline} That is ${against} the usual ${percent(USUAL_POWER, 0)} %.`;
}

/** What is left to say of a claim that the trial shows by running to its end: how often it does at the limit. */
function atLimitSentence(result: RunResult): string {
  const [{ endpoint, limit }] = result.claims;
  const { typeIError } = result.truths[0].operatingCharacteristics.byEndpoint[endpoint]!;
  return `With ${endpointWords(result, endpoint)} exactly at the limit of ${percent(limit)} % it would not be stopped in ${known(typeIError)}.`;
}

/** Which claim is the hardest, or comes after the first, and how the true rates stand to what is claimed. */
function driverSentences(result: RunResult): string {
  if (liveDesign(result).comparisons) return `${comparisonSentence(result)} ${armRatesSentence(result)}`;
  const { byEndpoint } = result.truths[0].operatingCharacteristics;
  const shares = result.claims.map((claim) => ({ claim, power: byEndpoint[claim.endpoint]!.power }));
  const list = (rest: typeof shares): string =>
    rest.map(({ claim, power }) => `${endpoints[claim.endpoint].label} in ${known(power)}`).join(', ');
  if (liveDesign(result).isHierarchical) {
    const later = `Each later claim counts only where those before it are shown: ${list(shares.slice(1))} of trials.`;
    return `${later} ${rateSentence(result, 0)}`;
  }
  const [hardest, ...others] = shares.toSorted((a, b) => best(a.power) - best(b.power));
  const stands =
    others.length > 0 && best(hardest.power) < best(others[0].power)
      ? `The hardest claim is ${endpoints[hardest.claim.endpoint].label}: it passes in ${known(hardest.power)} of trials, ${list(others)}. `
      : '';
  return `${stands}${rateSentence(result, result.claims.indexOf(hardest.claim))}`;
}

function rateSentence(result: RunResult, index: number): string {
  const { endpoint, limit, scale } = result.claims[index];
  if (scale !== undefined) return timeRatesSentence(result);
  const arms = chartArms(result);
  const rates = result.truths[0].arms.map((arm) => best(arm.endpoints[endpoint]!.rate));
  const words = endpointWords(result, endpoint);
  if (arms.length === 1) {
    const { isCompletion } = liveDesign(result).claims[index];
    const bound = isCompletion ? 'the limit' : 'the rate to be better than';
    return `As planned, the rate of ${words} is ${percent(rates[0])} % with ${arms[0].label}; ${bound} is ${percent(limit)} %.`;
  }
  const [control, experimental] = rates;
  const difference = experimental - control;
  const margin = limit === 0 ? 'the claim is that it is better' : `the margin allows ${points(limit)} worse`;
  const both = `${percent(experimental)} % with ${arms[1].label} against ${percent(control)} % with ${arms[0].label}`;
  if (Math.abs(difference) < EQUAL)
    return `As planned, the rate of ${words} is the same in both arms (${percent(control)} %); ${margin}.`;
  const isBetter = difference > 0 === endpoints[endpoint].eventIsGood;
  return `As planned, the rate of ${words} is ${both}, ${points(difference)} ${isBetter ? 'better' : 'worse'}; ${margin}.`;
}

/** `a, b and c` */
function listed(items: readonly string[]): string {
  return items.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

function otherTruths(result: RunResult): string {
  const [, ...others] = result.truths;
  if (others.length === 0) return '';
  const list = others.map(({ name, operatingCharacteristics: { power } }) => `${known(power)} (${name})`);
  const verb = successWords(result).isCompletion ? 'is not stopped' : 'succeeds';
  return `Under the other truths the same design ${verb} in ${listed(list)} of repetitions.`;
}

function assuranceSentence(result: RunResult): string {
  const { assurance, worlds } = result;
  if (!assurance) return '';
  const of = successWords(result).isCompletion ? 'not being stopped' : 'success';
  return `Assurance is ${known(assurance)}: the probability of ${of} when what we do not know is drawn anew in each of ${grouped(worlds)} worlds, rather than taken as planned.`;
}

/** What the ceiling means for the number of patients. */
function ceilingWords({ worlds, assurance }: RunResult, one: string, every: string): string {
  const { ceiling } = assurance!;
  if (isPracticallyCertain(ceiling))
    return `${every} is true in practically every world, so that a large enough trial would nearly always succeed`;
  return best(ceiling) === 1
    ? `${every} is true in each of the ${grouped(worlds)} worlds drawn, too few to say that it is in nearly all`
    : `in the other worlds ${one} is false, so no sample size buys rightful success past it`;
}

function ceilingSentence(result: RunResult): string {
  const { assurance } = result;
  if (!assurance) return '';
  const { ceiling, successAndTrue, successAndFalse } = assurance;
  const { isCompletion, oneClaim: one, everyClaim: every } = successWords(result);
  if (isCompletion)
    return `In ${known(ceiling)} of the worlds the true rate lies within the limit (the ceiling). The trial rightly runs to its end in ${known(successAndTrue)}, and although the rate lies beyond the limit in ${known(successAndFalse)}.`;
  const lead = `The ceiling is ${known(ceiling)}: ${ceilingWords(result, one, every)}.`;
  return `${lead} Success with ${every} true is ${known(successAndTrue)} now; success with ${one} false is ${known(successAndFalse)}.`;
}

/** Least worlds for which a rank correlation is worth a sentence. */
const FEWEST_WORLDS = 50;

function uncertaintySentence({ worldsSummary }: RunResult): string {
  if (!worldsSummary?.hasExactPower || worldsSummary.first.length < FEWEST_WORLDS) return '';
  const { first } = worldsSummary;
  const power = first.map((world) => world.power);
  const drivers = Object.keys(first[0].values)
    .map((path) => ({
      path,
      rho: rankCorrelation(
        first.map(({ values }) => values[path]),
        power,
      ),
    }))
    .toSorted((a, b) => Math.abs(b.rho) - Math.abs(a.rho));
  const list = drivers.map(({ path, rho }) => `${shortPath(path)} (${signed(rho, 2)})`);
  if (drivers.length < 2) return '';
  return `Of what is uncertain, power hangs on these in this order, with its rank correlation over the first ${first.length} worlds: ${list.join(', ')}.`;
}

/** How much of it is assumed, and the one assumption that must not be missed. */
function basisSentence({ assumptions }: RunResult): string {
  const count = (basis: string): number =>
    assumptions.filter((assumption) => assumption.basis === basis).length;
  const lead = `Of ${assumptions.length} inputs and premises ${count('found')} are found in a published source, ${count('fitted')} fitted to data and ${count('assumed')} assumed.`;
  return assumptions.some(({ note }) => note === ALPHA_BETA_IS_ASSUMED)
    ? `${lead} ${ALPHA_BETA_IS_ASSUMED}`
    : lead;
}
