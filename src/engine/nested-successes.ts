import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import { createArmSimulator } from '../outcomes/arm-simulator.ts';
import { isAmended } from '../outcomes/planned-arm.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { countClaims, isTimeClaim } from '../trial/claims/definition.ts';
import { createAllocation } from '../trial/create-allocation.ts';
import { type Design, hasLooks, needsOnlyOne, requiredClaims } from '../trial/design.ts';
import { isMixed } from '../trial/exact-design.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import type { PassMatrix } from '../trial/pass-matrix.ts';

/** Simulates one replicate of the largest trial, and says for each size whether the trial of that size succeeds. */
export type NestedSuccesses = (world: number, replicate: number, succeeds: Uint8Array) => void;

/**
 * Whether the patients of a smaller trial are the first ones of a larger one, and their counts all that decides: then one
 * pass over the largest serves every size.
 */
export function isNestable({ design, arms }: Pick<Trial, 'design' | 'arms'>): boolean {
  const { claims, randomisation } = design;
  return (
    !hasLooks(design) &&
    design.sequential === undefined &&
    !randomisation &&
    !arms.some(isAmended) &&
    claims.every((claim) => !isTimeClaim(claim) && !claim.passesByStratum && !claim.stratum)
  );
}

/** Running counts of one arm's first patients, as the analysis set has them. */
interface NestedArm {
  /** Goes on to the first `count` patients. */
  advance(count: number): void;
  reset(): void;
  /** Patients analysed. */
  analysed: number;
  /** By claim. */
  readonly events: Float64Array;
}

/**
 * What one pass over the patients of the largest trial says of smaller ones: the same as a run of each, patient for
 * patient.
 *
 * @param trial the largest size, {@link isNestable}
 * @param designs the design in each size, sizes rising in every arm
 */
export function createNestedSuccesses(
  trial: Trial,
  known: KnownTruth,
  designs: readonly Design[],
): NestedSuccesses {
  const { design, arms, key } = trial;
  const { truth } = known;
  const allocation = createAllocation(design, truth);
  const simulators = arms.map((_, position) =>
    createArmSimulator(truth, position, design.sizes[position], design.unevaluable, [], allocation),
  );
  const indices = design.claims.map((claim) => endpointIndex(truth, claim));
  const nested = simulators.map(({ outcomes }) => createNestedArm(design, outcomes, indices));
  const decide = createDecision(trial, nested);
  return (world, replicate, succeeds) => {
    for (const [position, simulator] of simulators.entries())
      simulator.simulate(key, world, replicate, design.sizes[position]);
    for (const arm of nested) arm.reset();
    for (const [s, { sizes }] of designs.entries()) {
      for (const [position, arm] of nested.entries()) arm.advance(sizes[position]);
      succeeds[s] = Number(decide(s));
    }
  };
}

function createNestedArm(design: Design, outcomes: ArmOutcomes, indices: readonly number[]): NestedArm {
  const { claims, unevaluable, countsUnevaluableAsFailures } = design;
  const events = new Float64Array(claims.length);
  const onFailure = claims.map(({ endpoint }) => (endpoint.eventIsGood ? 0 : 1));
  const everyone = unevaluable === 0;
  const { evaluable } = outcomes;
  let seen = 0;
  const arm: NestedArm = {
    analysed: 0,
    events,
    reset: () => {
      seen = arm.analysed = 0;
      events.fill(0);
    },
    advance: (count) => {
      for (const [k, e] of indices.entries()) {
        const flags = outcomes.events[e];
        let more = 0;
        if (everyone) for (let i = seen; i < count; i++) more += flags[i];
        else {
          const missing = countsUnevaluableAsFailures ? onFailure[k] : 0;
          for (let i = seen; i < count; i++) more += evaluable[i] === 1 ? flags[i] : missing;
        }
        events[k] += more;
      }
      if (everyone || countsUnevaluableAsFailures) arm.analysed = count;
      else for (let i = seen; i < count; i++) arm.analysed += evaluable[i];
      seen = count;
    },
  };
  return arm;
}

/** Passes of one claim in one size, for the analysed patients that it had last: as a rule these are always the same. */
interface RememberedPasses {
  controls: number;
  experimentals: number;
  matrix: PassMatrix;
}

/**
 * Whether the claims that success requires pass on the running counts of the size at a position; decisions on planned sizes
 * are remembered.
 */
function createDecision(
  { design, matrices }: Trial,
  arms: readonly NestedArm[],
): (position: number) => boolean {
  const needed = countClaims(design.claims).slice(0, requiredClaims(design));
  const control = arms.length > 1 ? arms[0] : undefined;
  const tested = needed.map((claim) => arms[experimentalArm(claim, arms.length)]);
  // One claim that passes decides where one is enough, else one that does not
  const decisive = needsOnlyOne(design);
  const remembers = !isMixed(design);
  const remembered = needed.map((): RememberedPasses[] => []);
  const passes = (k: number, position: number, c: number, nc: number, e: number, ne: number): boolean => {
    if (!remembers) return needed[k].passes(c, nc, e, ne);
    let known = remembered[k][position];
    if (known?.controls !== nc || known.experimentals !== ne) {
      known = { controls: nc, experimentals: ne, matrix: matrices(needed[k], nc, ne) };
      remembered[k][position] = known;
    }
    return known.matrix.passesAt(c, e);
  };
  return (position) => {
    for (let k = 0; k < needed.length; k++) {
      const events = control ? control.events[k] : 0;
      const analysed = control ? control.analysed : 0;
      const { events: own, analysed: size } = tested[k];
      if (passes(k, position, events, analysed, own[k], size) === decisive) return decisive;
    }
    return !decisive;
  };
}
