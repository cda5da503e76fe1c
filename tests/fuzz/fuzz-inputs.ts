import fc from 'fast-check';
import { withinLimits } from './limits.ts';
import type { FuzzTarget } from './target.ts';

/** An input that the product did what it must not at, made as small as it could be. */
export interface Find {
  readonly seed: number;
  readonly input: string;
  readonly error: string;
}

/** Inputs that are made from one seed. */
const AT_ONCE = 1000;

/**
 * Gives a target so many inputs, from one seed on.
 *
 * @param begin called before each input
 * @returns what was found, at most one of a kind
 */
export async function fuzzInputs(
  target: FuzzTarget,
  inputs: number,
  seed: number,
  begin: (seed: number, input: unknown) => void = () => undefined,
): Promise<Find[]> {
  const finds = new Map<string, Find>();
  for (let done = 0; done < inputs; done += AT_ONCE) {
    const here = seed + done / AT_ONCE;
    const property = fc.asyncProperty(target.inputs, (input) => {
      begin(here, input);
      return withinLimits(() => target.take(input));
    });
    const numRuns = Math.min(AT_ONCE, inputs - done);
    const outcome = await fc.check(property, { seed: here, numRuns });
    if (!outcome.failed) continue;
    const error =
      outcome.errorInstance instanceof Error
        ? outcome.errorInstance
        : new Error(String(outcome.errorInstance));
    const lines = (error.stack ?? error.message).split('\n').slice(0, 8);
    const kind = lines.find((line) => /^\s+at /.test(line)) ?? lines[0];
    if (!finds.has(kind))
      finds.set(kind, { seed: here, input: JSON.stringify(outcome.counterexample), error: lines.join('\n') });
  }
  return [...finds.values()];
}
