import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/report/text-width.ts';
import { BOLD_ADVANCES, REGULAR_ADVANCES, UNITS_PER_EM } from '../../src/report/text-widths.ts';
import { root } from '../fixtures/scenario-text.ts';

const fontFiles = ['Regular', 'Bold'].map((style) => join(root, `reports/fonts/Arimo-${style}.ttf`));
const SIZE = 1000;

/** Width of what is drawn, by the program that draws. */
function drawnWidth(text: string, weight: string): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="2000"><text x="100" y="1500" font-size="${SIZE}" font-weight="${weight}" xml:space="preserve">${text}</text></svg>`;
  return new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Arimo' },
  }).innerBBox()!.width;
}

function advanceOf(character: string, runs: typeof REGULAR_ADVANCES): number {
  const codePoint = character.codePointAt(0)!;
  const [first, advances] = runs.find(
    ([first, advances]) => codePoint >= first && codePoint < first + advances.length,
  )!;
  return advances[codePoint - first];
}

describe('widths of characters', () => {
  it('are those of the fonts', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/text-widths.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  });

  it.each([
    ['normal', REGULAR_ADVANCES],
    ['bold', BOLD_ADVANCES],
  ])('are what %s letters take when drawn', (weight, runs) => {
    // Two bars stand as far apart as what is between them is wide; how far apart by themselves is left out
    const bars = drawnWidth('||', weight);
    for (const character of ' 1%aWé–αβ²₁→√≥') {
      const drawn = drawnWidth(`|${character}|`, weight) - bars;
      // The box of outlines is exact to a unit of the font at either end
      expect(Math.abs(drawn - (SIZE * advanceOf(character, runs)) / UNITS_PER_EM), character).toBeLessThan(1);
    }
  });
});

describe('width of a text', () => {
  it('is the sum of its characters’, in proportion to the size, wider in bold', () => {
    expect(textWidth('α/β', 24)).toBeCloseTo(2 * textWidth('α/β', 12), 10);
    expect(textWidth('a', 12) + textWidth('b', 12)).toBeCloseTo(textWidth('ab', 12), 10);
    expect(textWidth('5 × 6 Gy', 12, true)).toBeGreaterThan(textWidth('5 × 6 Gy', 12));
    expect(textWidth('', 12)).toBe(0);
  });

  it('keeps room for what the font lacks', () => {
    expect(textWidth('漢字', 12)).toBeGreaterThanOrEqual(24);
  });
});
