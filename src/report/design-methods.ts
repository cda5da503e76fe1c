import type { RunResult } from '../engine/result.ts';
import { claims } from '../trial/claims/index.ts';
import { statedClaims, statedRules } from '../trial/design.ts';
import { namedTest } from '../trial/named-test.ts';
import { rules } from '../trial/rules/index.ts';
import type { Method } from './method.ts';
import { sequentialMethods, timeMethods } from './time-methods.ts';

const HIERARCHY: Method = {
  name: 'Claims in order',
  text: 'Each claim is tested at its own level, and only if those before it pass; the trial succeeds with the first.',
  reference: 'Maurer, Hothorn & Lehmacher 1995, Biometrie in der chemisch-pharmazeutischen Industrie 6:3',
};
const BLOCKS: Method = {
  name: 'Permuted blocks',
  text: 'Patients come one after another; within each stratum every block holds the arms in their ratio, in random order. The sizes of the arms at the end are left to the last blocks.',
  reference: 'Zelen 1974, J Chronic Dis 27:365',
};
const CENTRES: Method = {
  name: 'Centres',
  text: 'Patients come to each centre with the same probability; those of a centre share a normal effect on the log odds, in both arms, drawn anew in each replicate. Rates then have an MCSE with replicates as clusters.',
  reference: 'Localio, Berlin, Ten Have & Kimmel 2001, Ann Intern Med 135:112',
};

/** What the design does: claims, tests, interim rules, and how patients come to the arms. */
export function designMethods(result: RunResult): Method[] {
  const { design } = result.scenario.resolved;
  const kinds = [...new Set(statedClaims(design).map(({ name }) => name))];
  const followed = [...new Set(statedRules(design).map(({ name }) => name))];
  const used = [...new Set(result.claims.flatMap(({ test }) => test ?? []))];
  return [
    ...kinds.map((kind) => ({
      name: `Claim: ${kind}`,
      text: claims[kind].summary,
      reference: claims[kind].reference,
    })),
    ...used.map((test) => ({
      name: `Test: ${test}`,
      text: namedTest(test).summary,
      reference: namedTest(test).reference,
    })),
    ...followed.map((rule) => ({
      name: `Interim rule: ${rule}`,
      text: rules[rule].summary,
      reference: rules[rule].reference,
    })),
    ...timeMethods(result),
    ...sequentialMethods(result),
    ...(design.hierarchical ? [HIERARCHY] : []),
    ...(design.randomisation ? [BLOCKS] : []),
    ...(design.centres !== undefined ? [CENTRES] : []),
  ];
}
