import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { decodeState } from '../../src/explorer/share/decode-state.ts';
import { parseDvhCsv } from '../../src/radiobiology/parse-dvh-csv.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { parseFractionSweep } from '../../src/radiobiology/parse-sweep.ts';
import { parseDraws } from '../../src/scenario/joint-draws.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { listCells } from '../../src/study/sweep/sweep-grid.ts';
import { readTip } from '../../src/study/sweep/tip.ts';
import { readVariedPath } from '../../src/study/sweep/varied-path.ts';

const LENGTH = 100_000;
/** A pattern that is tried again from every letter takes minutes for so many. */
const MOST_SECONDS = 2;

const units = [
  '0',
  '0.',
  '.0',
  '1e',
  ' ',
  '\t',
  '1 ',
  'x',
  '×',
  'gy',
  ' gy',
  '1x1+',
  '/',
  '..',
  '=',
  'a.',
  '%',
  '"',
  '""',
  ',',
  '[',
  '{',
  '- ',
  '? ',
  'a: ',
  '&',
  '*',
  '!',
  '#',
  '\n',
  '\r',
  "'",
  '\u2032',
  '%41',
  '&a=',
  '1 then ',
];
/** A header of so many names, none of them twice. */
const names = Array.from({ length: LENGTH / 6 }, (_, i) => `a${i}`).join(',');
const texts = units
  .flatMap((unit) => {
    const long = unit.repeat(Math.ceil(LENGTH / unit.length));
    return [long, `1${long}!`, `25 x 2 Gy${long}\u0000`];
  })
  .concat(names, `${names}\n${names}`);

const readers: Record<string, (text: string) => unknown> = {
  schedule: parseSchedule,
  'range of fractions': parseFractionSweep,
  'cell of a study': (text) =>
    readEvidence(`id,schedule,n,controlRate\na,25 x 2 Gy,1,"${text.replaceAll('"', '""')}"\n`, 'x'),
  'table of studies': (text) => readEvidence(text, 'x'),
  'dose–volume histogram': (text) => parseDvhCsv(`doseGy,volumeShare\n${text},1\n`),
  draws: (text) => parseDraws(`a,b\n${text}`),
  scenario: (text) => readScenario(text, 'x'),
  'list of cells': (text) => listCells(text, 'x'),
  'header of draws': parseDraws,
  '--set': (text) => readChange(`seed=${text}`),
  '--vary': (text) => readVariedPath(`a=0${text}`),
  '--tip': (text) => readTip(`power=${text}`),
  address: (text) => decodeState(text, { scenarios: ['a'], lessons: [] }),
};

describe(`a text of ${LENGTH} letters, whatever they are, is read or refused in time`, () => {
  it.each(Object.entries(readers))('%s', async (_, read) => {
    for (const text of texts) {
      const start = process.cpuUsage();
      try {
        await read(text);
      } catch (error) {
        expect(['ScenarioError', 'RangeError']).toContain((error as Error).name);
        expect((error as Error).message).not.toMatch(/call stack/);
      }
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1e6, JSON.stringify(text.slice(0, 12))).toBeLessThan(MOST_SECONDS);
    }
  });
});
