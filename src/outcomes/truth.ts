import { type Cohort, createCohort, levelsOf } from '../cohort/cohort.ts';
import type { UniformSources } from '../cohort/uniform-source.ts';
import type { ArmDose, EndpointModel, ModelContext } from '../radiobiology/endpoint-model.ts';
import { type Latency, shareFailedBy } from '../radiobiology/latency.ts';
import { createLaw } from '../random/distribution-schema.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import { armCohort, armOddsRatios, createArmDose } from './arm-dose.ts';
import { createCentreModel, withCentreEffects } from './centre-model.ts';
import { type Competing, createCompeting } from './competing.ts';
import type { EndpointDefinition, EndpointName } from './endpoints/definition.ts';
import { endpoints } from './endpoints/index.ts';
import { missedFractions } from './missed-fractions.ts';
import { armSources, type PlannedArm } from './planned-arm.ts';
import { solveAnchor } from './solve-anchor.ts';
import { createSubtypeModel } from './subtype-model.ts';
import { type EndpointSpec, latencyOf, type ModelSpec, type TruthSpec } from './truth-schema.ts';

/** An arm as one endpoint sees it. */
export interface EndpointArm {
  readonly dose: ArmDose;
  /** Factors on the odds of the event that agents and timing bring, by schedule of the arm. */
  readonly oddsRatios: readonly number[];
}

/** One endpoint of a truth, ready to give probabilities at its time. */
export interface TruthEndpoint {
  readonly definition: EndpointDefinition;
  readonly spec: EndpointSpec;
  readonly model: EndpointModel;
  /** In the order of the truth's arms. */
  readonly arms: readonly EndpointArm[];
  /** Columns that its probabilities hang on: those of the model and of the courses. */
  readonly reads: readonly string[];
  /** What the anchor determined, as the model searches it. */
  readonly free?: number;
  /** What the anchors of subtypes with a model of their own determined, by name. */
  readonly freeBySubtype: Readonly<Record<string, number>>;
  readonly latency?: Latency;
  /** Months from the start of treatment to an event that happens; there where the truth states it. */
  readonly onset?: Distribution;
  readonly atYears?: number;
  /** Share of the failures to come that have shown at the endpoint's time; 1 without latency. */
  readonly shown: number;
}

/** An arm of a truth. */
export interface TruthArm {
  readonly name: string;
  /** The cohort with the laws of what this arm's patients get: which schedule, how many fractions are missed. */
  readonly cohort: Cohort;
  /** Where its patients' uniforms come from, if not from streams of the arm's own. */
  readonly sources: UniformSources;
}

/** A live truth: a cohort and a model per endpoint. */
export interface Truth {
  readonly cohort: Cohort;
  readonly arms: readonly TruthArm[];
  /** In registry order, those that the truth models. */
  readonly endpoints: readonly TruthEndpoint[];
  /** phi of the two stated endpoints; 0 where nothing is stated. */
  readonly phi: number;
  readonly competing?: Competing;
}

/** The design's times of endpoints in years, by name. */
export type EndpointYears = Readonly<Partial<Record<EndpointName, number>>>;

/**
 * Makes a live truth; anchors are solved on its population.
 *
 * @param years the design's times of endpoints; local control takes its anchor's where the design says nothing
 * @param planned the truth `asPlanned`, whose solved values serve anchors with `resolve: planned`
 * @throws RangeError if an anchor's rate cannot be reached
 */
export function createTruth(
  spec: TruthSpec,
  arms: readonly PlannedArm[],
  years: EndpointYears,
  planned?: Truth,
): Truth {
  const blockOf = (name: EndpointName): EndpointSpec => spec[name] as unknown as EndpointSpec;
  const present = Object.values(endpoints).filter(({ name }) => spec[name] !== undefined);
  const clustered = present.filter(({ name }) => blockOf(name).centreSd !== undefined);
  const cohort = withCentreEffects(
    createCohort(spec.cohort),
    clustered.map(({ name }) => name),
  );
  const missed = arms.map((arm) => missedFractions(arm, spec.delivery?.missedFractionProbability ?? 0));
  const live = present.map((definition): TruthEndpoint => {
    const block = blockOf(definition.name);
    const own = arms.map(
      (arm, position): EndpointArm => ({
        dose: createArmDose(arm, block, missed[position], definition.countsPostoperative),
        oddsRatios: armOddsRatios(arm, block),
      }),
    );
    const earlier = planned?.endpoints.find(
      (e) => e.definition === definition && e.spec.model === block.model,
    );
    const endpoint = createEndpoint(definition, block, cohort, years[definition.name], earlier);
    const ofCourses = own.flatMap(({ dose }) => dose.delivery?.reads ?? []);
    return { ...endpoint, arms: own, reads: [...new Set([...endpoint.model.reads, ...ofCourses])] };
  });
  return {
    cohort,
    arms: arms.map((arm, position) => ({
      name: arm.name,
      cohort: armCohort(cohort, arm, missed[position]),
      sources: armSources(arm),
    })),
    endpoints: live,
    phi: live.find((e) => e.spec.correlation !== undefined)?.spec.correlation ?? 0,
    ...(spec.competing && { competing: createCompeting(spec.competing) }),
  };
}

