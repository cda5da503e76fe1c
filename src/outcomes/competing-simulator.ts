import type { Columns } from '../radiobiology/endpoint-model.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, purpose } from '../random/stream.ts';
import type { Competing } from './competing.ts';
import { competingCounts } from './competing-rates.ts';

/** Draws death and metastasis of one arm's patients, and counts what comes first. */
export interface CompetingSimulator {
  /** Counts of the last replicate, in the order of {@link competingCounts}. */
  readonly counts: number[];
  /** Years from surgery to death and to metastasis of the patients of the last replicate; ∞ where it never comes. */
  readonly deathYears: Float64Array;
  readonly metastasisYears: Float64Array;
  /**
   * Draws the first `count` patients of a replicate, from streams of their own.
   *
   * @param patients their characteristics
   * @param localFailureYears times of local failure; ∞ for those who never fail
   */
  simulate(
    key: SeedKey,
    world: number,
    replicate: number,
    patients: Columns,
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
  const column = (value: number): Float64Array => new Float64Array(capacity).fill(value);
  const [death, metastasis] = [column(0), column(0)];
  const [deathFactors, metastasisFactors] = [column(1), column(1)];
  const counts = competingCounts.map(() => 0);
  return {
    counts,
    deathYears: death,
    metastasisYears: metastasis,
    simulate: (key, world, replicate, patients, localFailureYears, atYears, count) => {
      fillUniforms(key, { world, replicate, purpose: ofDeath }, death, count);
      fillUniforms(key, { world, replicate, purpose: ofMetastasis }, metastasis, count);
      if (competing.reads.length > 0) competing.fillFactors(patients, deathFactors, metastasisFactors, count);
      counts.fill(0);
      for (let i = 0; i < count; i++) {
        const metastasisYears = competing.metastasisTimeYears(metastasis[i], metastasisFactors[i]);
        const deathYears = competing.deathTimeYears(death[i], metastasisYears, deathFactors[i]);
        metastasis[i] = metastasisYears;
        death[i] = deathYears;
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
