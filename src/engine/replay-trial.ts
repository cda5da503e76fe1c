import type { Trial } from '../scenario/trial.ts';
import { verdicts } from '../trial/rules/definition.ts';
import type { HeldLook } from '../trial/walk-looks.ts';
import type { ReplicateColumns } from './batch-result.ts';
import { createCourseSimulator, hasCourse } from './simulate-course.ts';
import { createColumns, createReplicateSimulator, succeeds } from './simulate-replicates.ts';
import { storyAnalyses } from './story-analyses.ts';
import { storyClaims } from './story-claims.ts';
import { storyLooks } from './story-looks.ts';
import { storyEndpoints, storyPatients } from './story-patients.ts';
import { summariseArms } from './summarise-arms.ts';
import type { ReplicateAddress, StoryAccrual, StoryClaim, StoryDecision, TrialStory } from './trial-story.ts';
import { truthOf } from './truth-of.ts';

/**
 * Tells one simulated trial from opening to decision; it is the trial that a run holds under this address. Patients of
 * several arms come in the order of their randomisation; where the arms have fixed sizes they are enrolled in turn, in the
 * ratio of the arms, and nothing in a result hangs on that order.
 *
 * @throws RangeError for an address that the trial does not have
 * @throws ImpossibleWorld if the world has no truth
 */
export function replayTrial(trial: Trial, address: ReplicateAddress): TrialStory {
  const { scenario, design } = trial;
  const { draw, known } = truthOf(trial, address);
  const columns = createColumns(trial, known.truth.endpoints.length, 1);
  const simulator = createReplicateSimulator(trial, known, []);
  simulator.simulate(address.world, address.replicate, columns, 0);
  const { outcomes, claimCourses } = simulator;
  const held: HeldLook[] = [];
  const course = !claimCourses && hasCourse(trial) ? createCourseSimulator(trial, known) : undefined;
  const stop = course?.stop(outcomes[outcomes.length - 1], (look) => held.push(look));
  const decision: StoryDecision = {
    success: succeeds(columns, 0, design),
    stop: storyStop(columns),
    enrolled: columns.course?.enrolled[0] ?? design.sizes.reduce((a, b) => a + b, 0),
    day: design.accrual ? columns.course!.days[0] : null,
  };
  const claims = storyClaims(trial, known, columns, stop, (k) => storyAnalyses(trial, k, simulator));
  return {
    title: scenario.title,
    seed: scenario.seed,
    ...address,
    values: Object.fromEntries(draw),
    arms: summariseArms(trial).map(({ name, n, schedule }) => ({ name, size: n, schedule })),
    endpoints: storyEndpoints(trial, known),
    accrual: storyAccrual(trial),
    patients: storyPatients(trial, known, address, simulator, held, {
      enrolled: decision.enrolled,
      observedOn: claims.map(({ scale, analyses }) =>
        scale === 'rates' ? undefined : (analyses.at(-1)?.day ?? undefined),
      ),
    }),
    looks: storyLooks(trial, address, held),
    looksNotReached: looksNotReached(trial, decision, held, claims),
    claims,
    decision,
  };
}

/** The look that stopped the trial in row 0. */
function storyStop({ course }: ReplicateColumns): StoryDecision['stop'] {
  if (!course || course.stage[0] === 0) return null;
  return { look: course.stage[0], verdict: verdicts[course.verdict[0] - 1] };
}

function storyAccrual({ design: { accrual, centres } }: Trial): StoryAccrual | null {
  if (!accrual) return null;
  const { perMonth, pattern, rampMonths, centresOpenPerMonth } = accrual;
  return {
    perMonth,
    pattern,
    rampMonths: rampMonths ?? null,
    centresOpenPerMonth: centresOpenPerMonth ?? null,
    centres: centresOpenPerMonth === undefined ? null : centres!,
  };
}

/** Patients, or failures, of the planned looks that a trial without stop passed over. */
function looksNotReached(
  { design: { stages, sequential } }: Trial,
  { stop }: StoryDecision,
  held: readonly HeldLook[],
  [{ analyses }]: readonly StoryClaim[],
): number[] {
  if (stop) return [];
  if (!sequential?.events) return stages.slice(held.length).map(({ patients }) => patients);
  return sequential.events.filter((_, look) => !analyses.some(({ number }) => number === look + 1));
}
