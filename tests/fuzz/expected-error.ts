/** Longer than this, a message is a flood. */
const MOST_CHARACTERS = 2000;
/** Signs that would move the cursor of a terminal, clear it, or turn its writing round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const UNSHOWN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/**
 * Takes an error for the product's own answer to wrong input, such that its text may be shown.
 *
 * @param names of the errors that are one
 * @throws the error itself if it is none, or one that says what it should not
 */
export function expectRefusal(error: unknown, ...names: readonly string[]): void {
  if (!(error instanceof Error) || !names.includes(error.name)) throw error;
  const lines = error.message.split('\n');
  if (lines.some((line) => line.trim() === '')) throw new Error(`an empty line: ${error.message}`);
  const long = lines.find((line) => line.length > MOST_CHARACTERS);
  if (long !== undefined)
    throw new Error(`a message of ${long.length} characters: ${long.slice(0, 100)} … ${long.slice(-200)}`);
  if (/\bundefined\b|\[object |Cannot read|is not a function/.test(error.message))
    throw new Error(`a message for programmers: ${error.message.slice(0, 300)}`);
  const unshown = UNSHOWN.exec(error.message);
  if (unshown)
    throw new Error(`a message with ${JSON.stringify(unshown[0])}: ${error.message.slice(0, 300)}`);
}
