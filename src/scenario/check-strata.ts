import { CENTRE, SUBTYPE } from '../cohort/cohort-shape.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import type { TruthSpec } from '../outcomes/truth-schema.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import { statedClaims } from '../trial/design.ts';
import { type TestName, tests } from '../trial/tests/index.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

/** Combinations of strata beyond these are a slip: hardly a patient would share one. */
const MOST_STRATA = 1000;

/** Problems of the randomisation by itself: its arms, and tests that need its strata. */
export function checkRandomisation({ arms, design }: Scenario): CrossProblem[] {
  const { randomisation } = design;
  const problems: CrossProblem[] = [];
  if (randomisation && Object.keys(arms).length !== 2)
    problems.push({ keys: ['design', 'randomisation'], message: 'randomisation needs two arms' });
  for (const { parameters, path } of statedClaims(design)) {
    const { test: named } = parameters as { test?: TestName };
    const test = named && tests[named];
    if (test && 'createByStratum' in test && !randomisation?.strata)
      problems.push({
        keys: ['design', ...path, 'test'],
        message: `the ${test.label} needs design.randomisation.strata`,
      });
  }
  return problems;
}

/** Characteristics that the design names as strata. */
export function namedStrata({ design }: Scenario): string[] {
  const ofClaims = statedClaims(design).flatMap(({ parameters }) =>
    Object.keys((parameters as { stratum?: object }).stratum ?? {}),
  );
  return [...(design.randomisation?.strata ?? []), ...ofClaims];
}

/** Levels of a stratum in a truth; what is wrong with it where it is none. */
function levelsOf({ design }: Scenario, { cohort }: TruthSpec, name: string): number | string {
  if (name === CENTRE)
    return design.centres ?? `the stratum ${CENTRE} needs design.centres: how many there are`;
  const subtypes = Object.keys(cohort.subtypes).length;
  if (name === SUBTYPE) return subtypes > 0 ? subtypes : `the cohort has no subtypes to be a stratum`;
  const { heterogeneity, correlation } = cohort;
  if (!Object.hasOwn(heterogeneity, name)) {
    const words = [...Object.keys(heterogeneity), ...(subtypes > 0 ? [SUBTYPE] : []), CENTRE];
    return unknownWord('characteristic', name, words);
  }
  const bySubtype = Object.values(cohort.subtypes).some((own) => Object.hasOwn(own.heterogeneity, name));
  if (bySubtype) return `${name} differs between subtypes: a stratum hangs on nothing but itself`;
  const other = correlation.find(({ between }) => between.includes(name));
  if (other) return `${name} is correlated with another: a stratum hangs on nothing but itself`;
  const spec = heterogeneity[name];
  if (typeof spec === 'number') return 1;
  const { atoms } = createLaw(spec as LawSpec);
  return atoms ? atoms.length : `${name} varies continuously: a stratum is a finite characteristic`;
}

/** Problems of a claim that looks at one stratum of the patients. */
export function checkClaimStrata(scenario: Scenario, truth: TruthSpec): CrossProblem[] {
  return statedClaims(scenario.design).flatMap(({ parameters, path }): CrossProblem[] => {
    const { stratum = {} } = parameters as { stratum?: Record<string, number | string> };
    return Object.entries(stratum).flatMap(([name, is]): CrossProblem[] => {
      const keys = ['design', ...path, 'stratum', name];
      if (scenario.design.interim)
        return [{ keys, message: 'a claim about a stratum has no interim looks: they judge all patients' }];
      const found =
        name === CENTRE || name === SUBTYPE
          ? `a claim looks at the patients with one value of a characteristic, not of ${name}`
          : levelsOf(scenario, truth, name);
      const message =
        typeof found === 'string' ? found : valueProblem(truth.cohort.heterogeneity[name], name, is);
      return message === undefined ? [] : [{ keys, message }];
    });
  });
}

/** What is wrong with a value of a finite characteristic. */
function valueProblem(spec: unknown, name: string, is: number | string): string | undefined {
  if (typeof spec === 'number') return spec === is ? undefined : `nobody has ${name} ${is}: it is ${spec}`;
  const { atoms = [], levels } = createLaw(spec as LawSpec);
  if (levels) return levels.includes(String(is)) ? undefined : unknownWord('level', String(is), levels);
  const values = atoms.map(({ value }) => value);
  return values.some((value) => value === is)
    ? undefined
    : `nobody has ${name} ${is} (there is ${values.slice(0, 8).join(', ')}${values.length > 8 ? ', …' : ''})`;
}

/** Problems between the strata of the randomisation and a truth's cohort. */
export function checkStrata(scenario: Scenario, truth: TruthSpec): CrossProblem[] {
  const strata = scenario.design.randomisation?.strata ?? [];
  const keys = ['design', 'randomisation', 'strata'];
  const levels = strata.map((name) => levelsOf(scenario, truth, name));
  const problems = levels.flatMap((found, i): CrossProblem[] =>
    typeof found === 'string' ? [{ keys: [...keys, i], message: found }] : [],
  );
  const combinations = levels.reduce<number>((all, n) => all * (typeof n === 'number' ? n : 1), 1);
  return combinations > MOST_STRATA
    ? [
        ...problems,
        {
          keys,
          message: `${combinations} combinations of strata are too many (must be at most ${MOST_STRATA})`,
        },
      ]
    : problems;
}
