import type { RunResult } from '../engine/result.ts';
import { designMethods } from './design-methods.ts';
import type { Method } from './method.ts';

/** How trials are simulated; patients of a centre share its effect. */
export const simulationMethod = ({ scenario }: Pick<RunResult, 'scenario'>): Method => ({
  name: 'Simulation',
  text: `Patient by patient; each arm of each replicate holds different patients, independent of each other${scenario.resolved.design.centres === undefined ? '' : ' but for what those of a centre share'}. All truths are simulated with the same random numbers. The Monte Carlo standard error (MCSE) of a share is √(p(1 − p)/n); of 0 or n successes it is reckoned half a success inside.`,
  reference: 'Morris, White & Crowther 2019, Stat Med 38:2074',
});
const BY_QUADRATURE = 'Population rates by quadrature over the characteristics of patients;';
const ENUMERATION: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power and type I error by enumerating every pair of counts, each weighed by its binomial probability.`,
};
const ONE_ARM: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power and type I error by enumerating every count, weighed by its binomial probability.`,
};
const MULTINOMIAL: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power by enumerating the joint counts of the endpoints that hang together, in each arm, weighed by the multinomial probabilities of the patterns of events that a patient can have; type I error of one claim by its own counts.`,
};
const DYNAMIC: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} stops, power and type I error by dynamic programming: the law of the counts of events is carried from look to look, and what a rule stops leaves it there. Patients enrolled by a stop: E[min(N, t + A)], t being the patient who completes the look and A the arrivals while its outcomes are awaited.`,
  reference: 'Schultz, Nichol, Elfring & Weed 1973, Biometrics 29:293',
};
const TWO_ARM_LOOKS: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} stops, power and type I error by dynamic programming over the counts of both arms, from look to look.`,
  reference: 'Jennison & Turnbull 2000, Group Sequential Methods, ch. 12',
};
const ASSURANCE: Method = {
  name: 'Assurance',
  text: 'The mean of power over worlds, each one draw of what is uncertain, shared by all patients and arms of that world; for its MCSE each world is one cluster.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
};

const MANY_TO_ONE: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power and errors by enumerating the counts of all arms: given that of the control the arms are independent, so that what their comparisons do together is a product, weighed by the binomial probability of the control’s count.`,
};

const EACH_ARM: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power, type I error and looks of each arm by dynamic programming over its counts and the control’s, from look to look. What the arms do together is simulated alone.`,
  reference: 'Jennison & Turnbull 2000, Group Sequential Methods, ch. 12',
};

/** How the exact values of a result are made. */
function exactMethod({ scenario, claims, arms }: RunResult): Method {
  if (scenario.resolved.design.interim) return DYNAMIC;
  if (scenario.resolved.design.groupSequential) return TWO_ARM_LOOKS;
  if (scenario.resolved.design.comparisons?.looks) return EACH_ARM;
  if (scenario.resolved.design.comparisons) return MANY_TO_ONE;
  if (claims.length > 2) return MULTINOMIAL;
  return arms.length > 1 ? ENUMERATION : ONE_ARM;
}

/** What a result used, and nothing else: claims, tests and rules from their definitions, and how numbers are made; models stand with their equations. */
export function methodsOf(result: RunResult): Method[] {
  const { truths, assurance } = result;
  // Where the power of a design is simulated alone, the error of an arm may be exact
  const hasExact = truths.some(
    ({ operatingCharacteristics: { power, typeIError, comparisons } }) =>
      power.exact !== undefined || (comparisons?.looks !== undefined && typeIError.exact !== undefined),
  );
  return [
    ...designMethods(result),
    simulationMethod(result),
    ...(hasExact ? [exactMethod(result)] : []),
    ...(assurance ? [ASSURANCE] : []),
  ];
}
