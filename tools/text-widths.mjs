// Measures the fonts in reports/fonts/ and writes by how much each character moves the pen as a module: with `--check`,
// only says whether the one that is there is what the fonts give.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/report/text-widths.ts');

/** What titles, labels and names are written in: first and last character of each range. */
const RANGES = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0x17f], // Latin-1, Latin Extended-A
  [0x300, 0x3ff], // combining marks, Greek
  [0x1d2c, 0x1d6a], // letters above and below the line
  [0x2000, 0x209c], // punctuation, superscripts and subscripts
  [0x2100, 0x215f], // letterlike symbols, fractions
  [0x2190, 0x22ff], // arrows, mathematical signs
];

/** A TrueType font's units to one font size, and its `advance` of a character in them: undefined where it lacks one. */
function readFont(bytes) {
  const tables = new Map();
  for (let at = 12, left = bytes.readUInt16BE(4); left > 0; at += 16, left--)
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  const glyphOf = readCharacterMap(bytes, tables.get('cmap'));
  const lastAdvance = bytes.readUInt16BE(tables.get('hhea') + 34) - 1;
  return {
    unitsPerEm: bytes.readUInt16BE(tables.get('head') + 18),
    advance(codePoint) {
      const glyph = glyphOf(codePoint);
      // Glyphs past the last advance share it
      return glyph === 0
        ? undefined
        : bytes.readUInt16BE(tables.get('hmtx') + 4 * Math.min(glyph, lastAdvance));
    },
  };
}

/** Character → glyph, 0 for none, by the table of Windows’ Unicode (platform 3, encoding 1, format 4). */
function readCharacterMap(bytes, cmap) {
  const entries = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, i) => cmap + 4 + 8 * i);
  const entry = entries.find((at) => bytes.readUInt32BE(at) === 0x30001);
  const start = cmap + bytes.readUInt32BE(entry + 4);
  if (bytes.readUInt16BE(start) !== 4) throw new Error('the font maps characters in a form that is not read');
  const size = bytes.readUInt16BE(start + 6);
  const [ends, firsts] = [start + 14, start + 16 + size];
  return (codePoint) => {
    let segment = 0;
    while (bytes.readUInt16BE(ends + segment) < codePoint) segment += 2;
    const first = bytes.readUInt16BE(firsts + segment);
    if (codePoint < first) return 0;
    const delta = bytes.readUInt16BE(firsts + size + segment);
    const offsetAt = firsts + 2 * size + segment;
    const offset = bytes.readUInt16BE(offsetAt);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = bytes.readUInt16BE(offsetAt + offset + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** Advances of the characters that a font has, in runs without a gap: the first character's number, and all advances. */
function runsOf({ advance }) {
  const runs = [];
  for (const [first, last] of RANGES)
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const width = advance(codePoint);
      if (width === undefined) continue;
      const run = runs.at(-1);
      if (run && run.first + run.advances.length === codePoint) run.advances.push(width);
      else runs.push({ first: codePoint, advances: [width] });
    }
  return runs;
}

/** A run as the formatter would have it: on one line, or its numbers filling lines. */
function lineOf({ first, advances }) {
  const whole = `  [0x${first.toString(16)}, [${advances.join(', ')}]],\n`;
  if (whole.length <= 111) return whole;
  const lines = ['     '];
  for (const advance of advances) {
    if (lines.at(-1).length + ` ${advance},`.length > 110) lines.push('     ');
    lines[lines.length - 1] += ` ${advance},`;
  }
  return `  [\n    0x${first.toString(16)},\n    [\n${lines.join('\n')}\n    ],\n  ],\n`;
}

const [regular, bold] = ['Regular', 'Bold'].map((style) =>
  readFont(readFileSync(join(root, `reports/fonts/Arimo-${style}.ttf`))),
);
const text = `/** Characters whose numbers follow each other, and how far each moves the pen, in units of the font. */
export type AdvanceRun = readonly [firstCodePoint: number, advances: readonly number[]];

/** Units of the font to one font size. */
export const UNITS_PER_EM = ${regular.unitsPerEm};

/** Of Arimo, whose widths are those of Arial and Helvetica; measured by \`npm run text-widths\`. */
export const REGULAR_ADVANCES: readonly AdvanceRun[] = [
${runsOf(regular).map(lineOf).join('')}];

/** Of Arimo Bold, likewise. */
export const BOLD_ADVANCES: readonly AdvanceRun[] = [
${runsOf(bold).map(lineOf).join('')}];
`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what the fonts give: npm run text-widths`);
  process.exit(1);
}
