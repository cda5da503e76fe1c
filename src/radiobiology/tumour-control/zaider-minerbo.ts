import { finite, positive, strict } from '../../numeric/quantities.ts';
import { createClonogenModel } from '../clonogen-model.ts';
import {
  clonogenChecks,
  clonogenEquations,
  clonogenShape,
  clonogenSymbols,
  freeClonogens,
} from '../clonogen-number.ts';
import type { EffectiveDose } from '../effective-dose.ts';
import { defineModel } from '../endpoint-model.ts';

const HOURS_PER_DAY = 24;

/** Birth and death of clonogens, per day. */
export interface CloneRates {
  readonly birthPerDay: number;
  readonly deathPerDay: number;
}

/** A fraction: days since the first, and its effect. */
export interface TimedEffect {
  readonly day: number;
  readonly effectE: number;
}

/**
 * Probability in [0, 1] that no clonogen is left at a time, when clonogens divide, die of themselves and are killed by
 * fractions.
 *
 * @param lnClonogens ln of their number before treatment
 * @param fractions in order of time, first on day 0; those after `atDays` do not count
 * @param atDays days since the first fraction, ≥ 0
 * @see Zaider & Minerbo 2000, Phys Med Biol 45:279
 */
export function zaiderMinerboControl(
  lnClonogens: number,
  fractions: readonly TimedEffect[],
  rates: CloneRates,
  atDays: number,
): number {
  // TCP = [1 − X/(1 + bXI)]^n₀ = [1 − 1/(1/X + bI)]^n₀, X = S(t) e^((b − d)t), I = ∫₀ᵗ dt′/X(t′)
  const growth = rates.birthPerDay - rates.deathPerDay;
  let [effectE, day, births] = [0, 0, 0];
  for (const fraction of fractions) {
    if (fraction.day > atDays) break;
    births += rates.birthPerDay * inverseIntegral(effectE, growth, day, fraction.day);
    effectE += fraction.effectE;
    day = fraction.day;
  }
  births += rates.birthPerDay * inverseIntegral(effectE, growth, day, atDays);
  const perSurvivor = Math.max(1, Math.exp(effectE - growth * atDays) + births);
  return Math.exp(-Math.exp(lnClonogens + Math.log(-Math.log1p(-1 / perSurvivor))));
}

/** ∫ dt/X over days in which no fraction falls, the effect until then being E. */
function inverseIntegral(effectE: number, growth: number, from: number, to: number): number {
  const days = to - from;
  if (days === 0) return 0;
  // e^(E − r·from) (1 − e^(−r·days))/r, and days for the last factor where r = 0
  const within = growth === 0 ? days : -Math.expm1(-growth * days) / growth;
  return Math.min(Number.MAX_VALUE, Math.exp(effectE - growth * from) * within);
}

/**
 * The fractions of a course as effects on clonogens of this α and α/β.
 *
 * @throws RangeError if the truth states repopulation: it would be counted twice
 */
function timedEffects(dose: EffectiveDose, alphaPerGy: number, alphaBetaGy: number): TimedEffect[] {
  if (dose.lostGy !== 0 || dose.lostEffect !== 0)
    throw new RangeError('invalid repopulation: zaiderMinerbo has its own birthPerDay (must state no other)');
  return dose.fractions.map((fraction) => ({
    day: fraction.hours / HOURS_PER_DAY,
    effectE: alphaPerGy * fraction.bed(alphaBetaGy),
  }));
}

const ratePerDay = (description: string) => finite(description).min(0).max(10);

export const zaiderMinerbo = defineModel({
  summary:
    'Gross disease whose clonogens divide and die during treatment and after; control is counted at a stated time.',
  reference: 'Zaider & Minerbo 2000, Phys Med Biol 45:279',
  equations: [
    'LC = (1 − 1/(1/X(t_c) + b·I))^N',
    'X(t) = S(t)·e^((b − d)·t)',
    'I = ∫_0^(t_c) dt/X(t)',
    ...clonogenEquations,
  ],
  symbols: { ...clonogenSymbols, birthPerDay: 'b', deathPerDay: 'd', atDays: 't_c' },
  assumptions: [
    'clonogens divide and die independently at constant rates, during treatment and after, until the time stated',
    'control is counted at that time from the first fraction, or at the last fraction where that is later',
    'full repair between fractions; growth is the model’s own, so the truth states no repopulation beside it',
  ],
  parameters: strict({
    ...clonogenShape,
    birthPerDay: ratePerDay('rate at which a clonogen divides, per day'),
    deathPerDay: ratePerDay('rate at which a clonogen dies of itself, per day').default(0),
    atDays: positive('days from the first fraction at which control is counted').max(36_500),
  }).check(...clonogenChecks),
  examples: [
    { clonogens: 1e7, birthPerDay: 0.1, deathPerDay: 0.05, atDays: 60 },
    { clonogenDensityPerCm3: 1e5, birthPerDay: 0.03, atDays: 365 },
    {
      anchor: { schedule: '32 x 2 Gy', rate: 0.435, atYears: 5 },
      birthPerDay: 0.05,
      deathPerDay: 0.04,
      atDays: 90,
    },
  ],
  free: freeClonogens,
  create: (parameters, { free }) =>
    createClonogenModel(parameters, free, (lnN, dose, alphaPerGy, alphaBetaGy) => {
      const fractions = timedEffects(dose, alphaPerGy, alphaBetaGy);
      const atDays = Math.max(parameters.atDays, fractions.at(-1)?.day ?? 0);
      return zaiderMinerboControl(lnN, fractions, parameters, atDays);
    }),
});
