import type { Design } from './design.ts';
import type { Verdict } from './rules/definition.ts';

/** Where an interim look stops a trial. */
export interface Stop {
  readonly stage: number;
  readonly verdict: Verdict;
  /** Number of patients, evaluable or not, up to the one who completes the look. */
  readonly patient: number;
}

/** A look that was held. */
export interface HeldLook {
  readonly stage: number;
  /** Number of patients, evaluable or not, up to the one who completes the look. */
  readonly patient: number;
  /** Events of the rule's endpoint that the analysis counts among the patients looked at. */
  readonly events: number;
  /** Undefined where the trial goes on. */
  readonly verdict: Verdict | undefined;
}

/**
 * Takes a simulated arm through the looks of a design.
 *
 * @param eventsOf by rule, whether each patient has the event that the analysis counts; undefined for a rule that never stops
 * @param counts whether each patient counts in the analysis
 * @param onLook is told of every look that is held, the one that stops the trial included
 * @returns the first stop, or undefined where the trial runs to its end
 */
export function walkLooks(
  { rules, stages }: Pick<Design, 'rules' | 'stages'>,
  eventsOf: (rule: number) => Uint8Array | undefined,
  counts: Uint8Array,
  size: number,
  onLook?: (look: HeldLook) => void,
): Stop | undefined {
  const columns = rules.map((_, rule) => eventsOf(rule));
  const events = rules.map(() => 0);
  let [patient, evaluable] = [0, 0];
  for (let stage = 0; stage < stages.length; stage++) {
    const { rule, look, patients } = stages[stage];
    for (; evaluable < patients && patient < size; patient++) {
      if (counts[patient] === 0) continue;
      evaluable++;
      for (let r = 0; r < rules.length; r++) events[r] += columns[r]?.[patient] ?? 0;
    }
    if (evaluable < patients) return undefined;
    const verdict = columns[rule] && rules[rule].decide(look, events[rule]);
    onLook?.({ stage, patient, events: events[rule], verdict });
    if (verdict) return { stage, verdict, patient };
  }
  return undefined;
}
