import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../fixtures/scenario-text.ts';

/** Texts of the files of a folder with an ending. */
export const textsIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));

/** Blocks of code in one language, out of all pages of the guide. */
export const docsBlocks = (language: string): string[] =>
  textsIn('docs/guide', '.md').flatMap((page) =>
    [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, block]) =>
      of === language ? [block] : [],
    ),
  );
