import fc from 'fast-check';
import { readEffects } from '../../../src/evidence/read-effects.ts';
import { readEvidence } from '../../../src/evidence/read-evidence.ts';
import { parseDvhCsv } from '../../../src/radiobiology/parse-dvh-csv.ts';
import { jointDrawsSchema, parseDraws } from '../../../src/scenario/joint-draws.ts';
import { listCells } from '../../../src/study/sweep/sweep-grid.ts';
import { docsBlocks, textsIn } from '../corpus.ts';
import { expectRefusal } from '../expected-error.ts';
import { mutatedText } from '../mutated-text.ts';
import type { FuzzTarget } from '../target.ts';

const csvBlocks = docsBlocks('csv');

/** A target that reads a text and refuses it by errors of these names, or not. */
const reading = (
  summary: string,
  quick: number,
  corpus: readonly string[],
  read: (text: string) => void,
  ...names: string[]
): FuzzTarget<string> => ({
  summary,
  quick,
  inputs: mutatedText(corpus),
  take(text) {
    try {
      read(text);
    } catch (error) {
      expectRefusal(error, ...names);
    }
  },
});

const evidence = [
  ...textsIn('scenarios/evidence', '.csv'),
  'id,n,schedule,controlRate,atYears\na,100,25 x 2 Gy,93 %,3\n"b ""c""",50,"5 x 5 Gy, BID",0.9,5\n',
];

export const evidenceTarget = reading(
  'tables of studies',
  50,
  evidence,
  (text) => {
    const rows = readEvidence(text, 'x.csv');
    for (const { control, wound } of rows)
      for (const count of [control, wound])
        if (count && !(count.count >= 0 && count.count <= count.size))
          throw new Error(`${count.count} of ${count.size} patients`);
  },
  'ScenarioError',
);

const histograms = [
  ...textsIn('scenarios/dvh', '.csv'),
  'doseCGy,cumulativeVolumePercent\n0,100\n1000,60\n2000,10\n',
  'dosePercent,volumeShare\n50,0.25\n100,0.75\n',
];

export const doseVolumeTarget: FuzzTarget<{ text: string; prescribedGy: number | undefined }> = {
  summary: 'dose–volume histograms',
  quick: 400,
  inputs: fc.record({
    text: mutatedText([...histograms, ...csvBlocks]),
    prescribedGy: fc.option(fc.oneof(fc.constant(50), fc.double()), { nil: undefined }),
  }),
  take({ text, prescribedGy }) {
    const reading = parseDvhCsv(text, prescribedGy);
    if ('problems' in reading) {
      const said = reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
      if (said.length === 0) throw new Error('refused without a word');
      return expectRefusal(new RangeError(said.join('\n')), 'RangeError');
    }
    const { doseGy, volume } = reading.histogram;
    const sum = volume.reduce((all, share) => all + share, 0);
    if (doseGy.length !== volume.length || !(Math.abs(sum - 1) < 1e-6))
      throw new Error(`volumes sum to ${sum}`);
    if (![...doseGy].every((dose) => dose >= 0 && dose < Infinity)) throw new Error('a dose out of range');
  },
};

const draws = [
  'truth.localControl.gamma50,truth.localControl.anchor.rate\n1.5,0.93\n1.4,0.92\n1.6,0.9\n',
  '# posterior\n"a",b\n1e-3,-2\n0.5,3\n',
];

export const drawsTarget = reading(
  'joint draws',
  600,
  draws,
  (text) => {
    const parsed = jointDrawsSchema.safeParse({ draws: parseDraws(text) });
    if (
      parsed.success &&
      Object.values(parsed.data.draws)
        .flat()
        .some((value) => !Number.isFinite(value))
    )
      throw new Error('a draw is not finite');
  },
  'RangeError',
);

const cells = ['design.perArm,truth.localControl.gamma50\n100,1.5\n150,\n', ...csvBlocks];

export const cellsTarget = reading(
  'lists of cells of a sweep',
  400,
  cells,
  (text) => {
    const grid = listCells(text, 'x.csv');
    for (let index = 0; index < grid.count; index++)
      if (grid.cell(index).length !== grid.paths.length) throw new Error(`cell ${index} is not whole`);
  },
  'ScenarioError',
);

export const effectsTarget = reading(
  'files of effects',
  50,
  textsIn('scenarios/effects', '.yaml'),
  (text) => {
    readEffects(text, 'x.yaml');
  },
  'ScenarioError',
);
