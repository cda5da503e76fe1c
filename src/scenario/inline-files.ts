import { parseDvhCsv } from '../radiobiology/parse-dvh-csv.ts';
import { parseDraws } from './joint-draws.ts';

/** Reads a text file named in a scenario, relative to it. @throws Error if it cannot be read */
export type ReadFile = (path: string) => string;

/** Something wrong with a file that a scenario names. */
export interface FileProblem {
  /** Keys of the scenario that name the file. */
  readonly keys: readonly PropertyKey[];
  /** `file:line:column` within that file, where the trouble is inside it. */
  readonly where?: string;
  readonly message: string;
}

type Branch = Record<string, unknown>;

const isBranch = (node: unknown): node is Branch => typeof node === 'object' && node !== null;

/** A value read from a file, or what is wrong with it. */
type Inlined = { readonly value: unknown } | { readonly problems: readonly Omit<FileProblem, 'keys'>[] };

function inlineDvh({ file, ...rest }: Branch, read: ReadFile): Inlined {
  const { prescribedGy } = rest;
  const known = typeof prescribedGy === 'number' ? prescribedGy : undefined;
  const reading = parseDvhCsv(read(String(file)), known);
  if ('problems' in reading)
    return {
      problems: reading.problems.map(({ line, column, message }) => ({
        where: `${String(file)}:${line}:${column}`,
        message,
      })),
    };
  return { value: { ...rest, doseGy: [...reading.histogram.doseGy], volume: [...reading.histogram.volume] } };
}

function inlineDraws(file: string, read: ReadFile): Inlined {
  try {
    return { value: parseDraws(read(file)) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ message: `${file}: ${error.message}` }] };
  }
}

/** What a key of a scenario takes from a file; undefined where it names none. */
function inlined(key: string, value: unknown, read: ReadFile): Inlined | undefined {
  if (key === 'draws' && typeof value === 'string') return inlineDraws(value, read);
  if (key === 'dvh' && isBranch(value) && typeof value.file === 'string') return inlineDvh(value, read);
  return undefined;
}

/**
 * Puts the contents of the files that a scenario names in their place (dose–volume histograms, joint draws), so that the
 * scenario alone repeats the run.
 *
 * @param data the scenario's plain data; changed in place
 */
export function inlineFiles(data: unknown, read: ReadFile, keys: readonly PropertyKey[] = []): FileProblem[] {
  if (!isBranch(data)) return [];
  return Object.entries(data).flatMap(([key, value]): FileProblem[] => {
    const here = [...keys, key];
    let found: Inlined | undefined;
    try {
      found = inlined(key, value, read);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [{ keys: here, message }];
    }
    if (!found) return inlineFiles(value, read, here);
    if ('problems' in found) return found.problems.map((problem) => ({ keys: here, ...problem }));
    data[key] = found.value;
    return [];
  });
}
