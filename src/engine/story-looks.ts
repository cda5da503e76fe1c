import type { Trial } from '../scenario/trial.ts';
import { createTrialClock, enrolledAtLook } from '../trial/trial-clock.ts';
import type { HeldLook } from '../trial/walk-looks.ts';
import { countRanges } from './count-ranges.ts';
import { enrolmentDays } from './enrolment-days.ts';
import type { ReplicateAddress, StoryLook } from './trial-story.ts';

/** The looks that a simulated trial held, with the counts that would have stopped it at each. */
export function storyLooks(trial: Trial, address: ReplicateAddress, held: readonly HeldLook[]): StoryLook[] {
  const { design } = trial;
  const total = design.sizes.reduce((a, b) => a + b, 0);
  const clock = createTrialClock(design);
  const days = enrolmentDays(trial, address);
  return held.map(({ stage, patient, events, verdict }): StoryLook => {
    const { rule: position, look, patients } = design.stages[stage];
    const rule = design.rules[position];
    const stopsAt = countRanges(patients, (count) => rule.decide(look, count));
    return {
      number: stage + 1,
      endpoint: rule.endpoint.name,
      rule: rule.sentence,
      patients,
      events,
      stopsAt: stopsAt.map(({ from, to, value }) => ({ verdict: value, from, to })),
      day: clock && days ? days[patient - 1] + clock.lookDelayDays + clock.pausedDays(patients) : null,
      enrolled: clock && days ? enrolledAtLook(clock, days, patient, total) : patient,
      verdict: verdict ?? null,
    };
  });
}
