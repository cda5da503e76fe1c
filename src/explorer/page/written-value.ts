import type { Field } from '../edit/fields.ts';

/** What is written for a text typed into a field: a number where one is wanted and meant. */
export function writtenValue({ kind }: Pick<Field, 'kind'>, text: string): Field['value'] {
  const isNumber = kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text;
}
