import { z } from 'zod';

/** A schema of any kind, as it stands at run time. */
interface Known {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
}

const defOf = (schema: z.ZodType): Known => schema.def as unknown as Known;

/** The schema below what only adds a default, or a check of another kind. */
function unwrapped(schema: z.ZodType): { readonly schema: z.ZodType; readonly description?: string } {
  const { description } = schema;
  const { innerType, in: input } = defOf(schema);
  const inner = innerType ?? input;
  if (!inner) return { schema, ...(description && { description }) };
  const below = unwrapped(inner);
  const said = description ?? below.description;
  return { schema: below.schema, ...(said && { description: said }) };
}

/** The schema of a key of a value. */
function child(schema: z.ZodType, key: string): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[key] ?? catchall(schema);
  const { valueType, element, items } = defOf(schema);
  return items?.[Number(key)] ?? valueType ?? element;
}

const catchall = (schema: z.ZodObject): z.ZodType | undefined => schema.def.catchall as z.ZodType | undefined;

/** Of a union the option that the value fits. */
function fitting(schema: z.ZodType, value: unknown): z.ZodType {
  const { options } = defOf(schema);
  if (!options) return schema;
  const option = options.find((one) => one.safeParse(value).success) ?? options[0];
  return fitting(unwrapped(option).schema, value);
}

/** What a schema says of the value at some keys: the description nearest to it; undefined where it says nothing. */
export function describePath(schema: z.ZodType, value: unknown, keys: readonly string[]): string | undefined {
  const { schema: inner, description } = unwrapped(schema);
  const fits = fitting(inner, value);
  const said = description ?? unwrapped(fits).description;
  const [key, ...rest] = keys;
  if (key === undefined) return said;
  const next = child(fits, key);
  if (!next) return said;
  const below = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return describePath(next, below, rest) ?? said;
}
