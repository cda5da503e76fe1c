import type { AnswerRow } from '../calculators/definition.ts';

/** An exact probability, beside what was asked for or what a formula says where there is such a thing. */
export function probabilityRow(label: string, exact: number, nominal?: number): AnswerRow {
  return { label, kind: 'probability', ...(nominal !== undefined && { nominal }), exact };
}
