import type { Equations } from '../../numeric/equations.ts';
import type { Columns } from '../../radiobiology/endpoint-model.ts';

/** The columns of the linear-quadratic model that a cohort may state or derive. */
export const linearQuadraticColumns = ['alphaPerGy', 'alphaBetaGy'] as const;
export type LinearQuadraticColumn = (typeof linearQuadraticColumns)[number];

/** How a cohort states radiosensitivity, and how α and α/β follow from it. */
export interface Parameterisation extends Equations {
  readonly summary: string;
  readonly reference: string;
  /** Characteristics that state radiosensitivity, with what each must lie in. */
  readonly characteristics: Readonly<Record<string, { readonly above: number; readonly below: number }>>;
  /** Characteristics that each column is derived from; itself where it is stated. */
  readonly from: Readonly<Record<LinearQuadraticColumn, readonly string[]>>;
  /** Writes α in Gy⁻¹ for the first `count` patients. */
  fillAlphaPerGy(patients: Columns, out: Float64Array, count: number): void;
  /** Writes α/β in Gy for the first `count` patients; absent where it is stated. */
  fillAlphaBetaGy?(patients: Columns, out: Float64Array, count: number): void;
}

/** Writes a stated column as it is. */
export function copyColumn(column: Float64Array, out: Float64Array, count: number): void {
  if (out !== column) out.set(column.subarray(0, count));
}
