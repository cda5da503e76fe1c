import { requirePositive } from '../numeric/require-argument.ts';
import { type Schedule, unconditionalPhases } from './schedule.ts';

/** What the linear-quadratic model needs of a schedule. */
export interface DoseSums {
  /** Σ dᵢ in Gy. */
  readonly doseGy: number;
  /** Σ dᵢ² in Gy². */
  readonly doseSquaredGy2: number;
}

/** Σ d and Σ d² of `fractions` equal doses. */
export function equalFractions(fractions: number, doseGy: number): DoseSums {
  requirePositive('fractions', fractions);
  requirePositive('doseGy', doseGy);
  return { doseGy: fractions * doseGy, doseSquaredGy2: fractions * doseGy * doseGy };
}

/** Σ d and Σ d² of the prescribed doses over all phases of a schedule that every patient is planned to get. */
export function doseSums(schedule: Schedule): DoseSums {
  let [doseGy, doseSquaredGy2] = [0, 0];
  for (const phase of unconditionalPhases(schedule)) {
    const part = equalFractions(phase.fractions, phase.doseGy);
    doseGy += part.doseGy;
    doseSquaredGy2 += part.doseSquaredGy2;
  }
  return { doseGy, doseSquaredGy2 };
}

/**
 * Biologically effective dose in Gy.
 *
 * @param alphaBetaGy α/β in Gy, > 0
 * @throws RangeError if α/β is not above 0
 * @see Barendsen 1982, IJROBP 8:1981; Fowler 1989, Br J Radiol 62:679
 */
export function bed(sums: DoseSums, alphaBetaGy: number): number {
  // BED = Σd + Σd²/(α/β)
  return sums.doseGy + sums.doseSquaredGy2 / requirePositive('alphaBetaGy', alphaBetaGy);
}

/**
 * Dose in Gy that has the same effect in fractions of `fractionGy`.
 *
 * @param alphaBetaGy α/β in Gy, > 0
 * @param fractionGy size of the reference fraction in Gy, ≥ 0
 * @see Withers, Thames & Peters 1983, Cancer 51:2086 (idea); Fowler 1989, Br J Radiol 62:679
 */
export function eqdx(sums: DoseSums, alphaBetaGy: number, fractionGy: number): number {
  // EQDX = (Σd·(α/β) + Σd²)/(X + α/β)
  requirePositive('alphaBetaGy', alphaBetaGy);
  return (sums.doseGy * alphaBetaGy + sums.doseSquaredGy2) / (fractionGy + alphaBetaGy);
}

/** Equivalent dose in 2 Gy fractions, in Gy: {@link eqdx} with X = 2. */
export function eqd2(sums: DoseSums, alphaBetaGy: number): number {
  return eqdx(sums, alphaBetaGy, 2);
}

/**
 * Effect E = −ln of the surviving fraction, without unit.
 *
 * @param alphaPerGy α in Gy⁻¹, > 0
 * @param alphaBetaGy α/β in Gy, > 0
 */
export function effect(sums: DoseSums, alphaPerGy: number, alphaBetaGy: number): number {
  // E = αΣd + βΣd² = α·BED
  return requirePositive('alphaPerGy', alphaPerGy) * bed(sums, alphaBetaGy);
}

/** Surviving fraction in [0, 1]: e^−E. */
export function survivingFraction(sums: DoseSums, alphaPerGy: number, alphaBetaGy: number): number {
  return Math.exp(-effect(sums, alphaPerGy, alphaBetaGy));
}

/** α in Gy⁻¹ of cells of which the fraction `sf2` survives 2 Gy. */
export function alphaFromSf2(sf2: number, alphaBetaGy: number): number {
  // α = −ln SF2 / (2 + 4/(α/β))
  return -Math.log(sf2) / (2 + 4 / alphaBetaGy);
}

/** The α/β in Gy at which two schedules have the same BED, or undefined where no positive one exists. */
export function crossingAlphaBetaGy(a: DoseSums, b: DoseSums): number | undefined {
  // Σd_a + Σd²_a/x = Σd_b + Σd²_b/x  ⇒  x = (Σd²_b − Σd²_a)/(Σd_a − Σd_b)
  const crossing = (b.doseSquaredGy2 - a.doseSquaredGy2) / (a.doseGy - b.doseGy);
  return crossing > 0 && Number.isFinite(crossing) ? crossing : undefined;
}
