import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import type { Allocation } from '../trial/allocation.ts';
import type { EventCounts } from '../trial/claims/definition.ts';

/** Which patients an analysis drops, and what it takes the others to have. */
export interface AnalysisRule {
  /** Whether unevaluable patients count as failures rather than being dropped. */
  readonly unevaluableFail: boolean;
  readonly eventIsGood: boolean;
}

/** A single arm's analysed counts of one endpoint among the patients with a value of a characteristic. */
export function countWhere(
  column: Float64Array,
  value: number,
  { evaluable }: ArmOutcomes,
  events: Uint8Array,
  size: number,
  rule: AnalysisRule,
): EventCounts {
  let [analysed, among] = [0, 0];
  for (let i = 0; i < size; i++) {
    if (column[i] !== value || (evaluable[i] === 0 && !rule.unevaluableFail)) continue;
    analysed += evaluable[i] === 1 ? events[i] : rule.eventIsGood ? 0 : 1;
    among++;
  }
  return [0, 0, analysed, among];
}

/** The two arms' analysed counts of one endpoint in each stratum, of the replicate simulated last. */
export function countByStratum(
  { sizes, strata, stratumOf }: Allocation,
  [control, experimental]: readonly ArmOutcomes[],
  controlEvents: Uint8Array,
  experimentalEvents: Uint8Array,
  rule: AnalysisRule,
): EventCounts[] {
  const counts = Array.from({ length: strata }, (): [number, number, number, number] => [0, 0, 0, 0]);
  const add = (arm: 0 | 1, events: Uint8Array, { evaluable }: ArmOutcomes): void => {
    for (let i = 0; i < sizes[arm]; i++) {
      if (evaluable[i] === 0 && !rule.unevaluableFail) continue;
      const own = counts[stratumOf ? stratumOf[arm][i] : 0];
      own[2 * arm] += evaluable[i] === 1 ? events[i] : rule.eventIsGood ? 0 : 1;
      own[2 * arm + 1]++;
    }
  };
  add(0, controlEvents, control);
  add(1, experimentalEvents, experimental);
  return counts;
}
