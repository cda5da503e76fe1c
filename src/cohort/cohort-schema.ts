import { unknownWord } from '../numeric/closest-word.ts';
import { copulaFactor } from '../random/copula.ts';
import { type CohortProblem, type CohortSpec, cohortShape } from './cohort-shape.ts';
import { parameterisations } from './parameterisations/index.ts';
import { checkRadiosensitivity } from './radiosensitivity-domain.ts';

/** Characteristics are named freely, but in the spelling of every other key. */
const AMERICAN = /umor/;

function checkNames(spec: CohortSpec): CohortProblem[] {
  const domains = parameterisations[spec.parameterisation].characteristics;
  return Object.keys(spec.heterogeneity).flatMap((name): CohortProblem[] => {
    const path = ['heterogeneity', name];
    if (AMERICAN.test(name))
      return [{ path, message: `unknown key: ${name} (did you mean ${name.replace(AMERICAN, 'umour')}?)` }];
    if (Object.hasOwn(domains, name)) return [];
    const other = Object.entries(parameterisations).find(([, p]) => Object.hasOwn(p.characteristics, name));
    if (!other) return [];
    return [
      { path, message: `${name} belongs to parameterisation ${other[0]}, not ${spec.parameterisation}` },
    ];
  });
}

function checkCorrelation({ heterogeneity, correlation }: CohortSpec): CohortProblem[] {
  return correlation.flatMap(({ between }, i): CohortProblem[] => {
    const path = ['correlation', i];
    const unknown = between.flatMap((name, j): CohortProblem[] =>
      Object.hasOwn(heterogeneity, name)
        ? []
        : [
            {
              path: [...path, 'between', j],
              message: unknownWord('characteristic', name, Object.keys(heterogeneity)),
            },
          ],
    );
    const withItself: CohortProblem[] =
      between[0] === between[1] ? [{ path: [...path, 'between'], message: `${between[0]} with itself` }] : [];
    const same = correlation.findIndex((other) => between.every((name) => other.between.includes(name)));
    const twice: CohortProblem[] =
      same < i ? [{ path, message: `${between.join(' and ')} are correlated twice` }] : [];
    return [...unknown, ...withItself, ...twice];
  });
}

/** Cell lines of myxoid liposarcoma are among the resistant ones, its patients the most sensitive of all; myxofibrosarcoma is another tumour. */
const MYXOID = /myx(?!ofibro)|^mls$/i;

function checkSubtypes({ heterogeneity, subtypes, parameterisation }: CohortSpec): CohortProblem[] {
  const entries = Object.entries(subtypes);
  if (entries.length === 0) return [];
  const sum = entries.reduce((total, [, { weight }]) => total + weight, 0);
  const problems: CohortProblem[] =
    Math.abs(sum - 1) > 1e-9
      ? [
          {
            path: ['subtypes'],
            message: `the weights of the subtypes sum to ${Number(sum.toPrecision(6))}, not to 1`,
          },
        ]
      : [];
  const states = Object.keys(parameterisations[parameterisation].characteristics);
  for (const [subtype, own] of entries) {
    for (const name of Object.keys(own.heterogeneity)) {
      if (Object.hasOwn(heterogeneity, name)) continue;
      const message = unknownWord('characteristic', name, Object.keys(heterogeneity));
      problems.push({ path: ['subtypes', subtype, 'heterogeneity', name], message });
    }
    const isStated = states.filter((name) => name !== 'alphaBetaGy' && name !== 'betaPerGy2');
    const inherits = isStated.filter(
      (name) => Object.hasOwn(heterogeneity, name) && !Object.hasOwn(own.heterogeneity, name),
    );
    if (MYXOID.test(subtype) && inherits.length > 0) {
      const message = `${subtype} must state its own ${inherits.join(' and ')}: its cell lines are among the resistant ones (Haas 2021), its patients the most sensitive (Lansu 2021), so no value of other sarcomas stands for it`;
      problems.push({ path: ['subtypes', subtype], message });
    }
  }
  return problems;
}

function checkCopula({ heterogeneity, correlation }: CohortSpec): CohortProblem[] {
  try {
    copulaFactor(Object.keys(heterogeneity), correlation);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ path: ['correlation'], message: error.message }];
  }
}

/** The cohort of a scenario: characteristics as distributions, subtypes, and how characteristics hang together. */
export const cohortSchema = cohortShape.check(({ value, issues }) => {
  const report = (problems: readonly CohortProblem[]): void => {
    for (const { path, message } of problems)
      issues.push({ code: 'custom', input: value, message, path: [...path] });
  };
  // A law that is wrong in itself has no ends to check
  if (issues.length > 0) return;
  report([
    ...checkNames(value),
    ...checkRadiosensitivity(value),
    ...checkCorrelation(value),
    ...checkSubtypes(value),
  ]);
  if (issues.length === 0) report(checkCopula(value));
});
