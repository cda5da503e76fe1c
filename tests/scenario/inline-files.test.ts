import { describe, expect, it } from 'vitest';
import type { ReadFile } from '../../src/scenario/inline-files.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';
import { writeScenario } from '../../src/scenario/write-scenario.ts';
import { exampleWith } from '../fixtures/scenario-text.ts';

const BLOCK = `    alphaBetaGy: 10
    slopePer10Gy: 0.20
    anchor: { schedule: 25 x 2 Gy, rate: 0.35 }                # or intercept: -1.6
    oddsRatios: { lowerLimb: 3.0, tumourSizeCm: { ratio: 1.05, per: 1 } }
`;
/** The example with an organ's histogram in the block of wound complications. */
const withDvh = (dvh: string): string =>
  exampleWith(
    `model: logistic\n${BLOCK}`,
    `model: lkb\n    dvh: ${dvh}\n    m: 0.3\n    n: 0.25\n    td50Gy: 60\n`,
  );
const DVH = '{ file: skin.csv, prescribedGy: 50 }';
const filesOf =
  (files: Record<string, string>): ReadFile =>
  (path) => {
    if (!Object.hasOwn(files, path)) throw new Error(`${path}: no such file`);
    return files[path];
  };
const read = (text: string, files: Record<string, string> = {}) =>
  readScenario(text, 'x.yaml', [], filesOf(files)).scenario;
function refusal(text: string, files: Record<string, string> = {}): string[] {
  try {
    read(text, files);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  throw new Error('the scenario was taken');
}
const skin = 'doseGy,volumePercent\n10,50\n30,30\n50,20\n';

describe('a histogram in a file', () => {
  it('is put in its place, so that the scenario alone repeats the run', () => {
    const scenario = read(withDvh(DVH), { 'skin.csv': skin });
    const { dvh } = scenario.truth.woundComplication as unknown as { dvh: Record<string, unknown> };
    expect(dvh).toEqual({ doseGy: [10, 30, 50], volume: [0.5, 0.3, 0.2], prescribedGy: 50 });
    const resolved = writeScenario(scenario, 'resolved');
    expect(resolved).not.toContain('skin.csv');
    expect(read(resolved)).toEqual(scenario);
  });

  it('is the same as one that is written out', () => {
    const written = '{ doseGy: [10, 30, 50], volume: [0.5, 0.3, 0.2], prescribedGy: 50 }';
    expect(read(withDvh(DVH), { 'skin.csv': skin })).toEqual(read(withDvh(written)));
  });

  it.each<[what: string, csv: string | undefined, lines: RegExp[]]>([
    ['that is not there', undefined, [/^x\.yaml:24:10 {2}skin\.csv: no such file$/]],
    ['of words', 'doseGy,volumePercent\n10,50\nthirty,30\n50,20\n', [/^skin\.csv:3:1 {2}.*thirty/]],
    [
      'with two faults',
      'doseGy,volumePercent\n10,many\n30\n50,20\n',
      [/^skin\.csv:2:4 {2}.*many/, /^skin\.csv:3:1 {2}1 values where the header names 2/],
    ],
    [
      'without a header',
      '10,50\n30,50\n',
      [/^skin\.csv:1:1 {2}unknown column: 10/, /^skin\.csv:1:4 {2}unknown column: 50/],
    ],
    ['in a unit that there is not', 'doseKGy,volumePercent\n10,100\n', [/^skin\.csv:1:1 {2}.*doseKGy/]],
    ['that is empty', '', [/^skin\.csv:1:1 {2}/]],
    [
      'in cGy under a header of Gy',
      'doseGy,volumePercent\n1000,50\n3000,30\n5000,20\n',
      [/^(skin\.csv|x\.yaml):\d+:\d+ {2}.*(cGy|prescribedGy: 50 \(the mean dose is 2400 Gy)/],
    ],
  ])('is refused with line and column inside it: a file %s', (_, csv, lines) => {
    const found = refusal(withDvh(DVH), csv === undefined ? {} : { 'skin.csv': csv });
    expect(found).toHaveLength(lines.length);
    lines.forEach((line, i) => {
      expect(found[i]).toMatch(line);
    });
  });

  it('says that Gy and cGy differ where the prescription is in the wrong one', () => {
    expect(refusal(withDvh('{ file: skin.csv, prescribedGy: 0.5 }'), { 'skin.csv': skin })).toEqual([
      'x.yaml:24:10  invalid prescribedGy: 0.5 (the mean dose is 24 Gy; it is the total dose of the plan, in Gy)',
    ]);
  });

  it('may be in cGy or percent where the header says so', () => {
    const cGy = 'doseCGy,volumePercent\n1000,50\n3000,30\n5000,20\n';
    const percent = 'dosePercent,volumePercent\n20,50\n60,30\n100,20\n';
    const plain = read(withDvh(DVH), { 'skin.csv': skin });
    for (const csv of [cGy, percent]) expect(read(withDvh(DVH), { 'skin.csv': csv })).toEqual(plain);
  });

  it('needs a reader of files', () => {
    expect(() => readScenario(withDvh(DVH), 'x.yaml')).toThrow(
      'x.yaml:24:10  skin.csv: files cannot be read',
    );
  });
});
