import { isClaimsResult } from '../engine/any-result.ts';
import { NO_SOURCE } from '../engine/assumptions.ts';
import type { RunResult } from '../engine/result.ts';
import type { Path } from '../scenario/path.ts';
import { statedClaims } from '../trial/design.ts';
import type { CheckedResult } from './checklists/definition.ts';
import { percent } from './numbers.ts';

/** What a scenario says of where the value at a path comes from, if the tag is no more general than `within`. */
export function noteOn(result: CheckedResult, path: Path, within: Path = path): string | undefined {
  const tags = Object.entries(result.scenario.resolved.provenance)
    .filter(([about]) => about.startsWith(within) && (path === about || path.startsWith(`${about}.`)))
    .sort(([a], [b]) => b.length - a.length);
  const [basis, note] = Object.entries(tags[0]?.[1] ?? {}).find(([, text]) => text !== undefined) ?? [];
  return note === undefined ? undefined : `${basis} “${note}”`;
}

/** The paths of the claims of a result. */
export function claimPaths({ scenario }: CheckedResult): Path[] {
  return statedClaims(scenario.resolved.design).map(({ path }) => `design.${path.map(String).join('.')}`);
}

/** Sentences one after the other, each once; undefined where there is none. */
export function together(sentences: readonly (string | undefined)[]): string | undefined {
  const said = new Set(sentences.filter((sentence) => sentence !== undefined && sentence !== ''));
  return said.size === 0 ? undefined : [...said].join('; ');
}

/** Sentences one after the other, if there is one for each of what they are about; undefined where one is missing. */
export const allTogether = (sentences: readonly (string | undefined)[]): string | undefined =>
  sentences.includes(undefined) ? undefined : together(sentences);

/** Where the prior of an uncertain path comes from, as the scenario states it. */
export const priorNote = (result: CheckedResult, path: Path): string | undefined =>
  noteOn(result, `uncertainty.${path}`, 'uncertainty');

/** Uncertain paths by what is said of where their priors come from: `a, b: assumed “…”`. */
export function notedPriors(result: CheckedResult, paths: readonly Path[]): string | undefined {
  const byNote = new Map<string, Path[]>();
  for (const path of paths) {
    const note = priorNote(result, path) ?? NO_SOURCE;
    byNote.set(note, [...(byNote.get(note) ?? []), path]);
  }
  return together([...byNote].map(([note, noted]) => `${noted.join(', ')}: ${note}`));
}

/** The first of what a scenario should say the source of, and does not. */
export const firstWithout = (names: readonly string[], note: (name: string) => string | undefined): string =>
  names.find((name) => note(name) === undefined) ?? names[0];

/** The result of a run with claims; undefined of another. */
export const claimsOf = (result: CheckedResult): RunResult | undefined =>
  isClaimsResult(result) ? result : undefined;

/** `5 %`: a level or margin as it was stated. */
export const statedPercent = (share: number): string => `${Number((100 * share).toPrecision(6))} %`;

/** `3.1 points`: a Monte Carlo standard error of a share. */
export const mcsePoints = (mcse: number): string => `${percent(mcse, 2)} percentage points`;

const ONLY_CLAIMS = 'the trial estimates α/β and makes no claim';

/** Why something that is asked of claims does not apply to an aim. */
export const unlessClaims = (result: CheckedResult): string | undefined =>
  isClaimsResult(result) ? undefined : ONLY_CLAIMS;

/** Why something that is asked of looks does not apply to a trial without. */
export function unlessLooks(result: CheckedResult): string | undefined {
  const { interim, groupSequential, comparisons } = result.scenario.resolved.design;
  return interim || groupSequential || comparisons?.looks ? undefined : 'the design has no interim look';
}