function createEndpoint(
  definition: EndpointDefinition,
  spec: EndpointSpec,
  cohort: Cohort,
  designYears: number | undefined,
  planned: TruthEndpoint | undefined,
): Omit<TruthEndpoint, 'arms' | 'reads'> {
  const { anchor } = spec;
  const latency = spec.latency && latencyOf(spec.latency);
  const atYears = definition.timeKey === 'atYears' ? (designYears ?? anchor?.atYears) : undefined;
  const shown = latency && atYears !== undefined ? shareFailedBy(atYears, latency) : 1;
  const levels = levelsOf(cohort);
  const { models: ofSubtypes, freeBySubtype } = subtypeModels(definition, spec, cohort, latency);
  const common = {
    definition,
    spec,
    shown,
    freeBySubtype,
    ...(latency && { latency }),
    ...(spec.onsetMonths && { onset: createLaw(spec.onsetMonths) }),
    ...(atYears !== undefined && { atYears }),
  };
  const create = (free?: number): EndpointModel => {
    const context: ModelContext = free === undefined ? { levels } : { levels, free };
    const model = definition.models[spec.model].create(spec, context);
    return inCentres(definition, spec, ofSubtypes.size === 0 ? model : createSubtypeModel(model, ofSubtypes));
  };
  const range = definition.models[spec.model].free;
  if (!anchor || !range) return { ...common, model: create() };
  const isKept = anchor.resolve === 'planned' && planned?.free !== undefined;
  const rule = { spec, latency, countsPostoperative: definition.countsPostoperative };
  const free = isKept ? planned.free! : solveAnchor(create, range, anchor, rule, cohort);
  return { ...common, model: create(free), free };
}

/** The model as patients of the centres see it. */
function inCentres(
  { name }: EndpointDefinition,
  { centreSd }: EndpointSpec,
  model: EndpointModel,
): EndpointModel {
  return centreSd === undefined ? model : createCentreModel(model, name, centreSd);
}

/** The models of subtypes with a block of their own, by position, and what their anchors, which hold in the subtype, determined. */
function subtypeModels(
  definition: EndpointDefinition,
  spec: EndpointSpec,
  cohort: Cohort,
  latency: Latency | undefined,
): { models: Map<number, EndpointModel>; freeBySubtype: Record<string, number> } {
  const models = new Map<number, EndpointModel>();
  const freeBySubtype: Record<string, number> = {};
  cohort.subtypes.forEach((subtype, position) => {
    const own: ModelSpec | undefined = spec.bySubtype?.[subtype.name];
    if (!own) return;
    const { free: range, create: make } = definition.models[own.model];
    const levels = levelsOf(cohort);
    const create = (free?: number): EndpointModel =>
      make(own, free === undefined ? { levels } : { levels, free });
    const alone = { ...cohort, subtypes: [{ ...subtype, weight: 1 }] };
    const rule = { spec, latency, countsPostoperative: definition.countsPostoperative };
    const inAll = (free: number): EndpointModel => inCentres(definition, spec, create(free));
    const free = own.anchor && range && solveAnchor(inAll, range, own.anchor, rule, alone);
    models.set(position, create(free));
    if (free !== undefined) freeBySubtype[subtype.name] = free;
  });
  return { models, freeBySubtype };
}

/** The endpoint of a name. @throws RangeError if the truth does not model it */
export function endpointOf(truth: Truth, name: EndpointName): TruthEndpoint {
  const found = truth.endpoints.find(({ definition }) => definition.name === name);
  if (!found) throw new RangeError(`no model of ${name} in this truth`);
  return found;
}
