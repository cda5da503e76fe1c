import spec from '../../../reports/accrual-and-looks.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { type Accrual, DAYS_A_MONTH } from '../../trial/accrual.ts';
import { createAccrualPace } from '../../trial/accrual-pace.ts';
import { evenTicks } from '../axis-ticks.ts';
import { timeClaimOf } from '../failure-words.ts';
import { type FinalAnalysis, finalAnalysis } from '../final-analysis.ts';
import { liveDesign } from '../live-design.ts';
import { best, knownMean, percent, short } from '../numbers.ts';
import { goesOn, heldLooks, lookUnit, plannedLooks } from '../sequential-looks.ts';
import type { ChartDefinition, Row } from './definition.ts';

const STEPS = 60;
/** Height of the plot and of a label of two lines, in pixels. */
const PLOT = 320;
const LABEL = 33;
/** Looks with a label; of more, the first ones. */
const MOST_LABELS = 4;
/** From this share of the axis on, labels stand left of their rule. */
const RIGHT = 0.5;
const ROOM_RIGHT = 1.03;
const TICKS = 5;

/** A look, or the last analysis, on the timeline. */
interface Mark {
  readonly kind: 'look' | 'last';
  readonly month: number;
  readonly lines: readonly string[];
}

interface Timeline {
  readonly total: number;
  readonly fullMonth: number;
  patientsAt(month: number): number;
}

function timelineOf(result: RunResult, accrual: Accrual): Timeline {
  const { sizes, centres = 1 } = liveDesign(result);
  const total = sizes.reduce((a, b) => a + b, 0);
  const pace = createAccrualPace(accrual, centres);
  return {
    total,
    fullMonth: pace.dayOf(total) / DAYS_A_MONTH,
    patientsAt: (month) => Math.min(total, pace.patientsBy(month * DAYS_A_MONTH)),
  };
}

/** Interim looks at their mean months; those that no trial holds have none. */
function lookMarks(result: RunResult): Mark[] {
  const { sequential } = liveDesign(result);
  const planned = plannedLooks(result);
  return heldLooks(result.truths[0]).flatMap(({ months, stop }, k) =>
    months
      ? [
          {
            kind: 'look' as const,
            month: best(months),
            lines: [
              `look ${k + 1}: ${planned[k].count} ${lookUnit(sequential!)}`,
              `ends ${percent(best(stop))} % of trials`,
            ],
          },
        ]
      : [],
  );
}

function lastMark(result: RunResult, { months, failures }: FinalAnalysis, total: number): Mark[] {
  if (months === undefined) return [];
  const on = failures === undefined ? `${total} patients` : `${failures.toFixed(0)} failures`;
  const hasLooks = result.truths[0].operatingCharacteristics.stopping !== undefined;
  const share = hasLooks ? best(goesOn(result.truths[0], result.replicates)) : 1;
  return [
    {
      kind: 'last',
      month: months,
      lines: [
        `last analysis: ${on}`,
        hasLooks ? `ends ${percent(share)} % of trials` : `month ${months.toFixed(1)}`,
      ],
    },
  ];
}

/** Labels one under the other in the room above the curve, the first look’s on top. */
function markRows(marks: readonly Mark[], { patientsAt }: Timeline, xHigh: number, yHigh: number): Row[] {
  return marks.map(({ kind, month, lines }, i) => {
    const level = kind === 'last' ? Math.min(marks.length - 1, MOST_LABELS) : Math.min(i, MOST_LABELS - 1);
    const isLabelled = kind === 'last' || i < MOST_LABELS;
    return {
      kind,
      month: short(month),
      patients: short(patientsAt(month)),
      labelAt: short(yHigh * (1 - (level * LABEL) / PLOT)),
      label: isLabelled ? lines.join('\n') : '',
      isRight: month > RIGHT * xHigh,
    };
  });
}

/** On how much the trial decides, on average. */
function decidedOn(result: RunResult): string {
  const { times } = result.truths[0];
  if (times) return `${knownMean(times.failures)} failures`;
  const looks = heldLooks(result.truths[0]);
  const total = result.arms.reduce((sum, { n }) => sum + n, 0);
  const patients = looks.reduce(
    (sum, { patients: n = total, stop }) => sum - best(stop) * (total - n),
    total,
  );
  return `${patients.toFixed(1)} patients`;
}

function titleOf(result: RunResult, { total, fullMonth }: Timeline): string {
  const { expectedMonths } = result.truths[0].operatingCharacteristics;
  return `On average the trial decides in month ${knownMean(expectedMonths!)} on ${decidedOn(result)}; all ${total} patients are expected by month ${fullMonth.toFixed(1)}`;
}

function descriptionOf(result: RunResult): string {
  const { followUp, sequential } = liveDesign(result);
  const looks = sequential
    ? ` Looks stand at their mean month over the trials that hold them, as planned, with the share of trials that end there.`
    : '';
  const end = followUp ? ` As to follow-up, ${followUp.sentence}.` : '';
  return `Patients expected by month from the opening of the trial, at the pace that accrual states.${looks}${end}`;
}

export const accrualAndLooks: ChartDefinition = {
  summary: 'When a two-arm trial with times or looks enrols, looks and decides.',
  reference: 'accrual as stated; replicates of world 0 as planned',
  spec,
  content(result: RunResult) {
    const { accrual, sequential } = liveDesign(result);
    if (!accrual || !(sequential || timeClaimOf(result))) return undefined;
    const timeline = timelineOf(result, accrual);
    const marks = [...lookMarks(result), ...lastMark(result, finalAnalysis(result), timeline.total)];
    const end = Math.max(timeline.fullMonth, ...marks.map(({ month }) => month));
    const xHigh = ROOM_RIGHT * end;
    const room = LABEL * Math.min(marks.length, MOST_LABELS + 1) + LABEL / 3;
    const yHigh = (timeline.total * PLOT) / (PLOT - room);
    const months = [...Array.from({ length: STEPS + 1 }, (_, i) => (i * end) / STEPS), timeline.fullMonth];
    return {
      title: titleOf(result, timeline),
      description: descriptionOf(result),
      data: {
        accrual: months
          .toSorted((a, b) => a - b)
          .map((month) => ({ month: short(month), patients: short(timeline.patientsAt(month)) })),
        marks: markRows(marks, timeline, xHigh, yHigh),
      },
      params: { xHigh: short(xHigh), yHigh: short(yHigh), patientTicks: evenTicks(0, timeline.total, TICKS) },
    };
  },
};
