import type { Estimate } from '../numeric/monte-carlo.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';

/** How often observed rates of the experimental arm would change practice. */
export interface AdoptionResult {
  /** Every criterion is met. */
  readonly all: Estimate;
  readonly criteria: readonly {
    readonly endpoint: EndpointName;
    /** In words: the endpoint and the rate that would do. */
    readonly sentence: string;
    readonly limit: number;
    /** Share of those asked whom such a rate would satisfy. */
    readonly acceptedBy?: number;
    /** Who was asked. */
    readonly source?: string;
    readonly met: Estimate;
  }[];
}
