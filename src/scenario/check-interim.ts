import { outcomeDelayDays } from '../trial/accrual.ts';
import { armSizes, type StatedEntry, statedClaims, statedRules } from '../trial/design.ts';
import { endpointAndTime, endpointPhrase } from '../trial/endpoint-time.ts';
import { rules } from '../trial/rules/index.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

const of = ({ parameters }: StatedEntry<string>) => endpointAndTime(parameters as never);

/** Problems of the interim rules of a design. */
export function checkInterim(scenario: Scenario): CrossProblem[] {
  const { design, arms } = scenario;
  const stated = statedRules(design);
  const claimed = statedClaims(design);
  const unwatched = claimed
    .filter(({ name }) => name === 'completion')
    .filter((claim) => !stated.some((rule) => of(rule).endpoint === of(claim).endpoint));
  const completions = unwatched.map((claim): CrossProblem => {
    const { label } = of(claim).endpoint;
    const message = `completion does nothing without an interim rule on ${label}: none stops for it`;
    return { keys: ['design', ...claim.path], message };
  });
  if (stated.length === 0) return completions;
  if (Object.keys(arms).length !== 1) {
    const message = `interim rules need a single arm; there are ${Object.keys(arms).length}`;
    return [{ keys: ['design', 'interim'], message }];
  }
  const size = armSizes(design, 1)[0];
  return [
    ...completions,
    ...stated.flatMap(({ name, parameters, path }) =>
      rules[name].problems(parameters, size).map(({ key, message }) => ({
        keys: ['design', ...path, key],
        message,
      })),
    ),
    ...checkTimes(stated, claimed),
    ...checkEfficacy(stated, claimed),
    ...checkDelays(scenario, stated),
  ];
}

/** A rule and a claim of one endpoint look at it at the same time. */
function checkTimes(
  stated: readonly StatedEntry<string>[],
  claimed: readonly StatedEntry<string>[],
): CrossProblem[] {
  return stated.flatMap((rule, i) => {
    const { endpoint, time } = of(rule);
    const other = [...claimed, ...stated.slice(0, i)]
      .map(of)
      .find((entry) => entry.endpoint === endpoint && entry.time !== time);
    if (!other) return [];
    const message = `the rule looks at ${endpointPhrase(endpoint, time)}, the design elsewhere at ${endpointPhrase(other.endpoint, other.time)}`;
    return [{ keys: ['design', ...rule.path, endpoint.timeKey], message }];
  });
}

/** A stop for efficacy shows every claim: it can do so for claims of its own endpoint only. */
function checkEfficacy(
  stated: readonly StatedEntry<keyof typeof rules>[],
  claimed: readonly StatedEntry<string>[],
): CrossProblem[] {
  return stated.flatMap((entry): CrossProblem[] => {
    const { endpoint } = of(entry);
    const other = claimed.find((claim) => of(claim).endpoint !== endpoint);
    if (!rules[entry.name].stopsForEfficacy(entry.parameters) || !other) return [];
    const message = `a stop for efficacy on ${endpoint.label} cannot show the claim on ${of(other).endpoint.label}`;
    return [{ keys: ['design', ...entry.path], message }];
  });
}

/** Where outcomes take time, the looks of all rules wait equally long, so that they come in the order of patients. */
function checkDelays(
  { design: { accrual } }: Scenario,
  stated: readonly StatedEntry<string>[],
): CrossProblem[] {
  if (!accrual) return [];
  const delays = stated.map((rule) => {
    const { endpoint, time } = of(rule);
    return outcomeDelayDays(accrual, endpoint.timeKey, time);
  });
  const odd = delays.findIndex((delay) => delay !== delays[0]);
  if (odd < 0) return [];
  const { endpoint } = of(stated[odd]);
  const message = `with accrual, all rules must wait equally long: outcomes here are known after ${delays[odd]} days, those of ${of(stated[0]).endpoint.label} after ${delays[0]}`;
  return [{ keys: ['design', ...stated[odd].path, endpoint.timeKey], message }];
}
