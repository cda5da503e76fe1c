import type { z } from 'zod';
import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';
import { checkPlannedTime, type PlannedEndpoint, plannedEndpoint } from '../planned-endpoint.ts';
import type { TwoArmPlan } from '../sample-size/definition.ts';
import type { TestLevel } from '../tests/definition.ts';
import type { TestName } from '../tests/index.ts';

/** What a calculator of two arms is asked; rates are of the event. */
export interface TwoArmQuestion extends PlannedEndpoint {
  readonly test: TestName;
  readonly controlRate: number;
  readonly experimentalRate: number;
  /** Above 0 for non-inferiority, 0 for superiority. */
  readonly margin: number;
  readonly level: TestLevel;
  readonly allocation: number;
  readonly power?: number | undefined;
  readonly perArm?: number | undefined;
}

/** The endpoint of a checked question: where none is stated, the planned rates of a superiority trial say whether more is better. */
export function questionEndpoint(question: TwoArmQuestion): EndpointDefinition {
  return plannedEndpoint(question, question.experimentalRate > question.controlRate);
}

/** Which way is better, in a sentence. */
export function directionOf(question: TwoArmQuestion): string {
  const { label, eventIsGood } = questionEndpoint(question);
  const side = eventIsGood ? 'good: higher is better' : 'bad: lower is better';
  return `Rates are of the event (${label}), which is ${side}.`;
}

/** Whether nothing says which way is better: rates beside a margin do not, nor do equal ones. */
const isDirectionless = ({ endpoint, margin, controlRate, experimentalRate }: TwoArmQuestion): boolean =>
  endpoint === undefined && (margin > 0 || controlRate === experimentalRate);

/** The question in rates of success. */
export function successPlan(question: TwoArmQuestion): TwoArmPlan {
  const { eventIsGood } = questionEndpoint(question);
  const success = (rate: number): number => (eventIsGood ? rate : 1 - rate);
  const { margin, level, allocation } = question;
  return {
    controlRate: success(question.controlRate),
    experimentalRate: success(question.experimentalRate),
    margin,
    level,
    allocation,
  };
}

/** A schema check of a question: one of power and size, a direction, a margin that leaves a null hypothesis, a time that fits. */
export function checkQuestion(question: TwoArmQuestion, issues: z.core.ParsePayload['issues']): void {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: question, message, path: [key] });
  };
  const { power, perArm, margin, level } = question;
  if (power !== undefined && perArm !== undefined) fail('power does nothing beside perArm', 'power');
  if (power !== undefined && power <= level.alpha)
    fail(`${power} is too little power (must be above the level, ${level.alpha})`, 'power');
  if (isDirectionless(question)) {
    fail(
      `missing endpoint: ${margin > 0 ? 'a margin does' : 'equal rates do'} not say which way is better (localControl: higher; woundComplication: lower)`,
      'endpoint',
    );
    return;
  }
  const endpoint = questionEndpoint(question);
  const most = successPlan(question).controlRate;
  if (margin >= most) {
    const at = endpoint.eventIsGood ? 'control rate' : 'control’s rate of no event';
    fail(
      `${margin} is too large a margin for ${endpoint.label} (must be below the ${at}, ${Number(most.toPrecision(6))}: no rate could be worse)`,
      'margin',
    );
  }
  checkPlannedTime(question, endpoint, issues);
}
