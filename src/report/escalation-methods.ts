import type { EscalationResult } from '../engine/escalation-result.ts';
import { doseFinding } from '../trial/dose-finding/index.ts';
import type { Method } from './method.ts';
import { simulationMethod } from './methods.ts';

const ENUMERATION: Method = {
  name: 'Exact values',
  text: 'Rates of toxicity by quadrature over the characteristics of patients and the law of onset; what a method that waits for its windows does on them by enumerating every course of its trial, group by group, courses with the same counts and the same next level taken together.',
};
const LATE: Method = {
  name: 'Toxicities after the window',
  text: 'A patient without toxicity in the window has one by the horizon with probability (R − r)/(1 − r), R and r being the rates of the level by the horizon and within the window.',
};
const SAFETY: Method = {
  name: 'Safety across the levels',
  text: 'At each decision, the posterior probability that the grave event is more frequent than allowed, its prior being beta; a patient who is followed in part counts as that part.',
  reference: 'Lin, Coleman & Yuan 2020, J Natl Cancer Inst 112:38 (patients followed in part)',
};

/** What a run of dose escalation used: its methods, how numbers are made. */
export function escalationMethods(result: EscalationResult): Method[] {
  const names = [...new Set(result.truths[0].plans.map(({ method }) => method))];
  return [
    ...names.map((name): Method => {
      const { label, summary, reference } = doseFinding[name];
      return { name: label.charAt(0).toUpperCase() + label.slice(1), text: summary, reference };
    }),
    ...(result.escalation.safety === null ? [] : [SAFETY]),
    LATE,
    ENUMERATION,
    simulationMethod(result),
  ];
}
