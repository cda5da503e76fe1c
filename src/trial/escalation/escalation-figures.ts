import { type FinishedLadder, OVERDOSED, sumOf } from '../ladder/ladder-characteristics.ts';

/** What is true of a ladder under a truth, by level. */
export interface KnownLevels {
  /** Rates of toxicity within the window of a plan. */
  readonly withinWindow: readonly number[];
  /** The same by the horizon. */
  readonly byHorizon: readonly number[];
  /** The rate by the horizon up to which a level is acceptable. */
  readonly acceptableRate: number;
}

/** What a plan does; each is a probability or a mean over trials. */
export interface PlanFigures<Value = number> {
  /** Probability that a level is recommended, by level. */
  readonly recommended: readonly Value[];
  /** Expected patients by level. */
  readonly patients: readonly Value[];
  /** Probability that no level is recommended. */
  readonly none: Value;
  /** Probability that the highest acceptable level is recommended, or none where none is acceptable. */
  readonly right: Value;
  /** Probability that the level recommended is not acceptable. */
  readonly tooToxic: Value;
  /** Probability that more than 60 % of the patients are treated at levels that are not acceptable. */
  readonly mostlyAbove: Value;
  /** Probability that a patient has a toxicity by the horizon. */
  readonly anyHarmed: Value;
  readonly totalPatients: Value;
  /** Expected toxicities within the window. */
  readonly toxicities: Value;
  /** Expected toxicities by the horizon. */
  readonly harmed: Value;
  /** Expected share of the patients who are treated at levels that are not acceptable. */
  readonly shareAbove: Value;
}

/** Probabilities first, then means; those by level stand before both. */
const SHARES = ['none', 'right', 'tooToxic', 'mostlyAbove', 'anyHarmed'] as const;
const MEANS = ['totalPatients', 'toxicities', 'harmed', 'shareAbove'] as const;
const FIGURES = [...SHARES, ...MEANS] as const;

/** Whether a level, counted from 0, has more harm by the horizon than is acceptable. */
export const isTooToxic = ({ byHorizon, acceptableRate }: KnownLevels, level: number): boolean =>
  byHorizon[level] > acceptableRate;

/** The highest level up to which all are acceptable, counted from 0; −1 where none is. */
export function highestAcceptable({ byHorizon, acceptableRate }: KnownLevels): number {
  const above = byHorizon.findIndex((rate) => rate > acceptableRate);
  return above < 0 ? byHorizon.length - 1 : above - 1;
}

/** Toxicities by the horizon, and whether there is one. */
export interface Harm {
  readonly harmed: number;
  /** 0 or 1, or the probability that there is one. */
  readonly any: number;
}

/** What is expected of toxicities by the horizon, by what is known within the window. */
export function expectedHarm(
  { treated, toxic }: FinishedLadder,
  { withinWindow, byHorizon }: KnownLevels,
): Harm {
  let unharmed = sumOf(toxic) > 0 ? 0 : 1;
  let harmed = 0;
  treated.forEach((count, level) => {
    // P(harmed later | not within the window) = (R − r)/(1 − r)
    const later = (byHorizon[level] - withinWindow[level]) / (1 - withinWindow[level]) || 0;
    const free = count - toxic[level];
    harmed += toxic[level] + free * later;
    for (let i = 0; i < free; i++) unharmed *= 1 - later;
  });
  return { harmed, any: 1 - unharmed };
}

/** The figures of one trial, in the order that {@link readFigures} takes their means. */
export function escalationFigures(
  ended: FinishedLadder,
  known: KnownLevels,
  { harmed, any }: Harm,
): number[] {
  const { treated, toxic, recommended } = ended;
  const patients = sumOf(treated);
  const above = sumOf(treated.filter((_, level) => isTooToxic(known, level)));
  const shareAbove = patients === 0 ? 0 : above / patients;
  const of: PlanFigures = {
    recommended: treated.map((_, level) => Number(level === recommended)),
    patients: treated,
    none: Number(recommended === undefined),
    right: Number((recommended ?? -1) === highestAcceptable(known)),
    tooToxic: Number(recommended !== undefined && isTooToxic(known, recommended)),
    mostlyAbove: Number(shareAbove > OVERDOSED),
    anyHarmed: any,
    totalPatients: patients,
    toxicities: sumOf(toxic),
    harmed,
    shareAbove,
  };
  return [...of.recommended, ...of.patients, ...FIGURES.map((name) => of[name])];
}

/** Number of figures on a ladder of so many levels. */
export const figuresOn = (levels: number): number => 2 * levels + FIGURES.length;

/** Whether a figure of one simulated trial is 0 or 1, by its position. */
export const isShareOn = (levels: number, position: number): boolean =>
  position < levels || (position >= 2 * levels && position < 2 * levels + SHARES.length);

/** Figures from a value for each. */
export function readFigures<Value>(values: readonly Value[], levels: number): PlanFigures<Value> {
  const own = Object.fromEntries(FIGURES.map((name, i) => [name, values[2 * levels + i]]));
  return {
    recommended: values.slice(0, levels),
    patients: values.slice(levels, 2 * levels),
    ...(own as Record<(typeof FIGURES)[number], Value>),
  };
}
