import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import type { BetaPrior } from '../beta-posterior.ts';
import { type CountClaim, countClaims } from '../claims/definition.ts';
import { type DoseFindingName, doseFinding } from '../dose-finding/index.ts';
import type { LadderMethod } from '../ladder/ladder-method.ts';
import { statedIn } from '../one-of-registry.ts';
import { type EscalationSpec, expansionClaims, type MethodBlock, planName } from './escalation-schema.ts';

/** A method with the window by which it counts. */
export interface EscalationPlan {
  /** What results call it, beside its window. */
  readonly name: string;
  readonly methodName: DoseFindingName;
  readonly windowMonths: number;
  /** Whether a decision waits until the windows of all patients are over. */
  readonly waits: boolean;
  readonly method: LadderMethod;
}

/** When a grave event, at any level, ends the trial. */
export interface SafetyRule {
  readonly endpoint: EndpointDefinition;
  /** The rate by the horizon that must not be exceeded. */
  readonly above: number;
  readonly cutOff: number;
  readonly prior: BetaPrior;
}

/** Patients at the level that is recommended, and what is claimed of them. */
export interface Expansion {
  readonly patients: number;
  readonly claim: CountClaim;
}

/** Dose escalation, live. */
export interface Escalation {
  /** Any of their events is a toxicity. */
  readonly toxicity: readonly EndpointDefinition[];
  readonly horizonMonths: number;
  readonly acceptableRate: number;
  /** Every method with every window, methods first. */
  readonly plans: readonly EscalationPlan[];
  readonly safety?: SafetyRule;
  readonly expansion?: Expansion;
}

/** The methods that a valid specification states, in its order. */
export const statedMethods = ({ methods }: Pick<EscalationSpec, 'methods'>) =>
  (methods as readonly MethodBlock[]).map((block) => {
    const { name, parameters } = statedIn(doseFinding, block);
    return { name, parameters: parameters as never, called: planName(block) };
  });

/** The claim of an expansion, by registered name with its parameters. */
export const statedExpansion = (expansion: NonNullable<EscalationSpec['expansion']>) =>
  statedIn(expansionClaims, expansion);

/** The most patients that a plan can treat at one level of a ladder. */
export function mostAtLevel(spec: EscalationSpec, levels: number): number {
  const sizes = statedMethods(spec).map(
    ({ name, parameters }) => doseFinding[name].create(parameters, levels).maximumSize,
  );
  return Math.max(...sizes) + expansionSize(spec);
}

const expansionSize = ({ expansion }: EscalationSpec): number =>
  (expansion as { patients: number } | undefined)?.patients ?? 0;

/** Makes the live escalation of a valid specification on a ladder of so many levels. */
export function createEscalation(spec: EscalationSpec, levels: number): Escalation {
  const { toxicity, windowMonths, horizonMonths, acceptableRate, safety, expansion } = spec;
  const plans = statedMethods(spec).flatMap(({ name: methodName, parameters, called: name }) => {
    const { create, waits } = doseFinding[methodName];
    const method = create(parameters, levels);
    return [windowMonths]
      .flat()
      .map((window): EscalationPlan => ({ name, methodName, windowMonths: window, waits, method }));
  });
  return {
    toxicity: toxicity.map((name) => endpoints[name]),
    horizonMonths,
    acceptableRate,
    plans,
    ...(safety && { safety: { ...safety, endpoint: endpoints[safety.endpoint] } }),
    ...(expansion && { expansion: createExpansion(expansion, expansionSize(spec)) }),
  };
}

function createExpansion(expansion: NonNullable<EscalationSpec['expansion']>, patients: number): Expansion {
  const { name, parameters } = statedExpansion(expansion);
  const [claim] = countClaims([expansionClaims[name].create(parameters as never)]);
  return { patients, claim };
}
