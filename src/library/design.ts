import { unknownWord } from '../numeric/closest-word.ts';
import { requireBlock } from '../numeric/require-block.ts';
import { describeIssues } from '../scenario/describe-issue.ts';
import { calculators } from '../trial/calculators/index.ts';

/** What a calculator answers. */
export interface DesignAnswer {
  /** The calculator, as the registry writes it. */
  readonly kind: string;
  /** Its parameters, with defaults filled in. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Which variant of the method this is, one sentence each. */
  readonly variant: readonly string[];
  /** Every number by name; probabilities in [0, 1], unrounded. */
  readonly numbers: Readonly<Record<string, unknown>>;
  /** A sentence fit for a protocol. */
  readonly sentence: string;
  /** The design block of a scenario that does this; absent where the answer is no design. */
  readonly design?: Readonly<Record<string, unknown>>;
}

/** The kind as the registry writes it, `groupSequential` of `group-sequential`; undefined where there is none. */
export function calculatorKind(given: string): string | undefined {
  const kind = given.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(calculators, kind) ? kind : undefined;
}

/**
 * Answers a question of design by formula and enumeration, as `isoeffect design` does.
 *
 * @param kind a calculator: `listRegistries()` names them under `calculators`
 * @param parameters as the calculator takes them, the flags of `isoeffect design <kind> --help` in camel case; rates,
 * levels and powers in [0, 1]
 * @throws RangeError for an unknown kind, with every wrong parameter in a line of its own, or where there is no answer
 * @see the `reference` of the calculator
 * @example
 * ```ts
 * import { design } from 'isoeffect';
 *
 * const { numbers } = design('simon', { nullRate: 0.1, alternativeRate: 0.3, oneSidedAlpha: 0.05, power: 0.8 });
 * console.log(numbers.firstSize, numbers.size); // 10 29
 * ```
 */
export function design(kind: string, parameters: Readonly<Record<string, unknown>>): DesignAnswer {
  const known = typeof kind === 'string' ? calculatorKind(kind) : undefined;
  if (known === undefined) throw new RangeError(unknownWord('kind', kind, Object.keys(calculators)));
  requireBlock('parameters', parameters);
  const parsed = calculators[known].parameters.safeParse(parameters);
  if (!parsed.success) {
    const lines = describeIssues(parsed.error.issues, parameters).map(({ keys: [key], message }) =>
      key === undefined || message.includes(String(key)) ? message : `${String(key)}: ${message}`,
    );
    throw new RangeError(lines.join('\n'));
  }
  const { variant, numbers, sentence, design: block } = calculators[known].solve(parsed.data);
  return {
    kind: known,
    parameters: parsed.data as Record<string, unknown>,
    variant,
    numbers,
    sentence,
    ...(block && { design: block }),
  };
}
