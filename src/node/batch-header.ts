import { batchesHash } from '../engine/batches-hash.ts';
import { MOST_SHARDS, type Shard } from '../engine/deal-shards.ts';
import { VERSION } from '../engine/version.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { scenarioHash } from '../scenario/write-scenario.ts';

/** Which run the batches of a file are of. */
export interface BatchHeader {
  /** Version of the program. */
  readonly isoeffect: string;
  readonly seed: string;
  /** Of the scenario. */
  readonly sha256: string;
  /** Resolved. */
  readonly scenario: Scenario;
  /** What was worth saying when the scenario was read. */
  readonly warnings: readonly string[];
  /** Absent where the file is of the whole run. */
  readonly shard?: Shard;
}

/** The header of the batches of a run, or of one of its shards. */
export async function createHeader(
  scenario: Scenario,
  warnings: readonly string[],
  shard?: Shard,
): Promise<BatchHeader> {
  const sha256 = await scenarioHash(scenario);
  return { isoeffect: VERSION, seed: scenario.seed, sha256, scenario, warnings, ...(shard && { shard }) };
}

const isBlock = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;

const isShard = (shard: Shard | null): boolean =>
  isCount(shard?.index) &&
  isCount(shard?.count) &&
  shard!.index <= shard!.count &&
  shard!.count <= MOST_SHARDS;

/** @throws Error if the text is that of no header */
export function parseHeader(text: string): BatchHeader {
  const header = JSON.parse(text) as Partial<BatchHeader> | null;
  const isHeader =
    typeof header === 'object' &&
    [header?.isoeffect, header?.seed, header?.sha256].every((part) => typeof part === 'string') &&
    isBlock(header?.scenario) &&
    Array.isArray(header.warnings) &&
    (header.shard === undefined || isShard(header.shard));
  if (!isHeader) throw new Error('no header of batches');
  return header as BatchHeader;
}

/** Values that are shown of two scenarios that differ. */
const SHOWN_PATHS = 3;
const SHOWN_CHARACTERS = 40;

/** Where two pieces of data differ: path, value here, value there. */
function* differences(here: unknown, there: unknown, path = ''): Generator<[string, unknown, unknown]> {
  if (!isBlock(here) || !isBlock(there)) {
    if (here !== there) yield [path, here, there];
    return;
  }
  for (const key of new Set([...Object.keys(here), ...Object.keys(there)]))
    yield* differences(here[key], there[key], path === '' ? key : `${path}.${key}`);
}

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
};

/**
 * In words, how the run of one file differs from another run so that it cannot take its batches over; undefined if it can.
 *
 * @param isExtensible whether the numbers of replicates and worlds may differ
 */
export async function headerDifference(
  there: BatchHeader,
  here: BatchHeader,
  isExtensible: boolean,
): Promise<string | undefined> {
  if (there.isoeffect !== here.isoeffect)
    return `was written by isoeffect ${there.isoeffect}, and this is ${here.isoeffect}`;
  if (there.seed !== here.seed) return `has the seed ${shown(there.seed)}, not ${shown(here.seed)}`;
  const hash = isExtensible ? batchesHash : scenarioHash;
  if ((await hash(there.scenario)) === (await hash(here.scenario))) return undefined;
  const isNumber = (path: string): boolean => /^simulation\.(replicates|worlds)$/.test(path);
  const found = [...differences(here.scenario, there.scenario)].filter(
    ([path]) => !(isExtensible && isNumber(path)),
  );
  if (found.length === 0) return 'has the same values in another order';
  const some = found
    .slice(0, SHOWN_PATHS)
    .map(([path, ours, theirs]) => `${path} is ${shown(theirs)}, not ${shown(ours)}`);
  const more = found.length > SHOWN_PATHS ? `; and ${found.length - SHOWN_PATHS} more` : '';
  return `is of another scenario (${some.join('; ')}${more})`;
}
