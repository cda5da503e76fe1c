import { exactWorld, overExactWorlds } from '../../engine/exact-world.ts';
import { isIntegrable } from '../../engine/plan.ts';
import { integrateWorlds } from '../../engine/world-integrals.ts';
import type { WorldValues } from '../../engine/world-surface.ts';
import { claimRates, endpointIndex, type Trial } from '../../scenario/trial.ts';
import { uncertainLaws, type WorldDraw } from '../../scenario/truth-specs.ts';
import { excess, judgedClaims, worldShortfall } from './world-shortfalls.ts';

/** Exact integrals over the worlds. */
export interface ExactExposure {
  readonly worse: number;
  readonly beyondMargin: number;
  /** Failures more a patient. */
  readonly excess: number;
}

/** Rates of a world that each claim needs: what it is about, in both arms, and its endpoint, in both arms. */
const RATES_A_CLAIM = 4;

/** The integrals for one or two uncertain parameters with laws of their own; undefined where they are not to be had. */
export function exactExposure(trial: Trial): ExactExposure | undefined {
  const laws = uncertainLaws(trial.scenario);
  if (laws.length === 0 || !isIntegrable(trial.scenario)) return undefined;
  const claims = judgedClaims(trial);
  const at = (draw: WorldDraw): WorldValues => {
    const known = exactWorld(trial, draw);
    const { arms } = known.rates;
    const rates = claims.flatMap((claim) => {
      const { control, experimental } = claimRates(claim, known);
      const e = endpointIndex(known.truth, claim);
      return [control, experimental, arms[0].rates[e], arms[arms.length - 1].rates[e]];
    });
    return { power: 0, rates };
  };
  const shortfall = ({ rates }: WorldValues) => {
    const from = (k: number, offset: number): number => rates[RATES_A_CLAIM * k + offset];
    const slacks = claims.map((claim, k) => claim.slack(from(k, 0), from(k, 1)));
    const own = claims.flatMap((_, k) => [from(k, 2), from(k, 3)]);
    return worldShortfall(claims, slacks, own, trial.arms.length);
  };
  return overExactWorlds(() => {
    const [worse, beyondMargin, excessEvents] = integrateWorlds(laws, at, {
      signs: (values) => {
        const { below, beyond } = shortfall(values);
        return [...below, ...beyond];
      },
      integrals: (values, isPositive) => [
        isPositive.slice(0, claims.length).some((is) => is) ? 1 : 0,
        isPositive.slice(claims.length).some((is) => is) ? 1 : 0,
        excess(shortfall(values).below),
      ],
    });
    return { worse, beyondMargin, excess: excessEvents };
  });
}
