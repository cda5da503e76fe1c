import { z } from 'zod';
import { findRoot } from '../numeric/find-root.ts';
import { interiorProbability, strict } from '../numeric/quantities.ts';
import { requirePositive } from '../numeric/require-argument.ts';
import { percentWords } from './percent-words.ts';

/** The scale on which a margin decides. */
export type MarginScale = 'hazardRatio' | 'difference';

function requireRate(name: string, value: number): number {
  if (!(value > 0 && value < 1)) throw new RangeError(`invalid ${name}: ${value} (must be in (0, 1))`);
  return value;
}

/**
 * The hazard ratio under which the experimental arm’s event-free probability lies so far below the control’s, hazards
 * being proportional; below 1 where the difference is negative.
 *
 * @param controlRate event-free probability of the control arm at one time, in (0, 1)
 * @param difference control minus experimental; both rates lie in (0, 1)
 * @throws RangeError if a rate lies outside (0, 1)
 */
export function hazardRatioOfDifference(controlRate: number, difference: number): number {
  requireRate('controlRate', controlRate);
  const experimentalRate = controlRate - difference;
  if (!(experimentalRate > 0 && experimentalRate < 1))
    throw new RangeError(
      `invalid difference: ${difference} (must leave a rate in (0, 1) beside ${controlRate})`,
    );
  // HR = ln(S − δ)/ln S
  return Math.log(experimentalRate) / Math.log(controlRate);
}

/**
 * How far a hazard ratio puts the experimental arm’s event-free probability below the control’s.
 *
 * @param controlRate event-free probability of the control arm at one time, in (0, 1)
 * @throws RangeError if the rate lies outside (0, 1) or the ratio is not above 0
 */
export function differenceOfHazardRatio(controlRate: number, hazardRatio: number): number {
  requireRate('controlRate', controlRate);
  requirePositive('hazardRatio', hazardRatio);
  // δ = S − S^HR
  return controlRate - Math.exp(hazardRatio * Math.log(controlRate));
}

/** The control rate at which a hazard ratio above 1 makes its largest difference: HR^(−1/(HR − 1)). */
const rateOfLargestDifference = (hazardRatio: number): number =>
  Math.exp(-Math.log(hazardRatio) / (hazardRatio - 1));

/**
 * The control rate at which a difference and a hazard ratio are one and the same margin. Two rates are; this is the
 * higher one.
 *
 * @param difference above 0
 * @param hazardRatio above 1
 * @throws RangeError if the hazard ratio makes no such difference at any control rate
 */
export function impliedControlRate(difference: number, hazardRatio: number): number {
  requireRate('difference', difference);
  if (!(hazardRatio > 1 && hazardRatio < Infinity))
    throw new RangeError(`invalid hazardRatio: ${hazardRatio} (must be > 1)`);
  const low = rateOfLargestDifference(hazardRatio);
  const most = differenceOfHazardRatio(low, hazardRatio);
  if (difference > most)
    throw new RangeError(
      `invalid difference: ${difference} (must be at most ${most.toPrecision(4)} at a hazard ratio of ${hazardRatio})`,
    );
  return findRoot((rate) => rate - Math.exp(hazardRatio * Math.log(rate)) - difference, low, 1);
}

/** Failures that are a thousand times as frequent are no margin. */
const MOST_RATIO = 1000;

/** A hazard ratio up to which failures of the experimental arm may be more frequent, above 1. */
export const hazardRatioMargin = (
  description = 'how many times as frequent failures may be, as a hazard ratio above 1',
) =>
  z
    .number()
    .gt(1, {
      error: (issue) =>
        `${String(issue.input)} is on the wrong side of 1 (a margin of non-inferiority lies above it: failures may be so many times as frequent)`,
      abort: true,
    })
    .max(MOST_RATIO, {
      error: (issue) =>
        `${String(issue.input)} is too large for a hazard ratio (must be at most ${MOST_RATIO})`,
      abort: true,
    })
    .describe(description);

/** A margin of a time-to-event claim, on one scale, or on both with the one that decides. */
export const timeMargin = strict({
  hazardRatio: hazardRatioMargin().optional(),
  difference: interiorProbability(
    'how far below the control’s the experimental event-free probability may lie',
  ).optional(),
  leads: z
    .enum(['hazardRatio', 'difference'])
    .optional()
    .describe('which of two margins decides; the other is what it stood for at the planned control rate'),
}).check(({ value, issues }) => {
  const fail = (message: string, key?: string): void => {
    issues.push({ code: 'custom', input: value, message, path: key === undefined ? [] : [key] });
  };
  const { hazardRatio, difference, leads } = value;
  if (hazardRatio === undefined && difference === undefined)
    fail('missing margin: needs one of hazardRatio, difference; both need leads');
  else if (hazardRatio !== undefined && difference !== undefined) {
    if (leads === undefined) fail('two margins: leads must say which one decides', 'leads');
  } else if (leads !== undefined && value[leads] === undefined)
    fail(`leads names ${leads}, which is not given`, 'leads');
});

