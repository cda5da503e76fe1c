import { findRoot } from '../../numeric/find-root.ts';
import { withValues } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { claimRates, createTrial } from '../../scenario/trial.ts';
import { statedClaims } from '../../trial/design.ts';
import { readSimpleSchedule, writeSimpleSchedule } from './simple-schedule.ts';

/** A dose per fraction at which the experimental arm has the control’s rate, in the truth as planned. */
export interface EqualDose {
  readonly path: string;
  /** The schedule as a scenario states it, its dose to two digits. */
  readonly schedule: string;
  /** Unrounded. */
  readonly doseGy: number;
}

/** Doses per fraction that are looked at, as shares of the stated one. */
const LOWEST = 0.25;
const HIGHEST = 4;

/** Whether the first claim is non-inferiority. */
function hasMargin({ design }: Scenario): boolean {
  return /[nN]onInferiority$/.test(statedClaims(design)[0].name);
}

/**
 * The dose per fraction, in as many fractions, with which the experimental arm would have the control’s rate of the first
 * claim; undefined where its schedule is not so many equal fractions, or no dose does it.
 */
export function equalDose(scenario: Scenario): EqualDose | undefined {
  const names = Object.keys(scenario.arms);
  // Where the claim is superiority, equal arms are what it must rule out
  if (names.length !== 2 || !hasMargin(scenario)) return undefined;
  const path = `arms.${names[1]}.schedule`;
  const schedule = readSimpleSchedule(scenario.arms[names[1]].schedule);
  if (!schedule) return undefined;
  const { doseGy: stated } = schedule;
  const written = (doseGy: number): string => writeSimpleSchedule({ ...schedule, doseGy });
  const excess = (doseGy: number): number => {
    const trial = createTrial(withValues(scenario, [[path, written(doseGy)]]));
    const { control, experimental } = claimRates(trial.design.claims[0], trial.truth(0));
    return experimental - control;
  };
  try {
    const [low, high] = [LOWEST * stated, HIGHEST * stated];
    if (excess(low) > 0 === excess(high) > 0) return undefined;
    const doseGy = findRoot(excess, low, high);
    return { path, schedule: written(Number(doseGy.toFixed(2))), doseGy };
  } catch (error) {
    // Far doses may be beyond what the model of the truth can take
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
