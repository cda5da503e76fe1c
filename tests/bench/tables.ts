import { paddedTable } from '../../src/report/padded-table.ts';
import { wrapLines } from '../../src/report/wrap-lines.ts';
import { short } from './figures.ts';
import type { Outcome, Row } from './outcome.ts';
import type { Ratio } from './ratio.ts';
import { type Bound, isMet, type Target, timesTheBound } from './target.ts';

const TERMINAL_COLUMNS = 100;

/** A time in seconds, to the millisecond where it is short. */
const seconds = (value: number): string => (value < 0.1 ? value.toFixed(3) : short(value));

const ratioText = (ratio: Ratio | undefined): string =>
  ratio ? `${short(ratio.median)} (${short(ratio.min)}–${short(ratio.max)})` : '';

/** Columns of what programs used. */
export const ROW_HEAD = ['program', 'figure', 'CPU s', 'wall s', 'peak MB', '× ours, CPU', 'wall'] as const;

/** The cells of a row, in the columns of {@link ROW_HEAD}. */
export const rowCells = ({
  program,
  figure,
  cpuSeconds,
  wallSeconds,
  peakBytes,
  cpuRatio,
  wallRatio,
}: Row) => [
  program,
  figure,
  seconds(cpuSeconds),
  seconds(wallSeconds),
  peakBytes === undefined ? '' : (peakBytes / 1e6).toFixed(0),
  ratioText(cpuRatio),
  wallRatio ? short(wallRatio.median) : '',
];

/** Columns of targets. */
export const TARGET_HEAD = ['', 'target', 'measured', 'bound', ''] as const;

/** A bound in words: `≥ 3 ×`. */
export function boundText({ atLeast, atMost }: Bound, unit: string): string {
  const text = (value: number): string => [String(value), unit].filter(Boolean).join(' ');
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} to ${text(atMost)}`;
  return atLeast === undefined ? `≤ ${text(atMost!)}` : `≥ ${text(atLeast)}`;
}

/** What was measured, with its spread: `0.88 × (0.85–0.91)`. */
export const measuredText = ({ measured, spread, unit }: Target): string =>
  [short(measured), unit, spread ? `(${short(spread[0])}–${short(spread[1])})` : '']
    .filter(Boolean)
    .join(' ');

/** Whether a target is met, and by how much it is not. */
export function verdictText(target: Target): string {
  if (isMet(target)) return 'met';
  const { measured, atLeast, atMost } = target;
  const bound = atLeast !== undefined && measured < atLeast ? atLeast : atMost!;
  const share = Math.abs(measured - bound) / bound;
  return measured < bound ? `missed: ${short(100 * share)} % short` : `missed: ${short(100 * share)} % over`;
}

/** The cells of a target, in the columns of {@link TARGET_HEAD}. */
export const targetCells = (target: Target): string[] => [
  target.workload,
  target.name,
  measuredText(target),
  boundText(target, target.unit),
  verdictText(target),
];

/** What a workload found, for a terminal of 100 columns. */
export function outcomeLines({ id, title, rows, notes, disagreements }: Outcome): string[] {
  if (disagreements.length > 0)
    return [
      `${id}  ${title}`,
      'The answers differ; no time is compared:',
      ...disagreements.map((one) => `  ${one}`),
    ];
  const table = paddedTable([[...ROW_HEAD], ...rows.map(rowCells)]);
  const words = notes.length > 0 ? wrapLines(notes.join(' '), TERMINAL_COLUMNS - 2) : [];
  return [`${id}  ${title}`, ...[...table, ...words].map((line) => `  ${line}`)];
}

/** All targets, for a terminal. */
export const targetLines = (targets: readonly Target[]): string[] =>
  targets.length === 0 ? [] : paddedTable([[...TARGET_HEAD], ...targets.map(targetCells)]);

/** Targets from the one furthest from its bound. */
export const fromFurthest = (targets: readonly Target[]): Target[] =>
  targets.toSorted((a, b) => timesTheBound(a.measured, a) - timesTheBound(b.measured, b));
