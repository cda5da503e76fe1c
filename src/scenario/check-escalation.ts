import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import { createLaw } from '../random/distribution-schema.ts';
import { doseFinding } from '../trial/dose-finding/index.ts';
import { statedExpansion, statedMethods } from '../trial/escalation/escalation.ts';
import { expansionClaims } from '../trial/escalation/escalation-schema.ts';
import type { CrossProblem } from './cross-problem.ts';
import { statedSchedules } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

const LEAST_LEVELS = 2;
const MOST_LEVELS = 12;

/** Problems of a scenario whose design climbs its arms: the ladder, the methods on it, and what it does without. */
export function checkEscalation({ arms, design, uncertainty }: Scenario): CrossProblem[] {
  const { escalation } = design;
  if (!escalation) return [];
  const names = Object.keys(arms);
  const problems: CrossProblem[] = [];
  if (Object.keys(uncertainty).length > 0)
    problems.push({
      keys: ['uncertainty'],
      message: 'dose escalation has no assurance: state other truths under truths in place of uncertainty',
    });
  if (names.length < LEAST_LEVELS || names.length > MOST_LEVELS)
    problems.push({
      keys: ['arms'],
      message: `a ladder has ${LEAST_LEVELS} to ${MOST_LEVELS} arms, its levels; there ${names.length === 1 ? 'is 1' : `are ${names.length}`}`,
    });
  for (const name of names)
    if (statedSchedules(arms[name]).length > 1)
      problems.push({ keys: ['arms', name, 'schedules'], message: 'a level of a ladder has one schedule' });
  statedMethods(escalation).forEach(({ name, parameters }, i) => {
    for (const { key, message } of doseFinding[name].problems(parameters, names.length))
      problems.push({ keys: ['design', 'escalation', 'methods', i, name, key], message });
  });
  return [...problems, ...expansionProblems(escalation)];
}

function expansionProblems({ expansion }: NonNullable<Scenario['design']['escalation']>): CrossProblem[] {
  if (!expansion) return [];
  const { name, parameters } = statedExpansion(expansion);
  const keys = ['design', 'escalation', 'expansion', name];
  const { patients } = expansion as unknown as { patients: number };
  const stratum = (parameters as { stratum?: object }).stratum
    ? [{ keys: [...keys, 'stratum'], message: 'an expansion looks at all its patients' }]
    : [];
  const found = expansionClaims[name].problems?.(parameters as never, patients) ?? [];
  return [...stratum, ...found.map(({ key, message }) => ({ keys: [...keys, key], message }))];
}

/** Problems between a truth and a ladder: every toxicity is modelled, and comes at a time. */
export function checkOnsets({ design: { escalation } }: Scenario, truth: TruthSpec): CrossProblem[] {
  const watched: { name: EndpointName; keys: PropertyKey[] }[] = escalation
    ? [
        ...escalation.toxicity.map((name, i) => ({ name, keys: ['toxicity', i] })),
        ...(escalation.safety ? [{ name: escalation.safety.endpoint, keys: ['safety', 'endpoint'] }] : []),
      ]
    : [];
  const missing = watched.flatMap(({ name, keys: own }): CrossProblem[] => {
    const keys = ['design', 'escalation', ...own];
    const block = truth[name] as EndpointSpec | undefined;
    if (!block) return [{ keys, message: `the design looks at ${name}, but the truth has no model of it` }];
    return block.onsetMonths
      ? []
      : [{ keys, message: `missing truth.${name}.onsetMonths: a window needs to know when ${name} comes` }];
  });
  return [...missing, ...Object.values(endpoints).flatMap(({ name }) => onsetProblems(truth, name, watched))];
}

function onsetProblems(
  truth: TruthSpec,
  name: EndpointName,
  watched: readonly { readonly name: EndpointName }[],
): CrossProblem[] {
  const { onsetMonths } = (truth[name] ?? {}) as Partial<EndpointSpec>;
  if (!onsetMonths) return [];
  const keys = ['truth', name, 'onsetMonths'];
  if (!watched.some((own) => own.name === name))
    return [{ keys, message: `does nothing: no dose escalation counts ${name}` }];
  return createLaw(onsetMonths).cdf(0) > 0
    ? [{ keys, message: 'must be above 0: events come after the start of treatment; add within' }]
    : [];
}
