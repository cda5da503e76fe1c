import type { Columns } from '../../radiobiology/endpoint-model.ts';

/** How a cohort states radiosensitivity, and how α follows from it. */
export interface Parameterisation {
  readonly summary: string;
  readonly reference: string;
  /** Characteristics that state radiosensitivity, with what each must lie in. */
  readonly characteristics: Readonly<Record<string, { readonly above: number; readonly below: number }>>;
  /** Characteristics that α is derived from. */
  readonly alphaFrom: readonly string[];
  /** Writes α in Gy⁻¹ for the first `count` patients. */
  fillAlphaPerGy(patients: Columns, out: Float64Array, count: number): void;
}
