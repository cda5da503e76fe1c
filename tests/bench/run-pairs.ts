import { disagreements } from './compare-answers.ts';
import type { Measurement, Program } from './measurement.ts';
import { median } from './median.ts';
import type { Row } from './outcome.ts';
import { pairedRatio, type Ratio } from './ratio.ts';

/** How programs compare on one piece of work. */
export interface Comparison {
  /** Ours first. */
  readonly rows: readonly Row[];
  /** CPU time of each peer a unit over ours, by the peer's name. */
  readonly cpuRatios: ReadonlyMap<string, Ratio>;
  readonly disagreements: readonly string[];
}

const perUnit = (runs: readonly Measurement[], of: 'cpuSeconds' | 'wallSeconds'): number[] =>
  runs.map((run) => run[of] / run.units);

/**
 * Runs ours and its peers in turn, several rounds, so that what slows the machine slows a whole round. Answers are
 * compared after the first: where they differ no time is.
 *
 * @param figure how fast, in words, from units a second of CPU time
 */
export function runPairs(
  ours: Program,
  peers: readonly Program[],
  rounds: number,
  figure: (unitsPerSecond: number) => string,
): Comparison {
  const programs = [ours, ...peers];
  const runs: Measurement[][] = programs.map((program) => [program.run()]);
  const [[own], ...others] = runs;
  const differing = others.flatMap(([first], i) =>
    disagreements(own.answers, first.answers).map((sentence) => `${peers[i].name}: ${sentence}`),
  );
  if (differing.length > 0) return { rows: [], cpuRatios: new Map(), disagreements: differing };
  for (let round = 1; round < rounds; round++)
    for (const [i, program] of programs.entries()) runs[i].push(program.run());
  const rows = programs.map(({ name }, i): Row => {
    const measured = runs[i];
    const ratioTo = (of: 'cpuSeconds' | 'wallSeconds') =>
      pairedRatio(perUnit(measured, of), perUnit(runs[0], of));
    return {
      program: name,
      figure: figure(1 / median(perUnit(measured, 'cpuSeconds'))),
      cpuSeconds: median(measured.map((run) => run.cpuSeconds)),
      wallSeconds: median(measured.map((run) => run.wallSeconds)),
      peakBytes: Math.max(...measured.map((run) => run.peakBytes)),
      ...(i > 0 && { cpuRatio: ratioTo('cpuSeconds'), wallRatio: ratioTo('wallSeconds') }),
    };
  });
  const cpuRatios = new Map(
    rows.flatMap(({ program, cpuRatio }) => (cpuRatio ? [[program, cpuRatio] as const] : [])),
  );
  return { rows, cpuRatios, disagreements: [] };
}
