import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SCENARIO_CHARACTERS } from '../../src/scenario/most-characters.ts';
import { decodeScenarioText, encodeScenarioText } from '../../src/scenario/scenario-link.ts';
import { exampleText } from '../fixtures/scenario-text.ts';

const packed = (bytes: string | Uint8Array): string => deflateRawSync(bytes).toString('base64url');

describe('a scenario in a link', () => {
  it('comes back as it was written, in fewer letters', async () => {
    const encoded = await encodeScenarioText(exampleText);
    expect(encoded).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(encoded.length).toBeLessThan(exampleText.length);
    expect(await decodeScenarioText(encoded)).toBe(exampleText);
  });

  it('is base64url of deflated UTF-8, which others can read and write', async () => {
    const encoded = await encodeScenarioText('title: α/β\n');
    expect(inflateRawSync(Buffer.from(encoded, 'base64url')).toString()).toBe('title: α/β\n');
    expect(await decodeScenarioText(packed('title: α/β\n'))).toBe('title: α/β\n');
  });

  it('holds any text, whatever its length', async () => {
    const character = fc
      .integer({ min: 0, max: 0x10ffff })
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    const text = fc.string({ unit: character, maxLength: 500 });
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        expect(await decodeScenarioText(await encodeScenarioText(written))).toBe(written);
      }),
      { numRuns: 20, seed: 9 },
    );
    expect(await decodeScenarioText(await encodeScenarioText('\uFEFFseed: a'))).toBe('\uFEFFseed: a');
  });

  it('joins the letters of many parts, and characters that lie across two of them', async () => {
    // Hardly deflates, so that the letters come in several parts
    const numbers = Array.from({ length: 9_000 }, (_, i) => `${Math.sin(i)}β😀`).join(' ');
    expect(deflateRawSync(numbers).length).toBeGreaterThan(3 * 3 * 8192);
    expect(await decodeScenarioText(await encodeScenarioText(numbers))).toBe(numbers);
  });

  it.each([
    ['nothing', ''],
    ['a letter too few', 'AAAAA'],
    ['letters of plain base64', 'ab+/'],
    ['padding', 'q1YqAA=='],
    ['white space', 'q1Yq AA'],
    ['a line break at its end', 'q1YqAA\n'],
    ['markup', '<script>alert(1)</script>'],
    ['letters beyond ASCII', 'αβγδ'],
  ])('%s is not base64url', async (_, encoded) => {
    await expect(decodeScenarioText(encoded)).rejects.toThrow(RangeError);
    await expect(decodeScenarioText(encoded)).rejects.toThrow('is not in base64url');
  });

  it.each([
    ['is cut short', packed(exampleText).slice(0, 400)],
    ['lacks its end', packed(exampleText).slice(0, -4)],
    ['was never deflated', Buffer.from([7, 7, 7, 7]).toString('base64url')],
    ['is no UTF-8', packed(Uint8Array.from([0x74, 0xff, 0xfe]))],
    ['ends within a character', packed(Uint8Array.from([0x74, 0xce]))],
  ])('data that %s are refused in a sentence', async (_, encoded) => {
    await expect(decodeScenarioText(encoded)).rejects.toThrow(RangeError);
    await expect(decodeScenarioText(encoded)).rejects.toThrow('cannot be unpacked (was it copied whole?)');
  });

  it('is refused above the limit, both ways, and taken at it', async () => {
    expect(await decodeScenarioText(packed('abcde'), 5)).toBe('abcde');
    await expect(decodeScenarioText(packed('abcdef'), 5)).rejects.toThrow(
      'too long for a link (more than 5 characters)',
    );
    const longest = 'x'.repeat(MOST_SCENARIO_CHARACTERS);
    expect(await decodeScenarioText(await encodeScenarioText(longest))).toBe(longest);
    await expect(encodeScenarioText(`${longest}x`)).rejects.toThrow('too long for a link');
  });

  it('a bomb is left at the limit: a short link whose text would fill the memory', async () => {
    const megabyte = deflateRawSync('x'.repeat(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = Buffer.concat(Array.from({ length: 500 }, () => megabyte));
    expect(bomb.length).toBeLessThan(600_000);
    const before = process.memoryUsage().rss;
    // It has no end: who unpacks all of it before counting finds it cut short instead
    await expect(decodeScenarioText(bomb.toString('base64url'))).rejects.toThrow('too long for a link');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});
