import type { Trial } from '../scenario/trial.ts';
import type { HeldLook } from '../trial/walk-looks.ts';
import { createCourseSimulator, hasCourse } from './simulate-course.ts';
import { createColumns, createReplicateSimulator, succeeds } from './simulate-replicates.ts';
import { storyClaims } from './story-claims.ts';
import { storyLooks } from './story-looks.ts';
import { storyEndpoints, storyPatients } from './story-patients.ts';
import { summariseArms } from './summarise-arms.ts';
import type { ReplicateAddress, StoryDecision, TrialStory } from './trial-story.ts';
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
  const { outcomes } = simulator;
  const held: HeldLook[] = [];
  const course = hasCourse(trial) ? createCourseSimulator(trial, known) : undefined;
  const stop = course?.stop(outcomes[outcomes.length - 1], (look) => held.push(look));
  const decision: StoryDecision = {
    success: succeeds(columns, 0, design),
    stop: stop ? { look: stop.stage + 1, verdict: stop.verdict } : null,
    enrolled: columns.course?.enrolled[0] ?? design.sizes.reduce((a, b) => a + b, 0),
    day: design.accrual ? columns.course!.days[0] : null,
  };
  return {
    title: scenario.title,
    seed: scenario.seed,
    ...address,
    values: Object.fromEntries(draw),
    arms: summariseArms(trial).map(({ name, n, schedule }) => ({ name, size: n, schedule })),
    endpoints: storyEndpoints(trial, known),
    accrualPerMonth: design.accrual?.perMonth ?? null,
    patients: storyPatients(trial, known, address, simulator, held, decision.enrolled),
    looks: storyLooks(trial, address, held),
    looksNotReached: stop ? [] : design.stages.slice(held.length).map(({ patients }) => patients),
    claims: storyClaims(trial, known, columns, stop),
    decision,
  };
}
