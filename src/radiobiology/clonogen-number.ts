import type { z } from 'zod';
import { finite, positive } from '../numeric/quantities.ts';
import { requirePositive } from '../numeric/require-argument.ts';
import { anchorSymbols, controlAnchorSchema } from './anchor-schema.ts';
import type { Columns } from './endpoint-model.ts';
import { exactlyOne } from './one-of.ts';

/** Change of ln N when the diameter doubles and clonogens are as dense in large tumours as in small ones. */
const BY_VOLUME = 3 * Math.LN2;
/** Diameter in cm at which a stated number of clonogens holds where nothing else is said: the sarcoma staging limit. */
const DEFAULT_SIZE_CM = 5;
/** The column of the tumour's diameter. */
const SIZE = 'tumourSizeCm';

/** How a model of gross disease is told the number of clonogens; exactly one of the first three. */
export const clonogenShape = {
  clonogens: positive('number of clonogens before treatment').optional(),
  clonogenDensityPerCm3: positive('clonogens per cm³ of a sphere of diameter tumourSizeCm').optional(),
  anchor: controlAnchorSchema.optional().describe('solves the number of clonogens'),
  lnClonogensPerDoubling: finite(
    'change of ln N when tumourSizeCm doubles: 3 ln 2 = 2.08 is volume alone, more adds hypoxia or density',
  )
    .min(0)
    .max(40)
    .optional(),
  referenceSizeCm: positive(
    'diameter in cm at which the number, or the density, holds; 5 where left out',
  ).optional(),
};

/** The free parameter that an anchor of such a model determines. */
export const freeClonogens = {
  name: 'ln clonogens',
  parameter: 'clonogens',
  isLogarithm: true,
  low: -40,
  high: 5000,
};

/** How the number of clonogens follows from the parameters of {@link clonogenShape}. */
export const clonogenEquations = ['ln N = ln N_0 + k·log_2(s/s_0)', 'N_0 = ρ·(π/6)·s_0^3'] as const;

/** Symbols of the parameters of {@link clonogenShape}. */
export const clonogenSymbols = {
  ...anchorSymbols,
  clonogens: 'N_0',
  clonogenDensityPerCm3: 'ρ',
  lnClonogensPerDoubling: 'k',
  referenceSizeCm: 's_0',
} as const;

/** The parameters of {@link clonogenShape}. */
export interface ClonogenNumber {
  readonly clonogens?: number | undefined;
  readonly clonogenDensityPerCm3?: number | undefined;
  readonly lnClonogensPerDoubling?: number | undefined;
  readonly referenceSizeCm?: number | undefined;
}

/** Checks of a schema with {@link clonogenShape}. */
export const clonogenChecks = [
  exactlyOne('clonogens', 'clonogenDensityPerCm3', 'anchor'),
  ({ value, issues }: z.core.ParsePayload<Record<string, unknown>>): void => {
    if (value.referenceSizeCm === undefined || value.lnClonogensPerDoubling !== undefined) return;
    const message = 'referenceSizeCm does nothing without lnClonogensPerDoubling';
    issues.push({ code: 'custom', input: value.referenceSizeCm, message, path: ['referenceSizeCm'] });
  },
] as const;

/** ln of the number of clonogens in a sphere. @param densityPerCm3 clonogens per cm³ @param sizeCm its diameter in cm */
export function lnClonogensInSphere(densityPerCm3: number, sizeCm: number): number {
  // ln N = ln(ρ π/6 d³)
  return Math.log((densityPerCm3 * Math.PI) / 6) + 3 * Math.log(sizeCm);
}

/** The natural logarithm of each patient's number of clonogens, and the columns that it reads. */
export interface LnClonogens {
  readonly reads: readonly string[];
  /** @throws RangeError for a patient whose tumour's diameter is not above 0 */
  of(patients: Columns): (patient: number) => number;
}

/**
 * ln N of each patient: a number for all, or one that grows with the tumour's diameter.
 *
 * @param free ln N at the reference size, where an anchor determines it
 */
export function createLnClonogens(parameters: ClonogenNumber, free: number | undefined): LnClonogens {
  const { clonogens, clonogenDensityPerCm3: density, referenceSizeCm = DEFAULT_SIZE_CM } = parameters;
  const atReference =
    density !== undefined
      ? lnClonogensInSphere(density, referenceSizeCm)
      : clonogens !== undefined
        ? Math.log(clonogens)
        : free!;
  const perDoubling = parameters.lnClonogensPerDoubling ?? (density !== undefined ? BY_VOLUME : undefined);
  if (perDoubling === undefined) return { reads: [], of: () => () => atReference };
  const slope = perDoubling / Math.LN2;
  return {
    reads: [SIZE],
    // ln N = ln N₀ + k log₂(d/d₀)
    of:
      ({ [SIZE]: sizeCm }) =>
      (i) =>
        atReference + slope * Math.log(requirePositive(SIZE, sizeCm[i]) / referenceSizeCm),
  };
}
