import { z } from 'zod';
import { unknownWord } from '../numeric/closest-word.ts';
import { NORMAL_REACH } from '../numeric/normal-quadrature.ts';
import { strict } from '../numeric/quantities.ts';
import { copulaFactor } from '../random/copula.ts';
import { createLaw, type LawSpec, quantitySchema } from '../random/distribution-schema.ts';
import { parameterisations } from './parameterisations/index.ts';

const characteristicName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, {
  error: (issue) => `invalid characteristic: ${String(issue.input)} (must be a word in camelCase)`,
});

const correlationSchema = strict({
  between: z.tuple([z.string(), z.string()]).describe('two characteristics that vary'),
  rho: z.number().gt(-1).lt(1).describe('correlation of their normal scores'),
});

/** Normal scores beyond those of every uniform that a stream gives, and the ends of the quadrature. */
const EXTREMES = [-NORMAL_REACH, NORMAL_REACH] as const;

/** Characteristics are named freely, but in the spelling of every other key. */
const AMERICAN = /umor/;

/** The cohort of a scenario: characteristics as distributions, and how they hang together. */
export const cohortSchema = strict({
  parameterisation: z
    .enum(Object.keys(parameterisations) as [keyof typeof parameterisations])
    .default('sf2AlphaBeta')
    .describe('how radiosensitivity is stated'),
  heterogeneity: z
    .record(characteristicName, quantitySchema)
    .default({})
    .describe('characteristics of patients: a number, or the law they vary by'),
  correlation: z
    .array(correlationSchema)
    .default([])
    .describe('Gaussian copula; pairs left out are independent'),
}).check(({ value, issues }) => {
  const fail = (message: string, ...path: PropertyKey[]) =>
    issues.push({ code: 'custom', input: value, message, path });
  const domains = parameterisations[value.parameterisation].characteristics;
  for (const [name, spec] of Object.entries(value.heterogeneity)) {
    const domain = Object.hasOwn(domains, name) ? domains[name] : undefined;
    if (AMERICAN.test(name)) {
      fail(`unknown key: ${name} (did you mean ${name.replace(AMERICAN, 'umour')}?)`, 'heterogeneity', name);
    }
    if (!domain) {
      const other = Object.entries(parameterisations).find(([, p]) =>
        Object.hasOwn(p.characteristics, name),
      )?.[0];
      if (other)
        fail(
          `${name} belongs to parameterisation ${other}, not ${value.parameterisation}`,
          'heterogeneity',
          name,
        );
      continue;
    }
    const law = typeof spec === 'number' ? undefined : createLaw(spec as LawSpec);
    const reached = law ? EXTREMES.map((z) => law.atNormalScore(z)) : [spec as number];
    const outside = reached.find((x) => !(x > domain.above && x < domain.below));
    if (outside !== undefined) {
      const rule =
        domain.below < Infinity
          ? `strictly between ${domain.above} and ${domain.below}`
          : `> ${domain.above}`;
      fail(
        `${name} reaches ${Number(outside.toPrecision(4))} (must be ${rule}${law ? '; add within' : ''})`,
        'heterogeneity',
        name,
      );
    }
  }
  value.correlation.forEach(({ between }, i) => {
    between.forEach((name, j) => {
      if (Object.hasOwn(value.heterogeneity, name)) return;
      fail(
        unknownWord('characteristic', name, Object.keys(value.heterogeneity)),
        'correlation',
        i,
        'between',
        j,
      );
    });
    if (between[0] === between[1]) fail(`${between[0]} with itself`, 'correlation', i, 'between');
    const same = value.correlation.findIndex((other) =>
      between.every((name) => other.between.includes(name)),
    );
    if (same < i) fail(`${between.join(' and ')} are correlated twice`, 'correlation', i);
  });
  if (issues.length > 0) return;
  try {
    copulaFactor(Object.keys(value.heterogeneity), value.correlation);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fail(error.message, 'correlation');
  }
});

/** A cohort's specification, valid by {@link cohortSchema}. */
export type CohortSpec = z.output<typeof cohortSchema>;
