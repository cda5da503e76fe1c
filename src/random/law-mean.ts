import { normalQuadrature } from '../numeric/normal-quadrature.ts';
import type { Distribution } from './distributions/definition.ts';

/** The rule is refined until the mean moves by less than this share of itself. */
const CONVERGED = 1e-9;
const COARSEST_LEVEL = 2;
const FINEST_LEVEL = 10;

function meanAt({ atNormalScore }: Distribution, level: number): number {
  const { nodes, weights } = normalQuadrature(level);
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += weights[i] * atNormalScore(nodes[i]);
  return sum;
}

/** Mean of a law: over its atoms, or by quadrature over its normal score within ±8.5. */
export function lawMean(law: Distribution): number {
  if (law.atoms) return law.atoms.reduce((sum, { value, probability }) => sum + probability * value, 0);
  let mean = meanAt(law, COARSEST_LEVEL);
  for (let level = COARSEST_LEVEL + 1; level <= FINEST_LEVEL; level++) {
    const finer = meanAt(law, level);
    const moved = Math.abs(finer - mean);
    mean = finer;
    if (moved <= CONVERGED * Math.abs(finer)) break;
  }
  return mean;
}
