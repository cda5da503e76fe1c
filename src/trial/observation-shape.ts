import type { z } from 'zod';
import { interiorProbability, years } from '../numeric/quantities.ts';
import { uniformEntry } from './entry-law.ts';
import { constantHazard, type Observation } from './observation.ts';
import { yearsWords } from './years-words.ts';

/** How patients come, are followed and get lost, as calculators of time to an event ask it. */
export const observationShape = {
  accrualYears: years('years over which patients come, at a constant rate').optional(),
  rampYears: years('years of them in which the rate of accrual rises linearly from 0').optional(),
  followUpYears: years('years from the last patient to the analysis').optional(),
  perPatientYears: years('longest follow-up of one patient').optional(),
  loss: interiorProbability(
    'probability that a patient is lost by lossByYears, at a constant rate',
  ).optional(),
  lossByYears: years('the time of that probability; atYears unless given').optional(),
  competing: interiorProbability(
    'probability that something else (death, metastasis) takes a patient away by atYears, at a constant rate',
  ).optional(),
};

/** Follow-up as it is asked. */
export interface StatedObservation {
  readonly atYears: number;
  readonly accrualYears?: number | undefined;
  readonly rampYears?: number | undefined;
  readonly followUpYears?: number | undefined;
  readonly perPatientYears?: number | undefined;
  readonly loss?: number | undefined;
  readonly lossByYears?: number | undefined;
  readonly competing?: number | undefined;
}

/** Whether anything is said of how long patients are followed. */
export const isObserved = (stated: StatedObservation): boolean =>
  [stated.accrualYears, stated.followUpYears, stated.perPatientYears].some((value) => value !== undefined);

/** Years from the opening to the analysis; undefined where they are not stated. */
export function analysisYears({
  accrualYears = 0,
  followUpYears,
  perPatientYears,
}: StatedObservation): number | undefined {
  const after = followUpYears ?? perPatientYears;
  return after === undefined ? undefined : accrualYears + after;
}

/** Follow-up as it is computed with; all patients come at once where no accrual is stated. */
export function createObservation(stated: StatedObservation): Observation {
  const { atYears, accrualYears = 0, rampYears, perPatientYears, loss = 0, competing = 0 } = stated;
  const hazard = constantHazard(loss, stated.lossByYears ?? atYears) + constantHazard(competing, atYears);
  return {
    entry: uniformEntry(accrualYears, rampYears),
    perPatientYears,
    remaining: (years) => Math.exp(-hazard * years),
  };
}

/** A schema check: what is stated of follow-up does something. */
export function checkObservation(stated: StatedObservation, issues: z.core.ParsePayload['issues']): void {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: stated, message, path: [key] });
  };
  const { accrualYears, rampYears } = stated;
  if (rampYears !== undefined && rampYears > (accrualYears ?? 0))
    fail(
      `${rampYears} years of rising accrual are too many (must be at most accrualYears, ${accrualYears ?? 'which is not given'})`,
      'rampYears',
    );
  if (stated.lossByYears !== undefined && stated.loss === undefined)
    fail('lossByYears does nothing without loss', 'lossByYears');
}

const inPercent = (probability: number): string => `${Number((100 * probability).toPrecision(6))} %`;

/** What takes patients away before their event, in words; none where nothing does. */
function lossWords({ atYears, loss = 0, lossByYears = atYears, competing = 0 }: StatedObservation): string[] {
  return [
    ...(loss > 0 ? [`${inPercent(loss)} lost by ${yearsWords(lossByYears)}`] : []),
    ...(competing > 0
      ? [`${inPercent(competing)} taken away by competing events by ${yearsWords(atYears)}`]
      : []),
  ];
}

/** How patients come and are followed, in words; where that is not stated, all to the time of the endpoint. */
export function observationWords(stated: StatedObservation): string {
  const { accrualYears, followUpYears, perPatientYears } = stated;
  const followed = isObserved(stated)
    ? [
        accrualYears === undefined ? 'entered at once' : `enrolled over ${yearsWords(accrualYears)}`,
        ...(followUpYears === undefined
          ? []
          : [`followed until ${yearsWords(followUpYears)} after the last`]),
        ...(perPatientYears === undefined ? [] : [`each for at most ${yearsWords(perPatientYears)}`]),
      ]
    : [`all followed to ${yearsWords(stated.atYears)}`];
  return [...followed, ...lossWords(stated)].join(', ');
}
