import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../scenarios/', import.meta.url);

/** The shipped scenarios: name and text. */
export const shippedTexts: readonly (readonly [name: string, text: string])[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => [file.replace('.yaml', ''), readFileSync(new URL(file, folder), 'utf8')] as const);
