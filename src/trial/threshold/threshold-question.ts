import type { z } from 'zod';
import { percentWords } from '../percent-words.ts';
import { armsOf } from '../sample-size/exact-power-of-plan.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { tests } from '../tests/index.ts';
import { checkQuestion, questionEndpoint, successPlan, type TwoArmQuestion } from '../two-arm/question.ts';
import type { RateRange } from '../worst-type-i-error.ts';
import type { ThresholdPlan } from './two-arm-threshold.ts';

/** What is asked of a threshold: a question of two arms of stated size, with the control rates that it must hold for. */
export interface ThresholdQuestion extends TwoArmQuestion {
  readonly perArm: number;
  /** Type I error on the better side that must hold. */
  readonly typeIError: number;
  readonly controlFrom?: number | undefined;
  readonly controlTo?: number | undefined;
}

/** A test that is slow to prepare is looked at with at most so many patients in all. */
const MOST_PATIENTS_WHERE_SLOW = 400;

/** A highest rate that is 1 − margin as written may differ from it as computed. */
const ROUNDING = 1e-12;

/** Control rates of the event over which the type I error holds: as stated, or all that leave room for the margin. */
export function controlRange(question: ThresholdQuestion): RateRange {
  const { eventIsGood } = questionEndpoint(question);
  const { margin } = question;
  return [
    question.controlFrom ?? (eventIsGood ? margin : 0),
    question.controlTo ?? (eventIsGood ? 1 : 1 - margin),
  ];
}

/** The question as the threshold takes it: in rates of success. */
export function thresholdPlan(question: ThresholdQuestion): ThresholdPlan {
  const { controlRate, experimentalRate, margin, level, allocation } = successPlan(question);
  const [from, to] = controlRange(question);
  return {
    controlRate,
    experimentalRate,
    margin,
    sides: level.sides,
    sizes: armsOf(question.perArm, allocation),
    range: questionEndpoint(question).eventIsGood ? [from, to] : [1 - to, 1 - from],
  };
}

/** A schema check: what holds for two arms, a range that rises, holds the planned rate and leaves room for the margin. */
export function checkThreshold(question: ThresholdQuestion, issues: z.core.ParsePayload['issues']): void {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: question, message, path: [key] });
  };
  checkQuestion(question, issues);
  if (issues.length > 0) return;
  const { controlRate, controlFrom, controlTo, margin } = question;
  const [least, most] = controlRange({ ...question, controlFrom: undefined, controlTo: undefined });
  const [from, to] = controlRange(question);
  const room = `so that the margin, ${percentWords(margin)}, leaves a rate`;
  if (controlFrom !== undefined && controlFrom < least)
    fail(`${controlFrom} is too low (must be at least ${least}, ${room})`, 'controlFrom');
  else if (controlTo !== undefined && controlTo > most + ROUNDING)
    fail(`${controlTo} is too high (must be at most ${Number(most.toPrecision(12))}, ${room})`, 'controlTo');
  else if (from >= to) fail(`${to} does not lie above controlFrom, ${from}`, 'controlTo');
  else if (controlRate < from || controlRate > to)
    fail(`the planned rate, ${controlRate}, lies outside the range from ${from} to ${to}`, 'controlRate');
  const { label, secondsPerSizes, takesMargin } = tests[question.test] as TwoArmTest;
  if (!takesMargin && margin > 0) fail(`${question.test} takes no margin`, 'test');
  const total = thresholdPlan(question).sizes.reduce((a, b) => a + b, 0);
  if (secondsPerSizes !== undefined && total > MOST_PATIENTS_WHERE_SLOW)
    fail(
      `${total} patients in all are too many for the ${label} (must be at most ${MOST_PATIENTS_WHERE_SLOW}: each level takes it a while)`,
      'perArm',
    );
}
