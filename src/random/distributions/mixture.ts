import { z } from 'zod';
import { interiorProbability } from '../../numeric/quantities.ts';
import { type Component, continuousMixture } from '../continuous-mixture.ts';
import { finiteLaw } from '../finite-law.ts';
import { createFromBlock, type LawBlock, type LawRegistry, lawBlockSchema } from '../law-block.ts';
import { type Distribution, defineDistribution } from './definition.ts';

/** The mixture of laws of a registry; it takes the registry so that the registry can list it. */
export const mixture = (registry: LawRegistry) => {
  const parameters = z
    .array(
      lawBlockSchema(registry, { weight: interiorProbability('share of the component, strictly in (0, 1)') }),
    )
    .min(2)
    .check((context) => {
      if (context.issues.length > 0) return;
      const message = weightProblem(context.value) ?? kindProblem(lawsOf(registry, context.value));
      if (message) context.issues.push({ code: 'custom', input: context.value, message });
    });
  return defineDistribution({
    summary: 'Mixture of laws, each with its weight; the weights sum to 1.',
    reference: 'McLachlan & Peel 2000, Finite Mixture Models, ch. 1',
    equations: ['F(x) = ∑_k w_k·F_k(x)'],
    symbols: { '*.weight': 'w_k', '*': 'θ_k' },
    parameters,
    examples: [
      [
        { weight: 0.222, logNormal: { median: 3.29, sigma: 0.643 } },
        { weight: 0.778, logNormal: { median: 5.98, sigma: 0.485 } },
      ],
      [
        { weight: 0.3, normal: { mean: -4, sd: 1 }, within: [-6, 1] },
        { weight: 0.2, uniform: { min: 0, max: 1 } },
        { weight: 0.5, gamma: { shape: 2, scale: 3 } },
      ],
      [
        { weight: 0.4, bernoulli: 0.3 },
        { weight: 0.6, binomial: { size: 4, probability: 0.5 } },
      ],
    ],
    create: (components) => mixed(lawsOf(registry, components)),
  });
};

const lawsOf = (
  registry: LawRegistry,
  components: readonly (LawBlock & { readonly weight: number })[],
): Component[] =>
  components.map((component) => ({ weight: component.weight, law: createFromBlock(registry, component) }));

function weightProblem(components: readonly { readonly weight: number }[]): string | undefined {
  const sum = components.reduce((total, { weight }) => total + weight, 0);
  return Math.abs(sum - 1) < 1e-9
    ? undefined
    : `the weights of a mixture must sum to 1, not ${Number(sum.toPrecision(10))}`;
}

function kindProblem(components: readonly Component[]): string | undefined {
  if (components.some(({ law }) => law.levels))
    return 'a mixture takes no categorical law: its levels have no values to mix';
  const finite = components.filter(({ law }) => law.atoms).length;
  return finite === 0 || finite === components.length
    ? undefined
    : 'a mixture takes either laws of finitely many values or continuous ones, not both';
}

/** @throws RangeError if some of the laws are finite and some not, or one has named levels */
function mixed(components: readonly Component[]): Distribution {
  const problem = kindProblem(components);
  if (problem) throw new RangeError(problem);
  if (!components[0].law.atoms) return continuousMixture(components);
  return finiteLaw(
    components.flatMap(({ weight, law }) =>
      law.atoms!.map(({ value, probability }) => ({ value, probability: weight * probability })),
    ),
  );
}
