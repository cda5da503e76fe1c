import { normalCdf } from '../numeric/normal-cdf.ts';
import type { Distribution } from './distributions/definition.ts';

/**
 * The law restricted to [low, high]: quantiles of the truncated law, never rejection.
 *
 * @throws RangeError if the law is finite, or holds less than 1e-6 between the limits
 */
export function truncated(law: Distribution, low: number, high: number): Distribution {
  if (law.atoms) throw new RangeError('within does nothing for a law of finitely many values');
  const [below, upTo, above] = [law.cdf(low), law.cdf(high), law.survival(high)];
  const share = upTo - below;
  if (!(share >= 1e-6))
    throw new RangeError(`within [${low}, ${high}] holds less than a millionth of the law`);
  const quantile = (probability: number): number =>
    Math.min(high, Math.max(low, law.quantile(below + probability * share)));
  return {
    quantile,
    atNormalScore: (z) => quantile(normalCdf(z)),
    cdf: (x) => Math.min(1, Math.max(0, (law.cdf(x) - below) / share)),
    survival: (x) => Math.min(1, Math.max(0, (law.survival(x) - above) / share)),
  };
}
