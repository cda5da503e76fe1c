import type { RunResult } from '../engine/result.ts';
import { statedClaims, statedRules } from '../trial/design.ts';
import { statedPercent } from './checked-words.ts';
import type { CheckedResult } from './checklists/definition.ts';

/** Numbers that claims may state. */
interface StatedClaim {
  readonly endpoint: string;
  readonly oneSidedAlpha?: number;
  readonly twoSidedAlpha?: number;
  readonly certainty?: number;
}

/** The level or certainty of each claim and interim rule of a result. */
export function levelSentences({ scenario }: Pick<CheckedResult, 'scenario'>): string[] {
  const ofClaims = statedClaims(scenario.resolved.design).flatMap(({ parameters }) => {
    const { endpoint, oneSidedAlpha, twoSidedAlpha, certainty } = parameters as StatedClaim;
    if (oneSidedAlpha !== undefined) return [`${endpoint}: one-sided α ${statedPercent(oneSidedAlpha)}`];
    if (twoSidedAlpha !== undefined) return [`${endpoint}: two-sided α ${statedPercent(twoSidedAlpha)}`];
    return certainty === undefined
      ? []
      : [`${endpoint}: posterior probability of at least ${statedPercent(certainty)}`];
  });
  const { comparisons } = scenario.resolved.design;
  const shared = comparisons ? [`several arms against one control: ${comparisons.multiplicity}`] : [];
  return [...ofClaims, ...shared, ...ruleSentences({ scenario })];
}

/** The certainty at which each interim rule stops. */
function ruleSentences({ scenario }: Pick<CheckedResult, 'scenario'>): string[] {
  return statedRules(scenario.resolved.design).flatMap(({ name, parameters }) => {
    const { endpoint, certainty } = parameters as StatedClaim;
    return certainty === undefined
      ? []
      : [`${endpoint}: ${name} at a posterior probability of at least ${statedPercent(certainty)}`];
  });
}

/** One-sided levels with the two-sided interval that says the same. */
export function intervalSentences({ scenario }: CheckedResult): string[] {
  return statedClaims(scenario.resolved.design).flatMap(({ parameters }) => {
    const { endpoint, oneSidedAlpha } = parameters as StatedClaim;
    if (oneSidedAlpha === undefined) return [];
    return [
      `${endpoint}: one-sided α ${statedPercent(oneSidedAlpha)}, which is one limit of a two-sided ${statedPercent(1 - 2 * oneSidedAlpha)} interval`,
    ];
  });
}

/** `localControl: 93.0 % in control, 90.1 % in experimental`: rates of the claimed endpoints as planned. */
export function plannedRates({ claims, truths }: Pick<RunResult, 'claims' | 'truths'>): string[] {
  const [{ arms }] = truths;
  return claims.flatMap(({ endpoint }) => {
    const rates = arms.flatMap(({ name, endpoints: of }) => {
      const rate = of[endpoint]?.rate;
      return rate ? [`${(100 * (rate.exact ?? rate.estimate)).toFixed(1)} % in ${name}`] : [];
    });
    return rates.length === 0 ? [] : [`${endpoint}: ${rates.join(', ')}`];
  });
}

/** What the design does about patients and claims beyond the plain case. */
export function adjustments({ scenario }: CheckedResult): string[] {
  const { design } = scenario.resolved;
  const { unevaluable, lostToFollowUp, coPrimary, hierarchical, interim, groupSequential, comparisons } =
    design;
  return [
    ...(unevaluable > 0 ? [`${statedPercent(unevaluable)} of patients unevaluable`] : []),
    ...(lostToFollowUp
      ? [`${statedPercent(lostToFollowUp.probability)} lost by ${lostToFollowUp.byYears} years`]
      : []),
    ...(coPrimary ? [`${coPrimary.length} co-primary claims, all must pass`] : []),
    ...(hierarchical ? [`${hierarchical.length} claims in order`] : []),
    ...(interim ? [`interim rules: ${interim.flatMap((rule) => Object.keys(rule)).join(', ')}`] : []),
    ...(groupSequential ? [`${groupSequential.informationFractions.length} looks`] : []),
    ...(comparisons?.looks ? [`arms leave at ${comparisons.looks.length} looks before the end`] : []),
  ];
}
