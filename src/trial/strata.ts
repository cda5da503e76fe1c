import { type Cohort, characteristicNames, subtypeAt } from '../cohort/cohort.ts';
import { CENTRE, SUBTYPE } from '../cohort/cohort-shape.ts';
import { equalShare } from '../numeric/equal-share.ts';

/** What patients are stratified by. */
export interface Stratifier {
  readonly name: string;
  /** Number of levels. */
  readonly levels: number;
  /** The level, from 0, of a patient whose uniform is `u` in (0, 1). */
  levelAt(u: number): number;
}

/**
 * A stratifier of a cohort's patients by name: a finite characteristic (one level where it is fixed), the subtype, or
 * the centre.
 *
 * @throws RangeError if the cohort has no such characteristic, or one that varies continuously
 */
export function createStratifier(cohort: Cohort, name: string, centres: number): Stratifier {
  if (name === CENTRE) return { name, levels: centres, levelAt: (u) => equalShare(u, centres) };
  const { subtypes } = cohort;
  if (name === SUBTYPE) return { name, levels: subtypes.length, levelAt: (u) => subtypeAt(subtypes, u) };
  const found = subtypes[0].characteristics[characteristicNames(cohort).indexOf(name)];
  if (found?.fixed !== undefined) return { name, levels: 1, levelAt: () => 0 };
  if (!found?.law?.atoms) throw new RangeError(`invalid stratum: ${name} (must be a finite characteristic)`);
  const { atoms, quantile } = found.law;
  const values = atoms.map(({ value }) => value);
  return { name, levels: values.length, levelAt: (u) => values.indexOf(quantile(u)) };
}
