import { Markup } from './markup.ts';

const UNSAFE = /[<>&\u2028\u2029]/g;

/** Data as a block of JSON for the scripts of a page; no text in it can end the block or be taken for markup. */
export function scriptData(id: string, data: unknown): Markup {
  const json = JSON.stringify(data).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(`<script type="application/json" id="${id}">${json}</script>`);
}
