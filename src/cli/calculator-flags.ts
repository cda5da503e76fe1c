import { type Command, InvalidArgumentError } from 'commander';
import type { CalculatorField } from '../trial/calculator-fields.ts';

/** `--null-rate` of `nullRate`. */
export const flagOf = (key: string): string => `--${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && !Number.isNaN(value)) return value;
  const percent = Number.parseFloat(/^\s*(-?[\d.]+)\s*%\s*$/.exec(text)?.[1] ?? '');
  const hint = Number.isNaN(percent) ? '' : ` (write ${Number((percent / 100).toPrecision(12))})`;
  throw new InvalidArgumentError(`${text} is not a number${hint}.`);
}

function readGroup(text: string, keys: readonly string[]): Record<string, number> {
  const values = text.split(',').map(readNumber);
  if (values.length !== keys.length)
    throw new InvalidArgumentError(`needs ${keys.length} numbers, ${keys.join(',')}.`);
  return Object.fromEntries(keys.map((key, i) => [key, values[i]]));
}

/** What stands for a value in the help: `<number>`, `<a,b>`. */
function placeholder({ value }: CalculatorField): string {
  switch (value.kind) {
    case 'choice':
      return value.choices.length > 4 ? 'name' : value.choices.join('|');
    case 'list':
      return `${value.of},...`;
    case 'group':
      return value.keys.join(',');
    default:
      return value.kind;
  }
}

/** Reads the text of a flag as its parameter; whether the value is allowed, the calculator's schema says. */
function reader({ value }: CalculatorField): (text: string) => unknown {
  switch (value.kind) {
    case 'number':
      return readNumber;
    case 'list':
      return (text) => (value.of === 'number' ? text.split(',').map(readNumber) : text.split(','));
    case 'group':
      return (text) => readGroup(text, value.keys);
    default:
      return (text) => text;
  }
}

/** A parameter's value as its flag takes it. */
function written(given: unknown, { value }: CalculatorField): string {
  if (value.kind === 'group')
    return value.keys.map((key) => (given as Record<string, unknown>)[key]).join(',');
  return Array.isArray(given) ? given.join(',') : String(given);
}

/** Gives a command one flag for each parameter. */
export function addCalculatorFlags(command: Command, fields: readonly CalculatorField[]): void {
  for (const field of fields) {
    const flag = flagOf(field.key);
    const choices = placeholder(field) === 'name' && field.value.kind === 'choice' ? field.value.choices : [];
    const notes = [
      ...(choices.length > 0 ? [choices.join(', ')] : []),
      ...(field.isRequired ? ['required'] : []),
      ...(field.defaultValue !== undefined ? [`default ${written(field.defaultValue, field)}`] : []),
    ];
    const description = notes.length > 0 ? `${field.description} (${notes.join('; ')})` : field.description;
    if (field.value.kind === 'switch') command.option(flag, description);
    else command.option(`${flag} <${placeholder(field)}>`, description, reader(field));
  }
}

/** The flags that state some parameters, as one types them. */
export function exampleFlags(
  example: Readonly<Record<string, unknown>>,
  fields: readonly CalculatorField[],
): string {
  return fields
    .filter(({ key, value }) => example[key] !== undefined && (value.kind !== 'switch' || example[key]))
    .map((field) =>
      field.value.kind === 'switch'
        ? flagOf(field.key)
        : `${flagOf(field.key)} ${written(example[field.key], field)}`,
    )
    .join(' ');
}
