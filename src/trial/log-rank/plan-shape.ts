import { z } from 'zod';
import { interiorProbability, positive, probability, strict, years } from '../../numeric/quantities.ts';
import { type EventFormulaName, eventFormulas } from '../events/index.ts';
import { analysisYears, checkObservation, isObserved, observationShape } from '../observation-shape.ts';
import { checkComparison, hazardRatio, timeComparisonShape } from '../time-comparison-shape.ts';
import { hazardRatioMargin } from '../time-margin.ts';

const methodNames = Object.keys(eventFormulas) as [EventFormulaName, ...EventFormulaName[]];
const { power, total, allocation, experimentalRate, ...comparison } = timeComparisonShape;

const stated = strict({
  ...comparison,
  hazardRatioMargin: hazardRatioMargin(
    'how many times as frequent failures may be, as a hazard ratio above 1; in place of margin, or beside it with leads',
  ).optional(),
  leads: z
    .enum(['hazardRatio', 'difference'])
    .optional()
    .describe('which of two margins decides, where both are given'),
  experimentalRate,
  hazardRatio: hazardRatio.optional(),
  power,
  total,
  events: positive(
    'events of both arms, of which the power is asked; with total, when they are expected',
  ).optional(),
  ...observationShape,
  shape: positive('shape of a Weibull curve through the planned rate; exponential unless given').optional(),
  cured: probability(
    'share of the control arm that never has the event, the others at a constant hazard',
  ).optional(),
  curveYears: z
    .array(years('a time'))
    .optional()
    .describe('further times at which the control’s event-free probability is planned, rising'),
  curveRates: z
    .array(interiorProbability('a rate'))
    .optional()
    .describe('the probabilities at these times; hazards are constant between them'),
  allocation,
  method: z.enum(methodNames).default('schoenfeld').describe('formula of the number of events'),
});

/** A log-rank question as it is asked. */
export type LogRankStated = z.output<typeof stated>;

const isGiven = (value: unknown): boolean => value !== undefined;

function checkTruth(value: LogRankStated, fail: (message: string, key: string) => void): void {
  const hasMargin = isGiven(value.margin) || isGiven(value.hazardRatioMargin);
  if (isGiven(value.margin) && isGiven(value.hazardRatioMargin) && !isGiven(value.leads))
    fail('two margins: leads must say which one decides', 'leads');
  else if (isGiven(value.leads) && !(isGiven(value.margin) && isGiven(value.hazardRatioMargin)))
    fail('leads does nothing without two margins', 'leads');
  if (isGiven(value.experimentalRate) && isGiven(value.hazardRatio))
    fail('hazardRatio does nothing beside experimentalRate', 'hazardRatio');
  else if (!hasMargin && !isGiven(value.experimentalRate) && !isGiven(value.hazardRatio))
    fail('superiority needs the planned experimentalRate or hazardRatio', 'experimentalRate');
}

function checkCurve(value: LogRankStated, fail: (message: string, key: string) => void): void {
  const shapes = (['shape', 'cured', 'curveYears'] as const).filter((key) => isGiven(value[key]));
  if (shapes.length > 1) fail(`${shapes[1]} does nothing beside ${shapes[0]}`, shapes[1]);
  if (value.curveYears?.length !== value.curveRates?.length)
    fail('curveYears and curveRates must be as many', 'curveRates');
  if (value.cured !== undefined && value.cured >= value.controlRate)
    fail(
      `${value.cured} is too large a share (must be below the control rate, ${value.controlRate})`,
      'cured',
    );
}

function checkSize(value: LogRankStated, fail: (message: string, key: string) => void): void {
  if (isGiven(value.power) && isGiven(value.events)) fail('power does nothing beside events', 'power');
  if (isGiven(value.total) && !isObserved(value))
    fail('total needs accrualYears, followUpYears or perPatientYears', 'total');
  const isTimed = isGiven(value.total) && isGiven(value.events);
  if (isObserved(value) && !isTimed && analysisYears(value) === undefined)
    fail('accrualYears needs followUpYears, perPatientYears, or total and events', 'accrualYears');
  if (isTimed && isGiven(value.followUpYears))
    fail('followUpYears does nothing beside total and events, which say when', 'followUpYears');
}

/** Parameters of the log-rank calculator. */
export const logRankParameters = stated.check(({ value, issues }) => {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: value, message, path: [key] });
  };
  checkComparison(value, issues);
  checkObservation(value, issues);
  for (const check of [checkTruth, checkCurve, checkSize]) check(value, fail);
});
