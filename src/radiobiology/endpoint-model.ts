import type { z } from 'zod';
import type { Equations } from '../numeric/equations.ts';
import type { EffectiveDose } from './effective-dose.ts';

/** Patients' characteristics as columns; position i is patient i in every column. */
export type Columns = Readonly<Record<string, Float64Array>>;

/** What a model may know of an arm: its name, and the dose of the courses that its patients may have received. */
export interface ArmDose {
  readonly name: string;
  /** By course; absent where the arm states no schedule: only stated rates do without. */
  readonly doses?: readonly EffectiveDose[];
  /** Where there are several courses: which of them, and the columns that decide it. */
  readonly delivery?: {
    readonly reads: readonly string[];
    courseOf(patients: Columns, patient: number): number;
  };
}

/** A live model of one endpoint: patients' characteristics and an arm's dose to probabilities of the event. */
export interface EndpointModel {
  /** The columns it reads. */
  readonly reads: readonly string[];
  /** Names of hidden uniforms, one a patient each, on which {@link probabilitiesGiven} conditions. */
  readonly latents: readonly string[];
  /** Writes P(event | characteristics), hidden draws integrated out, for the first `count` patients. */
  probabilities(arm: ArmDose, patients: Columns, out: Float64Array, count: number): void;
  /** Writes P(event | characteristics, hidden uniforms); there if and only if there are latents. */
  probabilitiesGiven?(
    arm: ArmDose,
    patients: Columns,
    latents: readonly Float64Array[],
    out: Float64Array,
    count: number,
  ): void;
  /** There where a hidden uniform alone may settle that the event happens. */
  readonly settled?: {
    /** Where the first hidden uniform is not below this, the event is certain. */
    readonly openBelow: number;
    /** No patient has a lower P(event | characteristics) than this, whatever these are. */
    readonly least: number;
  };
  /**
   * Writes P(event by a time | characteristics) where failures show by the promotion-time law, `shown` being F at the
   * time; without it π^F, which holds where nothing hidden is averaged out.
   */
  promotionProbabilities?(
    arm: ArmDose,
    patients: Columns,
    shown: number,
    out: Float64Array,
    count: number,
  ): void;
}

/** What a model is made from besides its parameters. */
export interface ModelContext {
  /** Level names of the categorical characteristics. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** The value that the anchor determines; absent where the parameters state it. */
  readonly free?: number;
}

/** A published or assumed rate under a schedule of its own, from which a free parameter is solved. */
export interface Anchor {
  readonly schedule: unknown;
  readonly rate: number;
  readonly atYears?: number | undefined;
}

/** A parameter that an anchor may determine. */
export interface FreeParameter {
  /** Of what is searched, in words. */
  readonly name: string;
  /** The key of the parameter that the anchor stands in for. */
  readonly parameter: string;
  /** Whether its natural logarithm is searched. */
  readonly isLogarithm?: boolean;
  /** Ends of the interval that is searched. */
  readonly low: number;
  readonly high: number;
}

/** One entry of a model registry. */
export interface ModelDefinition<Parameters extends z.ZodObject = z.ZodObject> extends Equations {
  readonly summary: string;
  readonly reference: string;
  /** What the model takes for granted; printed in every report that uses it. */
  readonly assumptions: readonly string[];
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  /** What is searched when an anchor determines a parameter. */
  readonly free?: FreeParameter;
  create(parameters: z.output<Parameters>, context: ModelContext): EndpointModel;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineModel<Parameters extends z.ZodObject>(
  definition: ModelDefinition<Parameters>,
): ModelDefinition {
  return definition as unknown as ModelDefinition;
}

/** What `of` makes of each patient's dose, once a course. @throws RangeError if the arm states no schedule */
export function valueByPatient(
  { name, doses, delivery }: ArmDose,
  patients: Columns,
  of: (dose: EffectiveDose) => number,
): (patient: number) => number {
  if (!doses) throw new RangeError(`invalid arm: ${name} (must state a schedule)`);
  if (!delivery) {
    const only = of(doses[0]);
    return () => only;
  }
  const known = new Float64Array(doses.length).fill(Number.NaN);
  return (patient) => {
    const course = delivery.courseOf(patients, patient);
    if (Number.isNaN(known[course])) known[course] = of(doses[course]);
    return known[course];
  };
}

/** The dose of each patient of an arm. @throws RangeError if the arm states no schedule */
export function doseByPatient(
  { name, doses, delivery }: ArmDose,
  patients: Columns,
): (patient: number) => EffectiveDose {
  if (!doses) throw new RangeError(`invalid arm: ${name} (must state a schedule)`);
  if (!delivery) {
    const [only] = doses;
    return () => only;
  }
  return (patient) => doses[delivery.courseOf(patients, patient)];
}

/** Adds what `of` makes of each patient's dose to the first `count` values. @throws RangeError if the arm states no schedule */
export function addByPatient(
  arm: ArmDose,
  patients: Columns,
  of: (dose: EffectiveDose) => number,
  out: Float64Array,
  count: number,
): void {
  const value = valueByPatient(arm, patients, of);
  if (arm.delivery) for (let i = 0; i < count; i++) out[i] += value(i);
  else {
    const only = value(0);
    for (let i = 0; i < count; i++) out[i] += only;
  }
}
