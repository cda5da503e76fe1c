import type { Trial } from '../scenario/trial.ts';
import type { DoseFindingName } from '../trial/dose-finding/index.ts';
import type { LadderEnd } from '../trial/ladder/ladder-method.ts';
import { createLadderRunner } from './run-ladders.ts';
import { createColumns, createReplicateSimulator } from './simulate-replicates.ts';
import { summariseArms } from './summarise-arms.ts';
import type { ReplicateAddress } from './trial-story.ts';
import { truthOf } from './truth-of.ts';

/** A decision of a ladder as it was made. */
export interface LadderStoryStep {
  /** From the opening. */
  readonly day: number;
  /** By level: patients so far, and toxicities that are known. */
  readonly treated: readonly number[];
  readonly toxic: readonly number[];
  /** Where the next patients are treated, and how many; null where treating ends. */
  readonly next: { readonly level: string; readonly patients: number } | null;
  /** Why it ends; null where it goes on. */
  readonly end: LadderEnd | null;
}

/** One trial of a plan, told. */
export interface LadderPlanStory {
  readonly name: string;
  readonly method: DoseFindingName;
  readonly windowMonths: number;
  readonly steps: readonly LadderStoryStep[];
  readonly recommended: string | null;
  readonly isStoppedForSafety: boolean;
  /** Whether the claim of the expansion passes; null where nothing is expanded. */
  readonly passes: boolean | null;
  readonly days: number;
  readonly patients: readonly {
    readonly level: string;
    readonly day: number;
    readonly isExpansion: boolean;
    /** Days from the start of treatment to the first toxicity; null where none comes by the horizon. */
    readonly toxicAfterDays: number | null;
  }[];
}

/** One replicate of a dose escalation, by every plan. */
export interface LadderStory extends ReplicateAddress {
  readonly title: string;
  readonly seed: string;
  readonly levels: readonly { readonly name: string; readonly schedule: string | null }[];
  readonly plans: readonly LadderPlanStory[];
}

/**
 * Tells one simulated dose escalation by every plan; it is the trial that a run holds under this address.
 *
 * @throws RangeError for an address that the trial does not have
 */
export function tellLadder(trial: Trial, address: ReplicateAddress): LadderStory {
  const { scenario, design, arms } = trial;
  const { known } = truthOf(trial, address);
  const simulator = createReplicateSimulator(trial, known, []);
  simulator.simulate(
    address.world,
    address.replicate,
    createColumns(trial, known.truth.endpoints.length, 1),
    0,
  );
  const { run, toxicAfter } = createLadderRunner(trial, known);
  const nameOf = (level: number): string => arms[level].name;
  const ladders = run(address.world, address.replicate, simulator.outcomes);
  return {
    title: scenario.title,
    seed: scenario.seed,
    ...address,
    levels: summariseArms(trial).map(({ name, schedule }) => ({ name, schedule })),
    plans: ladders.map((ladder, i): LadderPlanStory => {
      const { name, methodName, windowMonths } = design.escalation!.plans[i];
      return {
        name,
        method: methodName,
        windowMonths,
        steps: ladder.steps.map(({ day, state, decision }) => ({
          day,
          treated: state.treated,
          toxic: state.toxic,
          next:
            decision.kind === 'treat' ? { level: nameOf(decision.level), patients: decision.patients } : null,
          end: decision.kind === 'stop' ? decision.reason : null,
        })),
        recommended: ladder.recommended === undefined ? null : nameOf(ladder.recommended),
        isStoppedForSafety: ladder.isStoppedForSafety,
        passes: ladder.passes ?? null,
        days: ladder.days,
        patients: ladder.patients.map((patient, position) => ({
          level: nameOf(patient.level),
          day: patient.day,
          isExpansion: position >= ladder.climbing,
          toxicAfterDays: toxicAfter(patient) ?? null,
        })),
      };
    }),
  };
}
