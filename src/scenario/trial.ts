import { createEstimand, type Estimand } from '../outcomes/estimand.ts';
import { createMarginShift, type MarginShift } from '../outcomes/margin-shift.ts';
import type { PlannedArm } from '../outcomes/planned-arm.ts';
import { type PopulationRates, populationRates } from '../outcomes/population-rates.ts';
import { createTruth, type EndpointYears, endpointOf, type Truth } from '../outcomes/truth.ts';
import type { TruthSpec } from '../outcomes/truth-schema.ts';
import { type SeedKey, seedKey } from '../random/seed-key.ts';
import type { ArmCells } from '../trial/arm-cells.ts';
import { type Claim, isTimeClaim } from '../trial/claims/definition.ts';
import {
  createDesign,
  type Design,
  decidingEndpoints,
  needsOnlyOne,
  requiredClaims,
} from '../trial/design.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import { createPassMatrices, type PassMatrices } from '../trial/pass-matrix.ts';
import { type ClaimStratum, claimStrata } from './claim-stratum.ts';
import { ImpossibleWorld } from './impossible-world.ts';
import { plannedArms } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';
import { createWorldDraws, truthInWorld, truthNames, truthSpec, type WorldDraw } from './truth-specs.ts';

/** A truth with its population's rates. */
export interface KnownTruth {
  readonly truth: Truth;
  readonly rates: PopulationRates;
  /** The strata of claims that do not look at all patients. */
  readonly strata: ReadonlyMap<Claim, ClaimStratum>;
  /** What claims on times are about, with its rates by arm, where it is not the endpoint's net control. */
  readonly estimands: ReadonlyMap<Claim, KnownEstimand>;
}

/** An estimand with its rates by arm. */
export interface KnownEstimand {
  readonly estimand: Estimand;
  readonly rates: readonly number[];
}

/** A scenario brought to life; each thread makes its own. */
export interface Trial {
  readonly scenario: Scenario;
  readonly key: SeedKey;
  readonly arms: readonly PlannedArm[];
  readonly design: Design;
  readonly matrices: PassMatrices;
  readonly truthNames: readonly string[];
  /** The truth of an index in {@link truthNames}; made at the first call. */
  truth(index: number): KnownTruth;
  /** Makes the truth as planned with the values of a world. @throws ImpossibleWorld if there can be none */
  truthInWorld(draw: WorldDraw): KnownTruth;
  drawWorld(world: number): WorldDraw;
}

/** Brings a valid scenario to life. */
export function createTrial(scenario: Scenario): Trial {
  const arms = plannedArms(scenario);
  const key = seedKey(scenario.seed);
  const design = createDesign(scenario.design, arms.length);
  const years: EndpointYears = Object.fromEntries(
    [
      ...design.rules,
      ...design.claims,
      ...(design.aim ? [design.aim] : []),
      ...(design.escalation?.expansion ? [design.escalation.expansion.claim] : []),
    ]
      .filter(({ endpoint }) => endpoint.timeKey === 'atYears')
      .map(({ endpoint, time }) => [endpoint.name, time]),
  );
  const known = (spec: TruthSpec, planned?: Truth): KnownTruth => {
    const truth = createTruth(spec, arms, years, planned);
    const rates = populationRates(truth, jointEndpoints(truth, design));
    const strata = claimStrata(design.claims, truth);
    return { truth, rates, strata, estimands: claimEstimands(design.claims, truth) };
  };
  const names = truthNames(scenario);
  const memory = new Map<number, KnownTruth>();
  const truthAt = (index: number): KnownTruth => {
    const found =
      memory.get(index) ??
      known(truthSpec(scenario, names[index]), index === 0 ? undefined : truthAt(0).truth);
    memory.set(index, found);
    return found;
  };
  return {
    scenario,
    key,
    arms,
    design,
    matrices: createPassMatrices(),
    truthNames: names,
    truth: truthAt,
    truthInWorld: (draw) => {
      const planned = truthAt(0).truth;
      try {
        return known(truthInWorld(scenario, draw), planned);
      } catch (error) {
        throw error instanceof RangeError ? new ImpossibleWorld(draw, error.message) : error;
      }
    },
    drawWorld: createWorldDraws(scenario, key),
  };
}

