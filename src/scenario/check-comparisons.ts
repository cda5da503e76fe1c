import { isTimeClaim } from '../trial/claims/definition.ts';
import { claims } from '../trial/claims/index.ts';
import { statedClaims } from '../trial/design.ts';
import { checkArmLooks } from './check-arm-looks.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

const LEAST_ARMS = 3;
const MOST_ARMS = 12;
const KEYS = ['design', 'comparisons'];

/** What to write where several arms are compared with one control. */
const TO_WRITE = 'comparisons: { multiplicity: none, requires: any }';

/** Why a claim is not made of several arms. */
function claimProblems({ design }: Scenario): CrossProblem[] {
  return statedClaims(design).flatMap(({ name, parameters, path }): CrossProblem[] => {
    if (claims[name].arms !== 2) return [];
    const claim = claims[name].create(parameters);
    if (isTimeClaim(claim)) return [];
    const isByStratum = claim.stratum !== undefined || claim.passesByStratum !== undefined;
    if (!isByStratum && claim.comparison) return [];
    const message = isByStratum
      ? `${name} here decides by stratum, which comparisons with one control do not`
      : `${name} states no one-sided test at a level, which comparisons with one control need`;
    return [{ keys: ['design', ...path], message }];
  });
}

/** Dunnett's bound is the same for all comparisons where the arms compared are of one size. */
function weightProblems({ design: { comparisons, allocation } }: Scenario): CrossProblem[] {
  const [, first, ...others] = allocation ?? [];
  if (comparisons?.multiplicity !== 'dunnett' || others.every((weight) => weight === first)) return [];
  const message = 'multiplicity dunnett needs the same weight for every arm but the control';
  return [{ keys: ['design', 'allocation'], message }];
}

/** Problems of the number of arms, where the design makes a claim, and of how several are compared with one control. */
export function checkComparisons(scenario: Scenario): CrossProblem[] {
  const { design } = scenario;
  const arms = Object.keys(scenario.arms).length;
  if (design.estimate || design.escalation) return [];
  if (!design.comparisons) {
    const message = `needs one or two arms; with more, the first is the control of all others, and the design says how they are compared: ${TO_WRITE}`;
    return arms < LEAST_ARMS ? [] : [{ keys: ['arms'], message }];
  }
  if (arms < LEAST_ARMS) {
    const message = `comparisons needs three arms or more, the first of them the control of the others; there ${arms === 1 ? 'is 1' : `are ${arms}`}`;
    return [{ keys: KEYS, message }];
  }
  if (arms > MOST_ARMS)
    return [{ keys: ['arms'], message: `needs at most ${MOST_ARMS} arms; there are ${arms}` }];
  return [...weightProblems(scenario), ...claimProblems(scenario), ...checkArmLooks(scenario)];
}
