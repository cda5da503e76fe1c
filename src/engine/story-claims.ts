import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { type CountClaim, isTimeClaim } from '../trial/claims/definition.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import type { Stop } from '../trial/walk-looks.ts';
import type { ReplicateColumns } from './batch-result.ts';
import { countRanges } from './count-ranges.ts';
import { coverageOf } from './story-analyses.ts';
import type { CountRange, StoryAnalysis, StoryClaim, StoryCounts } from './trial-story.ts';

/** The claims of the trial in row 0 of the columns, with the counts that each needed. */
export function storyClaims(
  { design, arms }: Trial,
  { truth }: KnownTruth,
  columns: ReplicateColumns,
  stop: Stop | undefined,
  analysesOf: (claim: number) => readonly StoryAnalysis[],
): StoryClaim[] {
  const sizeOf = (arm: number): number =>
    design.countsUnevaluableAsFailures
      ? (stop?.patient ?? columns.sizes?.[arm] ?? design.sizes[arm])
      : columns.evaluable[arm];
  const counts = (arm: number, k: number): StoryCounts => {
    const claim = design.claims[k];
    if (claim.stratum && columns.stratum)
      return { events: columns.stratum.events[k], size: columns.stratum.sizes[k] };
    const e = endpointIndex(truth, claim);
    return { events: columns.events[arm * truth.endpoints.length + e], size: sizeOf(arm) };
  };
  let isOpen = true;
  return design.claims.map((claim, k): StoryClaim => {
    const analyses = analysesOf(k);
    const tested = experimentalArm(claim, arms.length);
    // What an arm that leaves at a look had beside it is not all that the control has in the end
    const decisive = isTimeClaim(claim) || design.armLooks ? analyses.at(-1) : undefined;
    const control = decisive?.control ?? (tested > 0 ? counts(0, k) : null);
    const experimental = decisive?.experimental ?? counts(tested, k);
    const passes = columns.passes[k] === 1;
    const outcome = passes ? 'passes' : isOpen ? 'fails' : 'notTested';
    if (design.isHierarchical) isOpen &&= passes;
    return {
      endpoint: claim.endpoint.name,
      ...(claim.arm !== undefined && { arm: arms[claim.arm].name }),
      sentence: claim.sentence,
      test: claim.test ?? null,
      control: control && countsAlone(control),
      experimental: countsAlone(experimental),
      scale: isTimeClaim(claim) ? claim.times.scale : 'rates',
      margin: isTimeClaim(claim) && claim.times.margins ? claim.limit : null,
      estimate: decisive ? decisive.estimate : estimateOf(control, experimental),
      coverage: analyses.length > 0 ? coverageOf(claim) : null,
      analyses,
      passingEvents:
        stop || analyses.length > 0 || isTimeClaim(claim) || claim.passesByStratum
          ? null
          : passingEvents(claim, control, experimental),
      outcome,
    };
  });
}

const countsAlone = ({ events, size }: StoryCounts): StoryCounts => ({ events, size });

/** Difference of rates, or the rate of a single arm; null without patients. */
function estimateOf(control: StoryCounts | null, experimental: StoryCounts): number | null {
  const rate = ({ events, size }: StoryCounts): number => events / size;
  const estimate = control ? rate(experimental) - rate(control) : rate(experimental);
  return Number.isNaN(estimate) ? null : estimate;
}

function passingEvents(claim: CountClaim, control: StoryCounts | null, { size }: StoryCounts): CountRange[] {
  const { events, size: controlSize } = control ?? { events: 0, size: 0 };
  return countRanges(size, (count) => claim.passes(events, controlSize, count, size) || undefined).map(
    ({ from, to }) => ({ from, to }),
  );
}
