import { endpointAndTime } from './endpoint-time.ts';
import { type LooksSpec, lookSizes, looksPhrase, looksProblem } from './look-schedule.ts';
import type { Rule, Verdict } from './rules/definition.ts';

/** What every rule's parameters hold. */
interface RuleSpec {
  readonly endpoint: never;
  readonly looks: LooksSpec;
}

/** Verdicts as successes rise; undefined goes on. */
const ORDER: readonly (Verdict | undefined)[] = ['harm', 'futility', undefined, 'efficacy'];

/** The smallest number of successes, of so many patients, whose verdict comes at or after a position in the order. */
function firstReaching(
  position: number,
  patients: number,
  decide: (successes: number) => Verdict | undefined,
): number {
  let [low, high] = [0, patients + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ORDER.indexOf(decide(middle)) >= position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A rule whose verdicts are worked out once for each look: they rise with the successes from harm over futility to
 * efficacy, so that their borders are found by bisection.
 *
 * @param phrase what stops the trial, in words
 * @param decide the verdict at a look of `size` patients with so many successes (what one hopes for)
 */
export function tabulatedRule(
  spec: RuleSpec,
  size: number,
  phrase: string,
  decide: (look: number, successes: number, size: number) => Verdict | undefined,
): Rule {
  const { endpoint, time } = endpointAndTime(spec);
  const looks = lookSizes(spec.looks, size);
  const firsts = looks.map((patients, look) =>
    ORDER.slice(1).map((_, i) =>
      firstReaching(i + 1, patients, (successes) => decide(look, successes, patients)),
    ),
  );
  return {
    endpoint,
    time,
    looks,
    sentence: `${phrase}; ${looks.length === 1 ? 'one look' : 'looks'} at ${looksPhrase(looks)} outcomes`,
    decide: (look, events) => {
      const successes = endpoint.eventIsGood ? events : looks[look] - events;
      return ORDER[firsts[look].filter((first) => successes >= first).length];
    },
  };
}

/** The problem of a rule's looks, placed at their key. */
export function problemsOfLooks({ looks }: RuleSpec, size: number): { key: string; message: string }[] {
  const message = looksProblem(looks, size);
  return message === undefined ? [] : [{ key: 'looks', message }];
}
