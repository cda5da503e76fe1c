import type { ModelDefinition } from '../../radiobiology/endpoint-model.ts';

/** Names of the endpoints, as scenarios and results write them. */
export type EndpointName =
  | 'localControl'
  | 'woundComplication'
  | 'fibrosis'
  | 'oedema'
  | 'stiffness'
  | 'fracture'
  | 'amputation'
  | 'lateToxicity'
  | 'response';

/** The rule that makes an outcome an analysable value: what counts, and by when. */
export interface EndpointDefinition {
  readonly name: EndpointName;
  /** In running text, lower case. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  /** Whether the event is what one hopes for; a failure is its absence, else its presence. */
  readonly eventIsGood: boolean;
  /** The design's key for the endpoint's time. */
  readonly timeKey: 'atYears' | 'withinDays';
  /** Whether fractions after surgery matter to it. */
  readonly countsPostoperative: boolean;
  /** What the registry of its models is called in messages. */
  readonly modelKind: string;
  readonly models: Readonly<Record<string, ModelDefinition>>;
}

/** α/β in Gy of late damage where nothing is stated; 2 to 4 in human tissues (Thames 1990, Radiother Oncol 19:219). */
export const LATE_ALPHA_BETA_GY = 3;

/** What late complications have in common. */
export const lateComplication = {
  eventIsGood: false,
  timeKey: 'atYears',
  countsPostoperative: true,
  modelKind: 'complication model',
} as const;
