import type { ModelDefinition } from '../../radiobiology/endpoint-model.ts';

/** Names of the endpoints, as scenarios and results write them. */
export type EndpointName = 'localControl' | 'woundComplication';

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
  /** What the registry of its models is called in messages. */
  readonly modelKind: string;
  readonly models: Readonly<Record<string, ModelDefinition>>;
}
