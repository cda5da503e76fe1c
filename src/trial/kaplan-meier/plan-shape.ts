import type { z } from 'zod';
import { positive, strict } from '../../numeric/quantities.ts';
import { analysisYears, checkObservation, isObserved, observationShape } from '../observation-shape.ts';
import { checkComparison, timeComparisonShape } from '../time-comparison-shape.ts';

const stated = strict({
  ...timeComparisonShape,
  ...observationShape,
  shape: positive('shape of a Weibull curve through the planned rates; exponential unless given').optional(),
});

/** A question about two Kaplan–Meier estimates as it is asked. */
export type DifferenceStated = z.output<typeof stated>;

/** Parameters of the calculator of two Kaplan–Meier estimates. */
export const differenceParameters = stated.check(({ value, issues }) => {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: value, message, path: [key] });
  };
  checkComparison(value, issues);
  checkObservation(value, issues);
  if (value.margin === undefined && value.experimentalRate === undefined)
    fail('superiority needs the planned experimentalRate', 'experimentalRate');
  if (isObserved(value) && analysisYears(value) === undefined)
    fail('accrualYears needs followUpYears or perPatientYears', 'accrualYears');
});
