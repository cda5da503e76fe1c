import { Command } from 'commander';
import { calculatorKind } from '../library/design.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { designText } from '../report/design-text.ts';
import { wrapLines } from '../report/wrap-lines.ts';
import { describeIssues } from '../scenario/describe-issue.ts';
import { type CalculatorField, calculatorFields } from '../trial/calculator-fields.ts';
import type { Answer, CalculatorDefinition } from '../trial/calculators/definition.ts';
import { calculators } from '../trial/calculators/index.ts';
import { claims } from '../trial/claims/index.ts';
import { addCalculatorFlags, exampleFlags, flagOf } from './calculator-flags.ts';
import { UsageError } from './explain.ts';

/** Says which calculators there are. */
export function printCalculators(asJson: boolean): void {
  const entries = Object.entries(calculators);
  if (asJson) {
    const list = entries.map(([kind, { summary, reference }]) => ({ kind, summary, reference }));
    console.log(JSON.stringify(list, null, 2));
    return;
  }
  const width = Math.max(...entries.map(([kind]) => kind.length)) + 4;
  const table = entries.flatMap(([kind, { summary }]) =>
    wrapLines(`  ${kind}`.padEnd(width) + summary, 100, ' '.repeat(width)),
  );
  console.log(['isoeffect design <kind> --help shows the flags of one of these:', ...table].join('\n'));
}

/** The kind as the registry writes it: `a-hern` and `aHern` are one. */
function readKind(given: string): string {
  const kind = calculatorKind(given);
  if (kind !== undefined) return kind;
  if (Object.keys(claims).some((claim) => claim === given || flagOf(claim) === `--${given}`))
    throw new UsageError(
      `${given} is a claim that a scenario makes: isoeffect size <scenario> sizes it; isoeffect design lists the calculators`,
    );
  throw new UsageError(unknownWord('kind', given, Object.keys(calculators)));
}

/** A message about parameters as one about flags: keys of several words, and lists of keys, become flags. */
function inFlags(message: string, keys: readonly string[]): string {
  const toFlag = (word: string): string => (keys.includes(word) ? flagOf(word) : word);
  return message
    .replace(/\b[a-z]+(?:[A-Z]\w*)+\b/g, toFlag)
    .replace(/(?<=needs one of )[\w, ]+/, (list) => list.replace(/\w+/g, toFlag));
}

/** What is wrong with the parameters, by flag. */
function problemsOf(issues: readonly unknown[], given: object, keys: readonly string[]): string {
  return describeIssues(issues as never, given)
    .map(({ keys: [key], message }) => {
      if (key === undefined) return inFlags(message, keys);
      const flag = flagOf(String(key));
      const opening = new RegExp(`^(missing|invalid) ${String(key)}\\b`);
      const named = inFlags(message.replace(opening, `$1 ${flag}`), keys);
      return named.includes(flag) ? named : `${flag}: ${named}`;
    })
    .join('\n');
}

function solve(
  definition: CalculatorDefinition,
  given: object,
  keys: readonly string[],
): { parameters: unknown; answer: Answer } {
  const parsed = definition.parameters.safeParse(given);
  if (!parsed.success) throw new UsageError(problemsOf(parsed.error.issues, given, keys));
  try {
    return { parameters: parsed.data, answer: definition.solve(parsed.data) };
  } catch (error) {
    // Parameters that have no answer are wrong input
    throw error instanceof RangeError ? new UsageError(inFlags(error.message, keys)) : error;
  }
}

/** The parser of one kind. */
function parserOf(
  kind: string,
  definition: CalculatorDefinition,
  fields: readonly CalculatorField[],
): Command {
  const command = new Command(`isoeffect design ${kind}`)
    .description(`${definition.summary}\n${definition.reference}`)
    .exitOverride()
    .showHelpAfterError(`(isoeffect design ${kind} --help lists its flags)`);
  addCalculatorFlags(command, fields);
  const example = exampleFlags(definition.examples[0] as Record<string, unknown>, fields);
  return command
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', `\nExample:\n  isoeffect design ${kind} ${example}`);
}

/** The parser of a kind of the registry. */
export const calculatorCommand = (kind: string): Command =>
  parserOf(kind, calculators[kind], calculatorFields(calculators[kind]));

/** Answers one kind, from its flags. */
export function designAndPrint(givenKind: string, flags: readonly string[], asJson: boolean): void {
  const kind = readKind(givenKind);
  const definition = calculators[kind];
  const fields = calculatorFields(definition);
  const command = parserOf(kind, definition, fields);
  command.parse([...flags], { from: 'user' });
  const { json = false, ...given } = command.opts<{ json?: boolean }>();
  const { parameters, answer } = solve(
    definition,
    given,
    fields.map(({ key }) => key),
  );
  const { variant, numbers, sentence, design } = answer;
  if (json || asJson)
    console.log(JSON.stringify({ kind, parameters, variant, numbers, sentence, design }, null, 2));
  else console.log(designText(definition, answer));
}
