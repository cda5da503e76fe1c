import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, purpose } from '../random/stream.ts';
import type { Competing } from './competing.ts';
import { competingCounts } from './competing-rates.ts';

/** Draws death and metastasis of one arm's patients, and counts what comes first. */
export interface CompetingSimulator {
  /** Counts of the last replicate, in the order of {@link competingCounts}. */
  readonly counts: number[];
  /**
   * Draws the first `count` patients of a replicate, from streams of their own.
   *
   * @param localFailureYears times of local failure; ∞ for those who never fail
   */
  simulate(
    key: SeedKey,
    world: number,
    replicate: number,
    localFailureYears: Float64Array,
    atYears: number,
    count: number,
  ): void;
}

/** A simulator of competing events for the arm at a position, for up to `capacity` patients. */
export function createCompetingSimulator(
  competing: Competing,
  position: number,
  capacity: number,
): CompetingSimulator {
  const [ofDeath, ofMetastasis] = ['death', 'metastasis'].map((event) =>
    purpose(`${position}/outcome/${event}`),
  );
  const [death, metastasis] = [new Float64Array(capacity), new Float64Array(capacity)];
  const counts = competingCounts.map(() => 0);
  return {
    counts,
    simulate: (key, world, replicate, localFailureYears, atYears, count) => {
      fillUniforms(key, { world, replicate, purpose: ofDeath }, death, count);
      fillUniforms(key, { world, replicate, purpose: ofMetastasis }, metastasis, count);
      counts.fill(0);
      for (let i = 0; i < count; i++) {
        const metastasisYears = competing.metastasisTimeYears(metastasis[i]);
        const deathYears = competing.deathTimeYears(death[i], metastasisYears);
        const failureYears = localFailureYears[i];
        if (failureYears <= atYears) {
          counts[0]++;
          if (failureYears <= deathYears) counts[1]++;
          if (failureYears <= Math.min(deathYears, metastasisYears)) counts[2]++;
        }
        if (deathYears <= atYears) counts[3]++;
        if (metastasisYears <= Math.min(atYears, deathYears)) counts[4]++;
      }
    },
  };
}