/** A margin as claims write it, valid by {@link timeMargin}. */
export type TimeMargin = z.output<typeof timeMargin>;

/** Two stated margins that are not one and the same at the planned control rate. */
export interface MarginDisagreement {
  readonly plannedControlRate: number;
  /** What each margin is on the other scale, at the planned rate. */
  readonly hazardRatioOfDifference: number;
  readonly differenceOfHazardRatio: number;
  /** The control rate at which both hold; absent where there is none. */
  readonly impliedControlRate?: number;
}

/** A margin on both scales. */
export interface MarginScales {
  /** As stated, or else by conversion at the planned control rate; so is the difference. */
  readonly hazardRatio: number;
  readonly difference: number;
  readonly leads: MarginScale;
  readonly disagreement?: MarginDisagreement;
}

/** Half a unit of the last digit that a figure is written with; trailing zeros are lost, so the unit has a most. */
function halfUnit(value: number, largestUnit: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;
  return Math.min(largestUnit, Number(`1e-${decimals}`)) / 2;
}

/** Margins are written in whole points or finer, hazard ratios to a tenth or finer. */
const LARGEST_UNIT = { difference: 0.01, hazardRatio: 0.1 };

/** Whether values that round to the two stated figures are one margin at a control rate. */
function agree(controlRate: number, hazardRatio: number, difference: number): boolean {
  const reach = halfUnit(hazardRatio, LARGEST_UNIT.hazardRatio);
  const slack = halfUnit(difference, LARGEST_UNIT.difference) + 1e-12;
  return (
    differenceOfHazardRatio(controlRate, hazardRatio - reach) <= difference + slack &&
    differenceOfHazardRatio(controlRate, hazardRatio + reach) >= difference - slack
  );
}

function impliedOrNone(difference: number, hazardRatio: number) {
  const most = differenceOfHazardRatio(rateOfLargestDifference(hazardRatio), hazardRatio);
  return difference <= most ? { impliedControlRate: impliedControlRate(difference, hazardRatio) } : {};
}

/**
 * A margin on both scales at the planned control rate. Two stated margins disagree where no values that round to them, by
 * the digits they are written with, are one and the same margin at that rate.
 *
 * @param plannedControlRate event-free probability, in (0, 1) and above the difference
 * @throws RangeError if the difference leaves no rate
 */
export function marginScales(margin: TimeMargin, plannedControlRate: number): MarginScales {
  const { hazardRatio, difference } = margin;
  if (hazardRatio === undefined)
    return {
      hazardRatio: hazardRatioOfDifference(plannedControlRate, difference!),
      difference: difference!,
      leads: 'difference',
    };
  const differenceOfRatio = differenceOfHazardRatio(plannedControlRate, hazardRatio);
  if (difference === undefined) return { hazardRatio, difference: differenceOfRatio, leads: 'hazardRatio' };
  const ratioOfDifference = hazardRatioOfDifference(plannedControlRate, difference);
  return {
    hazardRatio,
    difference,
    leads: margin.leads!,
    ...(!agree(plannedControlRate, hazardRatio, difference) && {
      disagreement: {
        plannedControlRate,
        hazardRatioOfDifference: ratioOfDifference,
        differenceOfHazardRatio: differenceOfRatio,
        ...impliedOrNone(difference, hazardRatio),
      },
    }),
  };
}

const points = (difference: number): string => String(Number((100 * difference).toPrecision(6)));

/** Says of two margins that disagree what each is; empty where they agree. */
export function disagreementWords({ hazardRatio, difference, disagreement }: MarginScales): string {
  if (!disagreement) return '';
  const { plannedControlRate, hazardRatioOfDifference: ratio, impliedControlRate: implied } = disagreement;
  const both =
    implied === undefined ? 'no control rate holds both' : `both hold at ${(100 * implied).toFixed(1)} %`;
  return `the margins disagree: ${points(difference)} points at a control rate of ${percentWords(plannedControlRate)} are a hazard ratio of ${ratio.toFixed(2)}, not ${hazardRatio}; ${both}`;
}

/**
 * What the leading margin is on both scales at another control rate.
 *
 * @throws RangeError if a leading difference leaves no rate below the control’s
 */
export function marginAtRate(
  { hazardRatio, difference, leads }: Pick<MarginScales, 'hazardRatio' | 'difference' | 'leads'>,
  controlRate: number,
): { readonly hazardRatio: number; readonly difference: number } {
  return leads === 'hazardRatio'
    ? { hazardRatio, difference: differenceOfHazardRatio(controlRate, hazardRatio) }
    : { hazardRatio: hazardRatioOfDifference(controlRate, difference), difference };
}
