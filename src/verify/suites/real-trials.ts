import { estimateAlphaBeta } from '../../evidence/alpha-beta-estimate.ts';
import { readEffects } from '../../evidence/read-effects.ts';
import type { CaseDefinition } from '../case-definition.ts';
import { recordedCases } from '../recorded-cases.ts';
import values from '../values/real-trials.json' with { type: 'json' };
import type { ShippedFiles, SuiteDefinition } from './definition.ts';

/** α/β in Gy of a trial by its effects, the interval by the delta method, and the shape of Fieller's set. */
const estimates: readonly (readonly [
  name: string,
  alphaBetaGy: number,
  low: number,
  high: number,
  fieller: string,
  published: string,
])[] = [
  ['fast', 2.67, 1.4, 3.93, 'complement', '2.7 (1.5 to 3.9)'],
  ['fast-forward-late', 1.73, 1.15, 2.31, 'interval', '1.7 (1.2 to 2.3)'],
  ['fast-forward-relapse', 3.67, 0.23, 7.12, 'wholeLine', '3.7 (0.3 to 7.1), no estimate by Fieller'],
  ['chhip', 1.78, 1.25, 2.32, 'interval', '1.8'],
];

const estimateCases = (files: ShippedFiles): CaseDefinition[] =>
  estimates.map(([name, estimate, low, high, fieller, published]) => {
    const read = () => readEffects(files.effects(name), `${name}.yaml`);
    return {
      id: `alpha-beta-${name}`,
      title: `α/β in Gy from the effects of ${name}; published ${published}`,
      source: `two-coefficient solution by hand; effects of ${read().effects.source}`,
      expected: { estimate, low, high, fieller },
      tolerance: 0.005,
      compute: () => {
        const { alphaBetaGy } = estimateAlphaBeta(read().effects, []);
        const { delta } = alphaBetaGy;
        return {
          estimate: alphaBetaGy.estimate,
          low: delta.low,
          high: delta.high,
          fieller: alphaBetaGy.fieller.kind,
        };
      },
    };
  });

export const realTrials: SuiteDefinition = {
  summary: 'What trials published, or what follows exactly from it.',
  cases: (files) => [...recordedCases(values), ...estimateCases(files)],
};
