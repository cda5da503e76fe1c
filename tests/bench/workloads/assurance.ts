import { join } from 'node:path';
import { disagreements } from '../compare-answers.ts';
import { count, rate, short } from '../figures.ts';
import type { Measurement } from '../measurement.ts';
import { median } from '../median.ts';
import type { Row } from '../outcome.ts';
import { projectRoot } from '../project-root.ts';
import { pairedRatio } from '../ratio.ts';
import { ratioTarget } from '../ratio-target.ts';
import { runMeasured } from '../run-child.ts';
import type { Workload } from './definition.ts';

/** The sizes that `size` looks at: by equal ratios from a quarter of 165 to four times it, that and its double. */
const SIZES = [
  41, 49, 57, 67, 79, 93, 110, 129, 152, 165, 179, 211, 248, 292, 330, 344, 405, 476, 561, 660,
].join();
const WORLDS = 2000;
/** Answers are printed to a tenth of a per cent: 1.96 standard errors are half of it. */
const PRINTED_MCSE = 0.0005 / 1.96;

const program = join(projectRoot, 'dist/bench/tests/bench/programs/assurance.js');

/** Worlds with one trial in each that give these standard errors, at the size that needs the most: p(1 − p)/mcse². */
const worldsFor = (answers: Measurement['answers'], mcse: (s: number) => number): number =>
  Math.ceil(Math.max(...answers.map(({ estimate }, s) => (estimate * (1 - estimate)) / (mcse(s) * mcse(s)))));

const scaled = (runs: readonly Measurement[], worlds: number): number[] =>
  runs.map(({ cpuSeconds, units }) => (cpuSeconds * worlds) / units);

const of = (runs: readonly Measurement[], key: 'cpuSeconds' | 'wallSeconds' | 'peakBytes'): number =>
  median(runs.map((run) => run[key]));

const ourRow = (name: string, figure: string, runs: readonly Measurement[]): Row => ({
  program: `isoeffect, ${name}`,
  figure,
  cpuSeconds: of(runs, 'cpuSeconds'),
  wallSeconds: of(runs, 'wallSeconds'),
  peakBytes: of(runs, 'peakBytes'),
});

export const assurance: Workload = {
  summary: 'assurance of sts-5x6-vs-25x2 over the worlds in 20 sizes, against brute force',
  measure: ({ peers, isQuick }) => {
    const timed = isQuick ? 20_000 : 200_000;
    const brutes = [['every patient', 'patients'] as const, ['binomial counts', 'counts'] as const].flatMap(
      ([name, mode]) =>
        peers
          .program('numpy', `numpy, ${name}`, 'assurance.py', mode, timed, SIZES)
          .map((peer) => ({ peer })),
    );
    const ours = (mode: string): Measurement =>
      runMeasured(process.execPath, [program, mode, String(WORLDS), SIZES]);
    const exact: Measurement[] = [];
    const drawn: Measurement[] = [];
    const brute: Measurement[][] = brutes.map(() => []);
    for (let round = 0; round < (isQuick ? 2 : 5); round++) {
      exact.push(ours('exact'));
      if (round < 3) drawn.push(ours('drawn'));
      for (const [i, { peer }] of brutes.entries()) brute[i].push(peer.run());
    }
    const [{ answers }] = exact;
    const printed = worldsFor(answers, () => PRINTED_MCSE);
    const sampled = worldsFor(drawn[0].answers, (s) => drawn[0].answers[s].mcse);
    const bruteRow = (i: number, worlds: number, against: readonly Measurement[]): Row => {
      const cpu = scaled(brute[i], worlds);
      const pairs = against.map(({ cpuSeconds }) => cpuSeconds);
      return {
        program: brutes[i].peer.name,
        figure: `${count(worlds)} worlds`,
        cpuSeconds: median(cpu),
        wallSeconds: (of(brute[i], 'wallSeconds') * worlds) / timed,
        peakBytes: of(brute[i], 'peakBytes'),
        cpuRatio: pairedRatio(cpu.slice(0, pairs.length), pairs),
      };
    };
    const precise = brute.map((_, i) => bruteRow(i, printed, exact));
    return {
      title: `assurance of sts-5x6-vs-25x2 in 20 sizes, one thread`,
      rows: [
        ourRow('quadrature', 'error below 1e-6', exact),
        ...precise,
        ourRow(`${count(WORLDS)} worlds`, rate(WORLDS / of(drawn, 'cpuSeconds'), 'worlds'), drawn),
        ...brute.map((_, i) => bruteRow(i, sampled, drawn)),
      ],
      targets: ratioTarget('T4', 'as quick as brute force to 0.1 %', precise[0]?.cpuRatio, { atLeast: 50 }),
      notes: [
        `Brute force draws a world a trial and shares patients between sizes; ${count(timed)} worlds are timed and scaled`,
        `linearly: first to a standard error of ${short(100 * PRINTED_MCSE)} %, at which the printed tenth holds, then to that of ${count(WORLDS)} drawn worlds.`,
      ],
      disagreements: [...brute, drawn].flatMap((runs, i) =>
        disagreements(answers, runs[0]?.answers ?? []).map(
          (sentence) => `${brutes[i]?.peer.name ?? 'drawn worlds'}: at size ${sentence}`,
        ),
      ),
    };
  },
};
