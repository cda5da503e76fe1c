/** Where a line may break without a space. */
export const ZERO_WIDTH_SPACE = '\u200b';

/** Longer words may break: none is left that is wider than a page, and a hash stays whole for those who copy it. */
const LONG_WORD = /[^\s\u200b]{71,}/gu;
/** Parts of a long word: up to its commas and slashes, where there are some. */
const PARTS = /.{1,39}[,;/]|.{1,40}/gu;

/** Code for a narrow column: paths may break behind their dots, hashes in their middle. */
export const breakCode = (text: string): string =>
  text
    .replace(/(?<=[a-z0-9])\.(?=[a-z])/gi, `.${ZERO_WIDTH_SPACE}`)
    .replace(/\b([0-9a-f]{32})([0-9a-f]{32})\b/g, `$1${ZERO_WIDTH_SPACE}$2`);

/** Text whose very long words may break within. */
export const breakLongWords = (text: string): string =>
  text.replace(LONG_WORD, (word) => word.match(PARTS)!.join(ZERO_WIDTH_SPACE));
