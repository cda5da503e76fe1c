import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import { reachedBy } from '../random/reached-by.ts';
import type { CohortProblem, CohortSpec } from './cohort-shape.ts';
import type { Parameterisation } from './parameterisations/definition.ts';
import { parameterisations } from './parameterisations/index.ts';

/** What a characteristic reaches: its value, or what its law reaches. */
const reached = (spec: unknown): number[] =>
  typeof spec === 'number' ? [spec] : reachedBy(createLaw(spec as LawSpec));

/** Whether limits could hold the values back: a number and a finite law take none. */
const takesLimits = (spec: unknown): boolean =>
  typeof spec !== 'number' && createLaw(spec as LawSpec).atoms === undefined;

const short = (value: number): number => Number(value.toPrecision(4));

function outOfDomain({ characteristics }: Parameterisation, name: string, spec: unknown): string | undefined {
  const domain = Object.hasOwn(characteristics, name) ? characteristics[name] : undefined;
  if (!domain) return undefined;
  const outside = reached(spec).find((x) => !(x > domain.above && x < domain.below));
  if (outside === undefined) return undefined;
  const rule =
    domain.below < Infinity ? `strictly between ${domain.above} and ${domain.below}` : `> ${domain.above}`;
  return `${name} reaches ${short(outside)} (must be ${rule}${takesLimits(spec) ? '; add within' : ''})`;
}

/** Whether α stays above 0 at every corner of what its characteristics reach. */
function alphaProblem(
  parameterisation: Parameterisation,
  heterogeneity: CohortSpec['heterogeneity'],
): string | undefined {
  const names = parameterisation.from.alphaPerGy;
  if (!names.every((name) => Object.hasOwn(heterogeneity, name))) return undefined;
  // What a subtype inherits out of its domain is said where it stands
  if (names.some((name) => outOfDomain(parameterisation, name, heterogeneity[name]))) return undefined;
  const corners = names.reduce<Record<string, number>[]>(
    (all, name) =>
      all.flatMap((corner) => reached(heterogeneity[name]).map((value) => ({ ...corner, [name]: value }))),
    [{}],
  );
  for (const corner of corners) {
    const columns = Object.fromEntries(names.map((name) => [name, Float64Array.of(corner[name])]));
    const alpha = new Float64Array(1);
    parameterisation.fillAlphaPerGy(columns, alpha, 1);
    if (alpha[0] > 0) continue;
    const where = names.map((name) => `${name} ${short(corner[name])}`).join(' and ');
    return `α is ${short(alpha[0])} per Gy at ${where} (must be > 0; add within)`;
  }
  return undefined;
}

/** Problems of what a cohort and its subtypes state of radiosensitivity: values out of their domain, α not above 0. */
export function checkRadiosensitivity({
  parameterisation: chosen,
  heterogeneity,
  subtypes,
}: CohortSpec): CohortProblem[] {
  const parameterisation = parameterisations[chosen];
  const blocks = [
    { path: ['heterogeneity'], own: heterogeneity, all: heterogeneity },
    ...Object.entries(subtypes).map(([name, subtype]) => ({
      path: ['subtypes', name, 'heterogeneity'],
      own: subtype.heterogeneity,
      all: { ...heterogeneity, ...subtype.heterogeneity },
    })),
  ];
  return blocks.flatMap(({ path, own, all }): CohortProblem[] => {
    const problems = Object.entries(own).flatMap(([name, spec]): CohortProblem[] => {
      const message = outOfDomain(parameterisation, name, spec);
      return message === undefined ? [] : [{ path: [...path, name], message }];
    });
    if (problems.length > 0 || Object.keys(own).length === 0) return problems;
    const message = alphaProblem(parameterisation, all);
    return message === undefined ? [] : [{ path, message }];
  });
}
