import { useEffect } from 'preact/hooks';
import type { Exploration } from './exploration.ts';
import { keptOutcome } from './kept-outcome.ts';
import type { KeptSetting, PageScenario, PageState } from './page-state.ts';
import type { Change } from './use-page-state.ts';

const isPending = (kept: KeptSetting | undefined): kept is KeptSetting =>
  kept !== undefined && kept.result === undefined && kept.failure === undefined;

/** The scenario to explore: a kept setting that came by a link goes first. */
export const scenarioInHand = ({ scenario, kept }: PageState): PageScenario =>
  isPending(kept) ? kept.scenario : scenario;

/** Writes down what became of a kept setting that came by a link. */
export function useKeptOutcome(
  exploration: Exploration,
  kept: KeptSetting | undefined,
  change: Change,
): void {
  useEffect(() => {
    if (!isPending(kept)) return;
    const outcome = keptOutcome(exploration, kept);
    if (!outcome) return;
    void change((before) => (before.kept === kept ? { ...before, kept: { ...kept, ...outcome } } : before));
  }, [exploration, kept]);
}
