import { stringify } from 'yaml';
import type { Scenario } from './scenario-schema.ts';

/** Data with the keys of every block in alphabetical order, except where the order means something. */
function canonical(value: unknown, isOrdered = false): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (!isOrdered) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, ORDERED.has(key))]));
}

/** Blocks whose order of keys shows in the result: in its rows and lists, or in the order of a sum. */
const ORDERED = new Set([
  'arms',
  'truths',
  'heterogeneity',
  'subtypes',
  'regionsGy',
  'categorical',
  'uncertainty',
  'draws',
  'oddsRatios',
  // Hazard ratios of either event
  'death',
  'metastasis',
  'provenance',
]);

/** SHA-256 of the canonical form of a resolved scenario, in hexadecimal. */
export async function scenarioHash(scenario: Scenario): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(canonical(scenario)));
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A resolved scenario as YAML, such that reading it again gives the same scenario. */
export function writeScenario(scenario: Scenario, header: string): string {
  const comment = header.split('\n').map((line) => `# ${line}`.trimEnd());
  return `${comment.join('\n')}\n${stringify(scenario, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}
