import { atMost1 } from '../../numeric/at-most-1.ts';
import type { Rule } from '../rules/definition.ts';
import { sequentialCounts } from '../sequential-counts.ts';
import { stagesOf } from '../stages.ts';

/** What an arm under an interim rule does at one true rate, exactly. */
export interface SequentialDesign {
  /** True rate of the event. */
  readonly rate: number;
  /** P(the rule stops the trial, for whatever reason). */
  readonly stopProbability: number;
  /** P(it stops for efficacy, or succeeds at the end). */
  readonly successProbability: number;
  /** Mean patients with a known outcome when it stops or ends. */
  readonly expectedSize: number;
}

/** The exact law of a trial under one rule, all outcomes known at each look. */
export function sequentialDesign(
  rule: Rule,
  size: number,
  rate: number,
  succeeds: (events: number) => boolean,
): SequentialDesign {
  const stages = stagesOf([rule]);
  let [atEnd, toTheEnd] = [0, 0];
  const stops = sequentialCounts(
    { size, evaluable: 1, rates: [rate] },
    stages,
    (stage, events) => rule.decide(stages[stage].look, events),
    (_evaluable, events, _second, probability) => {
      toTheEnd += probability;
      if (succeeds(events)) atEnd += probability;
    },
  );
  const stopsAt = stops.map(({ efficacy, futility, harm }) => efficacy + futility + harm);
  return {
    rate,
    stopProbability: atMost1(stopsAt.reduce((sum, stop) => sum + stop, 0)),
    successProbability: atMost1(atEnd + stops.reduce((sum, { efficacy }) => sum + efficacy, 0)),
    expectedSize: stopsAt.reduce((sum, stop, i) => sum + stop * stages[i].patients, toTheEnd * size),
  };
}

/** Counts of events at which a rule stops, at one look. */
export interface LookBounds {
  readonly patients: number;
  /** It stops at so many events or fewer; absent where low counts do not stop. */
  readonly stopsAtMost?: number;
  /** It stops at so many events or more; absent where high counts do not stop. */
  readonly stopsAtLeast?: number;
}

/** The counts at which a rule stops at each of its looks; what lies between them goes on. */
export function lookBounds(rule: Rule): LookBounds[] {
  return rule.looks.map((patients, look) => {
    const [atFewest, atMost] = [rule.decide(look, 0), rule.decide(look, patients)];
    let [low, high] = [-1, patients + 1];
    while (atFewest && low < patients && rule.decide(look, low + 1) === atFewest) low++;
    while (atMost && high > low + 1 && rule.decide(look, high - 1) === atMost) high--;
    return {
      patients,
      ...(low >= 0 && { stopsAtMost: low }),
      ...(high <= patients && { stopsAtLeast: high }),
    };
  });
}
