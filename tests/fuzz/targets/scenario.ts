import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { ReadFile } from '../../../src/scenario/inline-files.ts';
import { leafPaths } from '../../../src/scenario/path.ts';
import { readChange, readScenario, type ScenarioChange } from '../../../src/scenario/read-scenario.ts';
import type { Scenario } from '../../../src/scenario/scenario-schema.ts';
import { writeScenario } from '../../../src/scenario/write-scenario.ts';
import { docsBlocks, textsIn } from '../corpus.ts';
import { expectRefusal } from '../expected-error.ts';
import { hostileNumbers, hostileWords } from '../hostile-words.ts';
import { mutatedText } from '../mutated-text.ts';
import { mutatedTree } from '../mutated-tree.ts';
import type { FuzzTarget } from '../target.ts';

interface Input {
  readonly text: string;
  readonly sets: readonly string[];
}

const texts = [...textsIn('scenarios', '.yaml'), ...docsBlocks('yaml')];
const trees = textsIn('scenarios', '.yaml').map((text) => parse(text) as object);
const [histogram] = textsIn('scenarios/dvh', '.csv');
const readFile: ReadFile = () => histogram;

const text = fc.oneof(
  { weight: 2, arbitrary: mutatedText(texts) },
  { weight: 3, arbitrary: mutatedTree(trees).map((tree) => stringify(tree)) },
  { weight: 1, arbitrary: mutatedTree(trees).map((tree) => JSON.stringify(tree)) },
);
const paths = [...new Set(trees.flatMap((tree) => leafPaths(tree)))];
const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...paths) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileWords) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...hostileWords)).map((p) => p.join('.')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const value = fc.oneof(
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(...hostileWords),
  fc.constantFrom('{ logNormal: { median: 4.9, sigma: 0.6 } }', '[1, 2]', '&a [*a, *a]', '', '{}'),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const set = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(path, value).map((parts) => parts.join('=')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);

/** A scenario's text with arguments that change it: refused, or taken and then the same once written and read again. */
export const scenarioTarget: FuzzTarget<Input> = {
  summary: 'scenario files, and --set',
  quick: 25,
  inputs: fc.record({
    text,
    sets: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(set, { minLength: 1, maxLength: 3 }) },
    ),
  }),
  take({ text, sets }) {
    let changes: ScenarioChange[];
    let scenario: Scenario;
    try {
      changes = sets.map((argument) => readChange(argument));
      scenario = readScenario(text, 'x.yaml', changes, readFile).scenario;
    } catch (error) {
      return expectRefusal(error, 'ScenarioError');
    }
    const resolved = writeScenario(scenario, scenario.title);
    const again = readScenario(resolved, 'resolved.yaml').scenario;
    if (writeScenario(again, scenario.title) !== resolved)
      throw new Error('the resolved scenario reads as another one');
  },
};
