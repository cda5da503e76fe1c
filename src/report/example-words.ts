import type { CountRange, StoryCounts, StoryLook, TrialStory } from '../engine/trial-story.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import { isLookedAtByArm, leaversWords } from './leaving-words.ts';
import { percent } from './numbers.ts';

/** `7 or more`: a range of the counts from 0 to `most`, in words. */
export function rangeWords({ from, to }: CountRange, most: number): string {
  if (from === 0 && to === most) return 'any number';
  if (from === to) return String(from);
  if (from === 0) return `${to} or fewer`;
  return to === most ? `${from} or more` : `${from} to ${to}`;
}

/** `4 of 10 with wound complications` */
export function countWords({ events, size }: StoryCounts, endpoint: EndpointName): string {
  return `${events} of ${size} with ${endpoints[endpoint].label}`;
}

/** `66 of 75 (88.0 %)` */
export function rateWords({ events, size }: StoryCounts): string {
  return size === 0 ? '0 of 0' : `${events} of ${size} (${percent(events / size)} %)`;
}

/** `month 14.2`, counted from opening. */
export function monthWords(day: number): string {
  return `month ${(day / DAYS_A_MONTH).toFixed(1)}`;
}

/** `7 or more stop it for harm`: the counts at which a look stops the trial. */
export function boundWords({ stopsAt, patients }: StoryLook): string {
  const parts = stopsAt.map((range) => {
    const isOne = range.from === range.to;
    return `${rangeWords(range, patients)} ${isOne ? 'stops' : 'stop'} it for ${range.verdict}`;
  });
  return parts.length === 0 ? 'no number stops it' : parts.join(', ');
}

/** `Replicate 12 under rate45`, and of which world. */
export function addressWords({ truth, world, replicate }: TrialStory): string {
  const place = world === 0 ? `under ${truth}` : `of world ${world}`;
  return `Replicate ${replicate} ${place}`;
}

/** Patients, or failures, at the analysis that decided, where it is told by itself. */
function analysedWords({ claims }: TrialStory): string | undefined {
  const claim = claims.find(({ analyses }) => analyses.length > 0);
  const last = claim?.analyses.at(-1);
  if (!claim || !last) return undefined;
  const { control, experimental } = last;
  const events = control.events + experimental.events;
  if (claim.scale === 'rates') return `${control.size + experimental.size} patients looked at`;
  return `${events} ${events === 1 ? 'failure' : 'failures'}`;
}

/** What became of the trial, as a sentence without its full stop. */
export function headline(story: TrialStory): string {
  const { decision, looks, arms, claims } = story;
  const when = decision.day === null ? '' : ` in ${monthWords(decision.day)}`;
  const planned = arms.reduce((sum, { size }) => sum + size, 0);
  if (isLookedAtByArm(story))
    return `${addressWords(story)} ${decision.success ? 'succeeds' : 'fails'}${when}, with ${decision.enrolled} of ${planned} patients; ${leaversWords(story)}`;
  const stop = looks.at(-1);
  const analysed = analysedWords(story);
  if (decision.stop) {
    const count = stop ? countWords({ events: stop.events, size: stop.patients }, stop.endpoint) : analysed;
    return `${addressWords(story)} is stopped for ${decision.stop.verdict}${when}, at ${count}; ${decision.enrolled} of ${planned} patients are enrolled`;
  }
  const isTimed = claims.some(({ scale }) => scale !== 'rates');
  const failures = isTimed ? ` and ${analysed}` : '';
  const end = `${decision.success ? 'succeeds' : 'fails'} at its final analysis${when}, with ${decision.enrolled} patients${failures}`;
  const passed =
    looks.length + claims.flatMap(({ analyses }) => analyses.filter(({ isLast }) => !isLast)).length;
  if (passed === 0) return `${addressWords(story)} ${end}`;
  const held =
    passed === 1 ? 'passes its look' : passed === 2 ? 'passes both looks' : `passes all ${passed} looks`;
  return `${addressWords(story)} ${held} and ${end}`;
}
