import type { Truth } from '../outcomes/truth.ts';
import { endpointIndex, type Trial } from '../scenario/trial.ts';
import type { Verdict } from '../trial/rules/definition.ts';
import type { ReplicateColumns } from './batch-result.ts';

/**
 * A function that writes into a row whose events are counted whether the experimental arm's observed rates, of `size`
 * patients analysed, meet each criterion of adoption: a trial that stopped for harm or futility meets none. Undefined where
 * the design has no criterion.
 */
export function createAdoptionJudge(
  { design: { adoption }, arms }: Trial,
  truth: Truth,
):
  | ((row: number, columns: ReplicateColumns, size: number, verdict: Verdict | undefined) => void)
  | undefined {
  if (!adoption) return undefined;
  const last = arms.length - 1;
  const endpoints = truth.endpoints.length;
  const indices = adoption.map((criterion) => endpointIndex(truth, criterion));
  return (row, columns, size, verdict) => {
    const hasFailed = verdict === 'harm' || verdict === 'futility';
    adoption.forEach(({ isMet }, k) => {
      const events = columns.events[(row * arms.length + last) * endpoints + indices[k]];
      columns.adoption![row * adoption.length + k] = !hasFailed && isMet(events, size) ? 1 : 0;
    });
  };
}
