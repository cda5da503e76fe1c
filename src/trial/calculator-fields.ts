import { z } from 'zod';
import type { CalculatorDefinition } from './calculators/definition.ts';

/** How a parameter of a calculator is written as plain text. */
export type FieldValue =
  | { readonly kind: 'number' | 'text' | 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'list'; readonly of: 'number' | 'text' }
  /** Numbers under these keys, in this order. */
  | { readonly kind: 'group'; readonly keys: readonly string[] };

/** One parameter of a calculator. */
export interface CalculatorField {
  readonly key: string;
  readonly description: string;
  readonly value: FieldValue;
  readonly isRequired: boolean;
  readonly defaultValue?: unknown;
}

/** What is used here of a JSON Schema. */
interface PlainSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: PlainSchema;
  readonly properties?: Readonly<Record<string, PlainSchema>>;
  readonly required?: readonly string[];
}

const isNumeric = ({ type }: PlainSchema): boolean => type === 'number' || type === 'integer';

function fieldValue(schema: PlainSchema): FieldValue {
  if (isNumeric(schema)) return { kind: 'number' };
  if (schema.type === 'boolean') return { kind: 'switch' };
  if (schema.enum) return { kind: 'choice', choices: schema.enum };
  if (schema.type === 'array') return { kind: 'list', of: isNumeric(schema.items ?? {}) ? 'number' : 'text' };
  if (schema.properties && Object.values(schema.properties).every(isNumeric))
    return { kind: 'group', keys: Object.keys(schema.properties) };
  return { kind: 'text' };
}

/** The parameters of a calculator, in the order of its schema. */
export function calculatorFields({ parameters }: CalculatorDefinition): CalculatorField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters, {
    io: 'input',
    unrepresentable: 'any',
  }) as PlainSchema;
  return Object.entries(properties).map(([key, schema]) => ({
    key,
    description: schema.description ?? '',
    value: fieldValue(schema),
    isRequired: required.includes(key),
    ...(schema.default !== undefined && { defaultValue: schema.default }),
  }));
}
