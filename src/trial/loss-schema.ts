import type { z } from 'zod';
import { interiorProbability, strict, years } from '../numeric/quantities.ts';
import { constantHazard } from './observation.ts';

/** Patients lost to follow-up, independent of outcome, at a constant hazard. */
export const lossSchema = strict({
  probability: interiorProbability('probability of being lost by a time, if nothing else ends follow-up'),
  byYears: years('that time, in years from surgery'),
});

/** Loss to follow-up as scenarios write it, valid by {@link lossSchema}. */
export type Loss = z.output<typeof lossSchema>;

/** Hazard a year of being lost. */
export const lossPerYear = ({ probability, byYears }: Loss): number => constantHazard(probability, byYears);
