import type { ArmDose, Columns, EndpointModel } from '../radiobiology/endpoint-model.ts';
import { controlOnceShown, type LatencyKind } from '../radiobiology/latency.ts';

/**
 * Writes P(event | characteristics) once the share `shown` of latencies has passed, hidden draws averaged out.
 *
 * @param shown F at the time, in [0, 1]; 1 is the long run
 */
export function fillOnceShown(
  model: EndpointModel,
  dose: ArmDose,
  kind: LatencyKind,
  shown: number,
  patients: Columns,
  out: Float64Array,
  count: number,
): void {
  if (kind === 'promotionTime' && shown < 1 && model.promotionProbabilities) {
    model.promotionProbabilities(dose, patients, shown, out, count);
    return;
  }
  model.probabilities(dose, patients, out, count);
  if (shown === 1) return;
  for (let i = 0; i < count; i++) out[i] = controlOnceShown(shown, out[i], kind);
}
