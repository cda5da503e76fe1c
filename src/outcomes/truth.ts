import { type Cohort, createCohort, levelsOf } from '../cohort/cohort.ts';
import type { ArmDose, EndpointModel, ModelContext } from '../radiobiology/endpoint-model.ts';
import { type Latency, shareFailedBy } from '../radiobiology/latency.ts';
import type { EndpointDefinition, EndpointName } from './endpoints/definition.ts';
import { endpoints } from './endpoints/index.ts';
import { solveAnchor } from './solve-anchor.ts';
import type { EndpointSpec, TruthSpec } from './truth-schema.ts';

/** One endpoint of a truth, ready to give probabilities at its time. */
export interface TruthEndpoint {
  readonly definition: EndpointDefinition;
  readonly spec: EndpointSpec;
  readonly model: EndpointModel;
  /** What the anchor determined. */
  readonly free?: number;
  readonly latency?: Latency;
  readonly atYears?: number;
  /** Share of the failures to come that have shown at the endpoint's time; 1 without latency. */
  readonly shown: number;
}

/** A live truth: a cohort and a model per endpoint. */
export interface Truth {
  readonly cohort: Cohort;
  readonly arms: readonly ArmDose[];
  /** In registry order, those that the truth models. */
  readonly endpoints: readonly TruthEndpoint[];
  /** phi of the two stated endpoints; 0 where nothing is stated. */
  readonly phi: number;
}

/**
 * Makes a live truth; anchors are solved on its population.
 *
 * @param atYears the design's time of local control; else the anchor's
 * @param planned the truth `asPlanned`, whose solved values serve anchors with `resolve: planned`
 * @throws RangeError if an anchor's rate cannot be reached
 */
export function createTruth(
  spec: TruthSpec,
  arms: readonly ArmDose[],
  atYears?: number,
  planned?: Truth,
): Truth {
  const cohort = createCohort(spec.cohort);
  const present = Object.values(endpoints).filter((definition) => spec[definition.name] !== undefined);
  const live = present.map((definition) => {
    const block = spec[definition.name] as unknown as EndpointSpec;
    const earlier = planned?.endpoints.find(
      (e) => e.definition === definition && e.spec.model === block.model,
    );
    return createEndpoint(definition, block, cohort, atYears, earlier);
  });
  return {
    cohort,
    arms,
    endpoints: live,
    phi: live.find((e) => e.spec.correlation !== undefined)?.spec.correlation ?? 0,
  };
}

function createEndpoint(
  definition: EndpointDefinition,
  spec: EndpointSpec,
  cohort: Cohort,
  designYears: number | undefined,
  planned: TruthEndpoint | undefined,
): TruthEndpoint {
  const { anchor, latency: latencySpec } = spec;
  const latency = latencySpec?.logNormal;
  const atYears = definition.timeKey === 'atYears' ? (designYears ?? anchor?.atYears) : undefined;
  const shown = latency && atYears !== undefined ? shareFailedBy(atYears, latency) : 1;
  const entry = definition.models[spec.model];
  const levels = levelsOf(cohort);
  const create = (free?: number): EndpointModel =>
    entry.create(spec, (free === undefined ? { levels } : { levels, free }) satisfies ModelContext);
  const common = {
    definition,
    spec,
    shown,
    ...(latency && { latency }),
    ...(atYears !== undefined && { atYears }),
  };
  if (!anchor || !entry.free) return { ...common, model: create() };
  const isKept = anchor.resolve === 'planned' && planned?.free !== undefined;
  const free = isKept ? planned.free! : solveAnchor(create, entry.free, { ...anchor, latency }, cohort);
  return { ...common, model: create(free), free };
}

/** The endpoint of a name. @throws RangeError if the truth does not model it */
export function endpointOf(truth: Truth, name: EndpointName): TruthEndpoint {
  const found = truth.endpoints.find(({ definition }) => definition.name === name);
  if (!found) throw new RangeError(`no model of ${name} in this truth`);
  return found;
}

/** Turns long-run probabilities of the endpoint's event into those at its time, in place. */
export function toEndpointTime(endpoint: TruthEndpoint, probabilities: Float64Array, count: number): void {
  const { shown } = endpoint;
  if (shown === 1) return;
  // LC(t) = 1 − (1 − LC∞)·F(t)
  for (let i = 0; i < count; i++) probabilities[i] = 1 - (1 - probabilities[i]) * shown;
}
