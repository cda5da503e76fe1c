import type { z } from 'zod';
import { count, finite, interiorProbability, positive, years } from '../numeric/quantities.ts';
import { margin } from './margin.ts';
import { oneSidedLevel, twoSidedLevel } from './significance-level.ts';
import type { TestLevel } from './tests/definition.ts';

const MOST_PATIENTS = 1_000_000;

/** What two arms compared by time to an event are planned on. */
export const timeComparisonShape = {
  controlRate: interiorProbability('planned event-free probability of the control arm at atYears'),
  atYears: years('the time of that probability'),
  margin: margin(
    'how far below the control’s the experimental event-free probability may lie; without a margin the claim is superiority',
  ).optional(),
  experimentalRate: interiorProbability(
    'planned event-free probability of the experimental arm; beside a margin the control’s unless given',
  ).optional(),
  oneSidedAlpha: oneSidedLevel()
    .optional()
    .describe('one-sided significance level; 0.05 beside a margin unless given'),
  twoSidedAlpha: twoSidedLevel()
    .optional()
    .describe('two-sided significance level; 0.05 without a margin unless given'),
  power: interiorProbability('power to reach; 0.8 unless given').optional(),
  total: count('patients of both arms, of which the power is asked', 2).max(MOST_PATIENTS).optional(),
  allocation: finite('experimental patients for each control patient, from 0.1 to 10')
    .min(0.1)
    .max(10)
    .default(1),
};

export const DEFAULT_POWER = 0.8;
const DEFAULT_ALPHA = 0.05;

/** Level of a comparison: what is stated, or else one-sided beside a margin and two-sided without. */
export function comparisonLevel(
  {
    oneSidedAlpha,
    twoSidedAlpha,
  }: { oneSidedAlpha?: number | undefined; twoSidedAlpha?: number | undefined },
  hasMargin: boolean,
): TestLevel {
  if (oneSidedAlpha !== undefined) return { alpha: oneSidedAlpha, sides: 1 };
  if (twoSidedAlpha !== undefined) return { alpha: twoSidedAlpha, sides: 2 };
  return { alpha: DEFAULT_ALPHA, sides: hasMargin ? 1 : 2 };
}

/** What is common to the checks of time-to-event calculators. */
interface Stated {
  readonly oneSidedAlpha?: number | undefined;
  readonly twoSidedAlpha?: number | undefined;
  readonly power?: number | undefined;
  readonly total?: number | undefined;
  readonly margin?: number | undefined;
  readonly controlRate: number;
}

/** A schema check: one level, power or size, a margin that leaves a rate. */
export function checkComparison(stated: Stated, issues: z.core.ParsePayload['issues']): void {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: stated, message, path: [key] });
  };
  const { margin: difference, controlRate, power, total } = stated;
  if (stated.oneSidedAlpha !== undefined && stated.twoSidedAlpha !== undefined)
    fail('twoSidedAlpha does nothing beside oneSidedAlpha', 'twoSidedAlpha');
  if (power !== undefined && total !== undefined) fail('power does nothing beside total', 'power');
  const { alpha, sides } = comparisonLevel(stated, difference !== undefined);
  if (power !== undefined && power <= alpha / sides)
    fail(`${power} is too little power (must be above the level, ${alpha / sides})`, 'power');
  if (difference !== undefined && difference >= controlRate)
    fail(
      `${difference} is too large a margin (must be below the control rate, ${controlRate}: no rate could be worse)`,
      'margin',
    );
}

/** A level in words: `one-sided level of 5 %`. */
export const levelWords = ({ alpha, sides }: TestLevel): string =>
  `${sides === 1 ? 'one' : 'two'}-sided level of ${Number((100 * alpha).toPrecision(6))} %`;

/** Ratio of hazards above 0. */
export const hazardRatio = positive(
  'hazard of the experimental arm over the control’s, in truth; in place of experimentalRate',
);

/** Shares of the arms in all patients. */
export const armShares = (allocation: number): readonly [control: number, experimental: number] => [
  1 / (1 + allocation),
  allocation / (1 + allocation),
];
