import { endpointAndTime } from './endpoint-time.ts';
import { type LooksSpec, lookSizes, looksPhrase, looksProblem } from './look-schedule.ts';
import type { Rule, Verdict } from './rules/definition.ts';

/** What every rule's parameters hold. */
interface RuleSpec {
  readonly endpoint: never;
  readonly looks: LooksSpec;
}

/**
 * A rule whose verdicts are worked out once for each look and number of events.
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
  const tables = looks.map((patients, look) =>
    Array.from({ length: patients + 1 }, (_, events) =>
      decide(look, endpoint.eventIsGood ? events : patients - events, patients),
    ),
  );
  return {
    endpoint,
    time,
    looks,
    sentence: `${phrase}; ${looks.length === 1 ? 'one look' : 'looks'} at ${looksPhrase(looks)} outcomes`,
    decide: (look, events) => tables[look][events],
  };
}

/** The problem of a rule's looks, placed at their key. */
export function problemsOfLooks({ looks }: RuleSpec, size: number): { key: string; message: string }[] {
  const message = looksProblem(looks, size);
  return message === undefined ? [] : [{ key: 'looks', message }];
}
