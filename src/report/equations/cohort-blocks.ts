import type { CohortSpec } from '../../cohort/cohort-shape.ts';
import { parameterisations } from '../../cohort/parameterisations/index.ts';
import { cohortEquations } from '../../outcomes/truth-equations.ts';
import { distributions } from '../../random/distributions/index.ts';
import { type EquationBlock, symbolsBelow } from './equation-block.ts';
import { lawEquations, lawName } from './law-equations.ts';

/** The laws of the characteristics that vary. */
function lawBlocks(
  heterogeneity: CohortSpec['heterogeneity'],
  at: string,
  part: string,
  where = '',
): EquationBlock[] {
  return Object.entries(heterogeneity).flatMap(([name, spec]) => {
    if (typeof spec === 'number') return [];
    const law = lawName(spec);
    return [
      {
        part,
        title: `X = ${name}${where}: ${law}`,
        reference: distributions[law].reference,
        at: `${at}.${name}`,
        ...lawEquations(spec),
      },
    ];
  });
}

/** What a cohort states: how radiosensitivity is told, what varies and how, subtypes, correlation. */
export function cohortBlocks(cohort: CohortSpec, at: string, part: string): EquationBlock[] {
  const { heterogeneity, subtypes, correlation, parameterisation } = cohort;
  const { summary, reference, equations, symbols } = parameterisations[parameterisation];
  const isTold = Object.keys(symbols).some((name) => name !== 'alphaBetaGy' && name in heterogeneity);
  const [copula, mixture] = cohortEquations.equations;
  return [
    {
      part,
      title: isTold ? `Radiosensitivity: ${parameterisation}` : 'Patients',
      ...(isTold && { text: summary, reference }),
      equations: [
        ...(isTold ? equations : []),
        ...(correlation.length > 0 ? [copula] : []),
        ...(Object.keys(subtypes).length > 0 ? [mixture] : []),
      ],
      at,
      symbols: {
        ...cohortEquations.symbols,
        ...symbolsBelow('heterogeneity', symbols),
        ...symbolsBelow('subtypes.*.heterogeneity', symbols),
      },
    },
    ...lawBlocks(heterogeneity, `${at}.heterogeneity`, part),
    ...Object.entries(subtypes).flatMap(([name, own]) =>
      lawBlocks(own.heterogeneity, `${at}.subtypes.${name}.heterogeneity`, part, ` of ${name}`),
    ),
  ];
}
