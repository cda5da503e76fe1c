import type { ArmOutcomes } from '../outcomes/arm-simulator.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { outcomeDelayDays } from '../trial/accrual.ts';
import { createTrialClock } from '../trial/trial-clock.ts';
import type { HeldLook } from '../trial/walk-looks.ts';
import { enrolmentDays } from './enrolment-days.ts';
import type { ReplicateAddress, StoryEndpoint, StoryOutcome, StoryPatient } from './trial-story.ts';

/** By patient in the order of enrolment, the position of the arm: in turn, so that the arms grow in proportion. */
export function armsInTurn(sizes: readonly number[]): number[] {
  const total = sizes.reduce((a, b) => a + b, 0);
  const enrolled = sizes.map(() => 0);
  return Array.from({ length: total }, (_, patient) => {
    // How far an arm is behind its share: n_arm (k + 1) − N enrolled
    const behind = sizes.map((size, arm) => size * (patient + 1) - total * enrolled[arm]);
    const next = behind.indexOf(Math.max(...behind));
    enrolled[next]++;
    return next;
  });
}

/** The endpoints of a truth with the design's time for each. */
export function storyEndpoints({ design }: Trial, { truth }: KnownTruth): StoryEndpoint[] {
  return truth.endpoints.map(({ definition }) => {
    const reader = [...design.claims, ...design.rules].find(({ endpoint }) => endpoint === definition);
    return { name: definition.name, time: reader?.time ?? null };
  });
}

/** Days of enrolment with the pauses for looks in them; undefined without accrual. */
function pausedDays(
  trial: Trial,
  address: ReplicateAddress,
  looks: readonly HeldLook[],
): number[] | undefined {
  const clock = createTrialClock(trial.design);
  const days = enrolmentDays(trial, address);
  if (!clock || !days) return undefined;
  return Array.from(days, (day, i) => day + clock.pausedDays(looks.filter((l) => l.patient <= i).length));
}

/** The first `count` patients of a simulated trial. */
export function storyPatients(
  trial: Trial,
  known: KnownTruth,
  address: ReplicateAddress,
  outcomes: readonly ArmOutcomes[],
  looks: readonly HeldLook[],
  count: number,
): StoryPatient[] {
  const { design, arms } = trial;
  const days = pausedDays(trial, address, looks);
  const endpoints = storyEndpoints(trial, known).map(({ name, time }, e) => ({
    name,
    delayDays:
      time === null || !design.accrual
        ? undefined
        : outcomeDelayDays(design.accrual, known.truth.endpoints[e].definition.timeKey, time),
  }));
  const seen = arms.map(() => 0);
  return armsInTurn(design.sizes)
    .slice(0, count)
    .map((arm, i): StoryPatient => {
      const patient = seen[arm]++;
      const enrolledDay = days?.[i] ?? null;
      const became = endpoints.map(({ name, delayDays }, e): [EndpointName, StoryOutcome] => [
        name,
        {
          event: outcomes[arm].events[e][patient] === 1,
          knownDay: enrolledDay === null || delayDays === undefined ? null : enrolledDay + delayDays,
        },
      ]);
      return {
        number: i + 1,
        arm: arms[arm].name,
        enrolledDay,
        evaluable: outcomes[arm].evaluable[patient] === 1,
        outcomes: Object.fromEntries(became),
      };
    });
}