/** The estimands of claims on times that are not about net control. */
function claimEstimands(claims: readonly Claim[], truth: Truth): Map<Claim, KnownEstimand> {
  const found = new Map<Claim, KnownEstimand>();
  for (const claim of claims.filter(isTimeClaim)) {
    const estimand = createEstimand(truth, endpointOf(truth, claim.endpoint.name), claim.events);
    if (estimand) found.set(claim, { estimand, rates: estimand.rates().values });
  }
  return found;
}

/** Positions of the endpoints whose joint rates a design needs. */
function jointEndpoints(truth: Truth, design: Design): number[] | undefined {
  const endpoints = design.escalation?.toxicity ?? decidingEndpoints(design);
  return endpoints.length > 1 ? endpoints.map((endpoint) => endpointIndex(truth, { endpoint })) : undefined;
}

/** Position of a claim's or rule's endpoint among the truth's endpoints. */
export function endpointIndex(truth: Truth, { endpoint }: Pick<Claim, 'endpoint'>): number {
  return truth.endpoints.indexOf(endpointOf(truth, endpoint.name));
}

/** The arms' rates as the exact engine takes them: of the endpoints that decide, in their order. */
export function armCells({ design }: Trial, { truth, rates, strata }: KnownTruth): ArmCells[] {
  const indices = decidingEndpoints(design).map((endpoint) => endpointIndex(truth, { endpoint }));
  const stratum = strata.get(design.claims[0]);
  return rates.arms.map(
    (arm, position): ArmCells => ({
      size: design.sizes[position],
      rates: indices.map((e) => (stratum?.rates.arms[position] ?? arm).rates[e]),
      ...(stratum && { share: stratum.share }),
      ...(indices.length === 2 && { both: arm.both! }),
      ...(indices.length > 2 && { patterns: arm.patterns! }),
    }),
  );
}

/** The control arm's rate of what a claim is about (in a single arm: its own) and the experimental arm's. */
export function claimRates(
  claim: Claim,
  { truth, rates, strata, estimands }: KnownTruth,
): { control: number; experimental: number } {
  const own = estimands.get(claim);
  if (own)
    return { control: own.rates[0], experimental: own.rates[experimentalArm(claim, own.rates.length)] };
  const e = endpointIndex(truth, claim);
  const { arms } = strata.get(claim)?.rates ?? rates;
  return { control: arms[0].rates[e], experimental: arms[experimentalArm(claim, arms.length)].rates[e] };
}

/** The experimental arm's rate at a claim's margin. */
export function rateAtMargin(claim: Claim, known: KnownTruth): number {
  return claim.rateAtMargin(claimRates(claim, known).control);
}

/** By arm and endpoint of a truth, the shift that puts the arm at its claim's margin; undefined, or no list, without claim. */
export type MarginShifts = readonly (readonly (MarginShift | undefined)[])[];

/**
 * The shifts that put each experimental arm at its claim's margin.
 *
 * @throws RangeError if a margin leads out of (0, 1)
 */
export function marginShifts({ design, arms }: Trial, known: KnownTruth): MarginShifts {
  return arms.map((_, position) => {
    const ofArm = design.claims.filter((claim) => experimentalArm(claim, arms.length) === position);
    return known.truth.endpoints.map((endpoint) => {
      const claim = ofArm.find((c) => c.endpoint === endpoint.definition);
      if (!claim) return undefined;
      const { truth } = known.strata.get(claim) ?? known;
      const { experimental } = claimRates(claim, known);
      const target = rateAtMargin(claim, known);
      const own = known.estimands.get(claim);
      return createMarginShift(truth, endpoint, position, experimental, target, own?.estimand);
    });
  });
}

/**
 * How far the truth lies inside each claim that success requires, above 0 where the claim is strictly true; one number, of
 * the claim that it lies farthest inside, where one is enough.
 */
export function slacks({ design }: Trial, known: KnownTruth): number[] {
  const found = design.claims.slice(0, requiredClaims(design)).map((claim) => {
    const { control, experimental } = claimRates(claim, known);
    return claim.slack(control, experimental);
  });
  return needsOnlyOne(design) ? [Math.max(...found)] : found;
}

/** How many numbers {@link slacks} are. */
export const slackCount = (design: Design): number => (needsOnlyOne(design) ? 1 : requiredClaims(design));
