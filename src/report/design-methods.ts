import type { RunResult } from '../engine/result.ts';
import { claims } from '../trial/claims/index.ts';
import { statedClaims, statedRules } from '../trial/design.ts';
import type { Comparisons } from '../trial/many-to-one/comparisons-schema.ts';
import { namedTest } from '../trial/named-test.ts';
import { rules } from '../trial/rules/index.ts';
import type { Method } from './method.ts';
import { sequentialMethods, timeMethods } from './time-methods.ts';

const HIERARCHY: Method = {
  name: 'Claims in order',
  text: 'Each claim is tested at its own level, and only if those before it pass; the trial succeeds with the first.',
  reference: 'Maurer, Hothorn & Lehmacher 1995, Biometrie in der chemisch-pharmazeutischen Industrie 6:3',
};
const COMPARISONS: Readonly<Record<Comparisons['multiplicity'], Method>> = {
  none: {
    name: 'Several arms against one control',
    text: 'Each arm is compared with the control at the level of the claim; that of all comparisons together, the familywise error, is larger.',
    reference: 'Howard, Brown, Todd & Gregory 2018, Stat Methods Med Res 27:1513',
  },
  dunnett: {
    name: 'Several arms against one control',
    text: 'Each arm is compared with the control at the level with which all comparisons together hold that of the claim if their scores are normal, correlated by the control that they share.',
    reference: 'Dunnett 1955, J Am Stat Assoc 50:1096',
  },
  gatekeeping: {
    name: 'Several arms against one control',
    text: 'The arms are compared with the control in the order in which they stand, each at the level of the claim and only if those before it pass, which holds the level for all of them.',
    reference: 'Maurer, Hothorn & Lehmacher 1995, Biometrie in der chemisch-pharmazeutischen Industrie 6:3',
  },
};
const ARM_LOOKS: Method = {
  name: 'Arms that are dropped',
  text: 'At each look every arm that is left is compared with the control on the patients of both whose outcome is known by then; one below the futility bound is dropped, one at the efficacy bound is shown, the others go on with the control. The level of the last analysis makes no allowance for efficacy bounds before it: the familywise error of the whole is simulated.',
  reference:
    'Royston, Parmar & Qian 2003, Stat Med 22:2239; Magirr, Jaki & Whitehead 2012, Biometrika 99:494',
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
    ...(design.comparisons ? [COMPARISONS[design.comparisons.multiplicity]] : []),
    ...(design.comparisons?.looks ? [ARM_LOOKS] : []),
    ...(design.randomisation ? [BLOCKS] : []),
    ...(design.centres !== undefined ? [CENTRES] : []),
  ];
}
