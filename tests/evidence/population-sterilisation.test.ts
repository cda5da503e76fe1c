import { describe, expect, it } from 'vitest';
import { tabulateSterilisation } from '../../src/evidence/population-sterilisation.ts';
import { exponentialIntegralOfExp } from '../../src/numeric/exponential-integral.ts';
import { normalQuadrature } from '../../src/numeric/normal-quadrature.ts';
import { type DoseSums, equalFractions } from '../../src/radiobiology/linear-quadratic.ts';

const heterogeneity = { medianSf2: 0.52, sigmaEffect: 0.459, sigmaAlphaBeta: 0.6 };
const doses = [
  equalFractions(25, 2),
  equalFractions(15, 2.85),
  equalFractions(5, 3.5),
  equalFractions(5, 8),
  equalFractions(3, 20),
  equalFractions(1, 2),
];
const overSf2 = normalQuadrature(5);
const overAlphaBeta = normalQuadrature(3);

/** The mean by brute force in two dimensions. */
function direct({ doseGy, doseSquaredGy2 }: DoseSums, medianGy: number, maxLn: number): number {
  let sum = 0;
  overAlphaBeta.nodes.forEach((z, j) => {
    const alphaBetaGy = medianGy * Math.exp(0.6 * z);
    const ratio = (doseGy + doseSquaredGy2 / alphaBetaGy) / (2 + 4 / alphaBetaGy);
    overSf2.nodes.forEach((score, i) => {
      const effect = -Math.log(0.52) * Math.exp(0.459 * score) * ratio;
      const share = exponentialIntegralOfExp(effect) - exponentialIntegralOfExp(effect - maxLn);
      sum += (overAlphaBeta.weights[j] * overSf2.weights[i] * share) / maxLn;
    });
  });
  return sum;
}

describe('population means of sterilised residual disease', () => {
  const at = tabulateSterilisation(doses, heterogeneity);

  it.each([
    [0.05, 1.3],
    [1, 6],
    [4.9, 18],
    [30, 17.3],
    [1000, 77.7],
  ])('at α/β %d Gy and L %d are those of two-dimensional quadrature to 1e-8', (alphaBetaGy, maxLn) => {
    const shares = at(alphaBetaGy)(maxLn);
    doses.forEach((dose, i) => {
      expect(Math.abs(shares[i] - direct(dose, alphaBetaGy, maxLn))).toBeLessThan(1e-8);
    });
  });

  it('gives the published-defaults values: 25 × 2 Gy 0.944305, 5 × 3.5 Gy 0.831462', () => {
    const shares = at(4.9)(18);
    expect(1 - 0.28 * (1 - shares[0])).toBeCloseTo(0.944305, 5);
    expect(1 - 0.28 * (1 - shares[2])).toBeCloseTo(0.831462, 5);
  });

  it('refuses what lies outside its tables', () => {
    expect(() => at(1e-4)).toThrow('invalid alphaBetaGy: 0.0001');
    expect(() => at(4.9)(200)).toThrow('invalid maxLnClonogens: 200');
  });
});
