import fc from 'fast-check';
import { flagOf } from '../../../src/cli/calculator-flags.ts';
import { runCommandLine } from '../../../src/cli/command-line.ts';
import { calculatorFields } from '../../../src/trial/calculator-fields.ts';
import { calculators } from '../../../src/trial/calculators/index.ts';
import { hostileLetters, hostileNumbers, hostileWords } from '../hostile-words.ts';
import { said } from '../said.ts';
import type { FuzzTarget } from '../target.ts';

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileNumbers) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileWords, ...hostileLetters) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3000 }).map(String) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(20_000)) },
);

/** The flags of an example of a calculator. */
function flagsOf(kind: string): string[] {
  const definition = calculators[kind];
  const example = definition.examples[0] as Record<string, unknown>;
  return calculatorFields(definition).flatMap(({ key, value }): string[] => {
    const given = example[key];
    if (given === undefined) return [];
    if (value.kind === 'switch') return given ? [flagOf(key)] : [];
    if (value.kind === 'group') return [flagOf(key), Object.values(given as object).join(',')];
    return [flagOf(key), Array.isArray(given) ? given.join(',') : String(given)];
  });
}

const design = fc.constantFrom(...Object.keys(calculators)).chain((kind) => {
  const flags = flagsOf(kind);
  const all = calculatorFields(calculators[kind]).map(({ key }) => flagOf(key));
  const changed = fc
    .array(fc.tuple(fc.nat(Math.max(0, flags.length - 1)), word), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const copy = [...flags];
      for (const [at, text] of changes) if (!copy[at]?.startsWith('--')) copy[at] = text;
      return copy;
    });
  const added = fc.tuple(fc.constantFrom(...all), word).map((pair) => [...flags, ...pair]);
  return fc
    .oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: added })
    .map((rest) => ['design', kind, ...rest]);
});

/** Arguments after the name of a command, none of which lets it write. */
const options = [
  '--out',
  '--seed',
  '--replicates',
  '--worlds',
  '--workers',
  '--set',
  '--shard',
  '--format',
  '--vary',
  '--tip',
  '--list',
  '--power',
  '--solve',
  '--alpha-beta',
  '--draws',
  '--compare',
  '--exclude',
  '--truth',
  '--start',
  '--skip',
  '--port',
  '--json',
  '--yes',
  '--resume',
  '--help',
  '--version',
  '--',
];
const argument = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...options) },
  { weight: 2, arbitrary: word },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...options), word).map((pair) => pair.join('=')) },
);
const NO_FILE = '/none/such';
const other = fc
  .tuple(
    fc.constantFrom(
      'run',
      'merge',
      'size',
      'sweep',
      'sensitivity',
      'example',
      'validate',
      'estimate',
      'calibrate',
      'report',
      'list',
      'verify',
      'eqd2',
      'none',
    ),
    fc.array(argument, { maxLength: 5 }),
  )
  .map(([command, rest]) =>
    command === 'run' || command === 'verify' ? ['validate', ...rest] : [command, NO_FILE, ...rest],
  );
const eqd2 = fc
  .tuple(word, word, fc.array(argument, { maxLength: 3 }))
  .map(([schedule, alphaBeta, rest]) => ['eqd2', schedule, '--alpha-beta', alphaBeta, ...rest]);

/** Arguments of the command line: done, or wrong input, said without a trace of the code. */
export const commandLineTarget: FuzzTarget<readonly string[]> = {
  summary: 'arguments of the command line',
  quick: 25,
  inputs: fc.oneof(
    { weight: 4, arbitrary: design },
    { weight: 1, arbitrary: other },
    { weight: 1, arbitrary: eqd2 },
  ),
  async take(args) {
    const { code, stdout, stderr } = await said(() => runCommandLine(['node', 'isoeffect', ...args]));
    if (code !== 0 && code !== 2) throw new Error(`exit code ${code}: ${stderr.slice(0, 500)}`);
    if (code === 2 && stderr.trim() === '') throw new Error('refused without a word');
    if (/^\s+at .*:\d+:\d+/m.test(stderr) || /Cannot read|is not a function|\[object /.test(stderr))
      throw new Error(`a message for programmers: ${stderr.slice(0, 500)}`);
    if (/\bNaN\b|\bundefined\b/.test(stdout) && !args.some((arg) => arg.includes('NaN')))
      throw new Error(`an answer that is none: ${stdout.slice(0, 800)}`);
  },
};
