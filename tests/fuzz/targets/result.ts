import fc from 'fast-check';
import { readResult } from '../../../src/engine/read-result.ts';
import { shippedResult } from '../../fixtures/shipped-results.ts';
import { expectRefusal } from '../expected-error.ts';
import { mutatedText } from '../mutated-text.ts';
import { mutatedTree } from '../mutated-tree.ts';
import type { FuzzTarget } from '../target.ts';

const results = await Promise.all(
  ['mc1973', 'alpha-beta-precision'].map((name) => shippedResult(name, { replicates: 20, worlds: 20 })),
);

/** Results of runs: refused, or with all that a result begins with. */
export const resultTarget: FuzzTarget<string> = {
  summary: 'results of runs',
  quick: 50,
  inputs: fc.oneof(
    mutatedText(results.map((result) => JSON.stringify(result))),
    mutatedTree(results).map((tree) => JSON.stringify(tree)),
  ),
  take(text) {
    try {
      const { truths, warnings, scenario } = readResult(text, 'result.json');
      if (truths.length === 0 || !Array.isArray(warnings) || scenario.resolved === null)
        throw new Error('a result without its parts');
    } catch (error) {
      expectRefusal(error, 'ScenarioError');
    }
  },
};
