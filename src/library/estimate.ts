import { createEstimateResult, type EstimateResult } from '../engine/estimate-result.ts';
import { readEffects } from '../evidence/read-effects.ts';
import { requireFileName, requireOptions } from './require-options.ts';

/**
 * Finds α/β in Gy in the effects that a trial published, and says how far to trust it; resolves to what
 * `isoeffect estimate` writes as `estimate.json`.
 *
 * @param effects the text of an effects file, or what it would hold as an object
 * @param options `file`: its name, for messages
 * @throws ScenarioError with every problem of the effects at once; RangeError for a wrong option
 * @see Fieller 1954, J R Stat Soc B 16:175 (the interval)
 * @example
 * ```ts
 * import { estimate, readShipped } from 'isoeffect';
 *
 * const { alphaBetaGy } = await estimate(readShipped('fast', 'effects'));
 * console.log(alphaBetaGy.estimate.toFixed(2)); // 2.67
 * ```
 */
export async function estimate(
  effects: string | object,
  options: { readonly file?: string } = {},
): Promise<EstimateResult> {
  requireOptions(options, ['file']);
  requireFileName(options.file);
  const given = typeof effects === 'string' ? effects.replace(/^\uFEFF/, '') : effects;
  const { effects: resolved, warnings } = readEffects(given, options.file ?? 'effects');
  return createEstimateResult(resolved, warnings);
}
