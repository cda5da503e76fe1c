import { type Cohort, characteristicNames } from '../cohort/cohort.ts';
import type { Truth } from './truth.ts';

/** Patients with one value of a finite characteristic. */
export interface Stratum {
  readonly name: string;
  /** The value, or the level's name. */
  readonly is: number | string;
}

/** A stratum as a cohort's columns hold it. */
export interface StratumShare {
  readonly value: number;
  /** Share of the patients, in [0, 1]. */
  readonly share: number;
}

/**
 * The value and share of a stratum whose characteristic has one law in all subtypes.
 *
 * @throws RangeError if the cohort has no such characteristic, or the characteristic no such level
 */
export function stratumShare({ subtypes }: Cohort, { name, is }: Stratum): StratumShare {
  const found = subtypes[0].characteristics.find((characteristic) => characteristic.name === name);
  if (!found) throw new RangeError(`invalid stratum: ${name} (must be a characteristic)`);
  const { fixed, law } = found;
  // A number may be the name of a level, whose column holds its position
  const value = law?.levels ? law.levels.indexOf(String(is)) : Number(is);
  if (law?.levels && value < 0) throw new RangeError(`invalid stratum: ${name} (has no level ${is})`);
  if (fixed !== undefined) return { value, share: fixed === value ? 1 : 0 };
  return { value, share: law!.atoms?.find((atom) => atom.value === value)?.probability ?? 0 };
}

/** The truth of the patients of a stratum: the same models, with the characteristic at its value in every arm. */
export function withinStratum(truth: Truth, name: string, value: number): Truth {
  const hold = (cohort: Cohort): Cohort => {
    const index = characteristicNames(cohort).indexOf(name);
    return {
      ...cohort,
      subtypes: cohort.subtypes.map((subtype) => ({
        ...subtype,
        characteristics: subtype.characteristics.map((own, i) =>
          i === index ? { name, fixed: value } : own,
        ),
      })),
    };
  };
  return { ...truth, arms: truth.arms.map((arm) => ({ ...arm, cohort: hold(arm.cohort) })) };
}
