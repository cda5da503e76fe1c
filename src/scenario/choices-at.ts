import type { z } from 'zod';
import { splitPath } from './path.ts';
import { scenarioSchema } from './scenario-schema.ts';

/** A schema of any kind, as it stands at run time. */
interface Known {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly discriminator?: string;
}

const defOf = (schema: z.ZodType): Known => schema.def as unknown as Known;

const isBlock = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a block, by its key that tells options apart, can be meant for this one. */
function isMeant(option: z.ZodType, discriminator: string, value: unknown): boolean {
  const stated = isBlock(value) && Object.hasOwn(value, discriminator) ? value[discriminator] : undefined;
  const key = defOf(option).shape?.[discriminator];
  return stated === undefined || !key || (defOf(key).values?.includes(stated) ?? true);
}

/** The schemas that a value may follow, without what only adds a default or a check. */
function plain(schema: z.ZodType, value: unknown, key: string | undefined): z.ZodType[] {
  const { innerType, in: input, options, discriminator } = defOf(schema);
  const inner = innerType ?? input;
  if (inner) return plain(inner, value, key);
  if (!options) return [schema];
  const meant =
    discriminator === undefined || discriminator === key
      ? options
      : options.filter((option) => isMeant(option, discriminator, value));
  return meant.flatMap((option) => plain(option, value, key));
}

function child(schema: z.ZodType, key: string): z.ZodType[] {
  const { shape, catchall, valueType, element, items } = defOf(schema);
  const own = shape && Object.hasOwn(shape, key) ? shape[key] : undefined;
  const next = own ?? catchall ?? items?.[Number(key)] ?? valueType ?? element;
  return next && defOf(next).type !== 'never' ? [next] : [];
}

/** The words that a schema takes; undefined where it takes any text, or something else. */
function wordsOf(schema: z.ZodType): readonly unknown[] | undefined {
  const { type, entries, values } = defOf(schema);
  return type === 'enum' ? Object.values(entries!) : type === 'literal' ? values : undefined;
}

/** The words that may stand at some keys of a block; undefined where these are not a closed list. */
function choicesIn(schema: z.ZodType, value: unknown, keys: readonly string[]): string[] | undefined {
  let schemas: z.ZodType[] = [schema];
  let block = value;
  for (const key of keys) {
    const next = schemas.flatMap((one) => plain(one, block, key)).flatMap((one) => child(one, key));
    schemas = [...new Set(next)];
    block = isBlock(block) && Object.hasOwn(block, key) ? block[key] : undefined;
  }
  const words = schemas.flatMap((one) => plain(one, block, undefined)).map(wordsOf);
  if (words.length === 0 || words.some((list) => !list?.every((word) => typeof word === 'string')))
    return undefined;
  return [...new Set(words.flat() as string[])];
}

/**
 * The words that may stand at some keys of a scenario, such as the names of models where its `model` stands; undefined
 * where these are not a closed list. Where another truth sets a path, those of that path.
 *
 * @param data the scenario as written
 */
export function choicesAt(data: unknown, keys: readonly string[]): string[] | undefined {
  const [top, , path, ...rest] = keys;
  const meant = top === 'truths' && path !== undefined ? [...splitPath(data, path), ...rest] : keys;
  return choicesIn(scenarioSchema, data, meant);
}
