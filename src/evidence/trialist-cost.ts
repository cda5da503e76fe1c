import { normalQuantile } from '../numeric/normal-quantile.ts';
import { type DoseSums, eqd2 } from '../radiobiology/linear-quadratic.ts';
import type { ControlFitModel } from './control-models/definition.ts';
import type { ControlFitter } from './fit-control.ts';

/** A schedule that a trial would give. */
export interface ComparedSchedule {
  readonly text: string;
  readonly sums: DoseSums;
}

/** What a trial of two schedules would need if α/β were known. */
export interface TrialistCost {
  readonly alphaBetaGy: number;
  /** Parameters of the model fitted anew at this α/β, by their keys in a scenario. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly eqd2Gy: readonly [number, number];
  /** Long-run local control under each schedule, the model fitted anew at this α/β. */
  readonly longRunControl: readonly [number, number];
  /** Second schedule minus first. */
  readonly difference: number;
  /** Patients an arm to show the difference; null where it is 0. */
  readonly perArm: number | null;
}

export const TWO_SIDED_ALPHA = 0.05;
export const POWER = 0.8;

/**
 * Patients an arm that show a difference of two proportions: two-sided 5 %, power 80 %, unpooled variance.
 *
 * @returns a whole number, or undefined where the proportions are equal
 * @see Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, 2nd ed., §4.2
 */
export function patientsPerArm(first: number, second: number): number | undefined {
  if (first === second) return undefined;
  // n = (z₁₋α/₂ + z_power)²·(p₁q₁ + p₂q₂)/(p₁ − p₂)²
  const z = normalQuantile(1 - TWO_SIDED_ALPHA / 2) + normalQuantile(POWER);
  const variance = first * (1 - first) + second * (1 - second);
  return Math.ceil((z * z * variance) / ((first - second) * (first - second)));
}

/** Long-run control of two schedules and the trial to tell them apart, at each α/β that might hold. */
export function costTrialist(
  model: ControlFitModel,
  fitter: ControlFitter,
  included: readonly boolean[],
  schedules: readonly [ComparedSchedule, ComparedSchedule],
  alphaBetasGy: readonly number[],
): TrialistCost[] {
  const curves = model.bind(schedules.map(({ sums }) => sums));
  return alphaBetasGy.map((alphaBetaGy) => {
    const { parameters } = fitter.fit(alphaBetaGy, included);
    const [first, second] = curves(alphaBetaGy)(model.parameters.map(({ name }) => parameters[name]));
    return {
      alphaBetaGy,
      parameters,
      eqd2Gy: [eqd2(schedules[0].sums, alphaBetaGy), eqd2(schedules[1].sums, alphaBetaGy)],
      longRunControl: [first, second],
      difference: second - first,
      perArm: patientsPerArm(first, second) ?? null,
    };
  });
}
