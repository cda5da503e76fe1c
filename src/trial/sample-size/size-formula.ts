import type { TestName } from '../tests/index.ts';
import { continuityCorrectedSize } from './continuity-corrected.ts';
import type { SizeFormula } from './definition.ts';
import { farringtonManningSize } from './farrington-manning.ts';
import { pooledSize } from './pooled.ts';
import { waldSize } from './wald.ts';

/** The closed formula that comes nearest to a two-arm test; that of strata has one of them here; without a margin the score test pools the arms. */
export function sizeFormula(test: TestName, margin: number): SizeFormula {
  if (test === 'wald' || test === 'mantelHaenszel') return waldSize;
  if (test === 'fisher') return continuityCorrectedSize;
  return margin === 0 ? pooledSize : farringtonManningSize;
}
