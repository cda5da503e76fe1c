import type { RunResult } from '../engine/result.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { endpointPhrase } from '../trial/endpoint-time.ts';

/** An endpoint with the time at which the design looks at it, where it does. */
export function endpointWords({ claims }: RunResult, endpoint: EndpointName): string {
  const claim = claims.find((c) => c.endpoint === endpoint);
  return claim ? endpointPhrase(endpoints[endpoint], claim.time) : endpoints[endpoint].label;
}

/** A phrase with a capital first letter. */
export function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
