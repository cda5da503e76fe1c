import { isoeffectiveDoseGy } from '../evidence/isoeffective-dose.ts';
import type { Tissue } from './tissues.ts';

/** Dose per fraction in Gy at which so many fractions have a tissue's effect of the first arm. */
export function equalDosePerFraction({ sums: [reference], alphaBetaGy }: Tissue, fractions: number): number {
  return isoeffectiveDoseGy(reference, fractions, alphaBetaGy) / fractions;
}

/** The doses per fraction that are at least as strong for the tumour and at most as strong for every normal tissue. */
export interface WindowAt {
  readonly fractions: number;
  readonly lowGy: number;
  readonly highGy: number;
}

/** Where all curves meet, rounding makes one the higher. */
const ROUNDING = 1e-9;

/** The therapeutic window along numbers of fractions; empty where tumour or normal tissues are missing. */
export function windowAlong(tissues: readonly Tissue[], fractions: readonly number[]): WindowAt[] {
  const tumour = tissues.find(({ kind }) => kind === 'tumour');
  const normal = tissues.filter(({ kind }) => kind === 'normal');
  if (!tumour || normal.length === 0) return [];
  return fractions.flatMap((n) => {
    const lowGy = equalDosePerFraction(tumour, n);
    const highGy = Math.min(...normal.map((tissue) => equalDosePerFraction(tissue, n)));
    return highGy > (1 + ROUNDING) * lowGy ? [{ fractions: n, lowGy, highGy }] : [];
  });
}
