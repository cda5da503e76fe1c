import type { Answer, AnswerRow, AnswerTable } from '../calculators/definition.ts';
import { type EventFormulaName, eventFormulas } from '../events/index.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { logRankPower, logRankTotal } from '../log-rank-approximation.ts';
import { armShares } from '../time-comparison-shape.ts';
import { marginAtRate } from '../time-margin.ts';
import { timedDesignBlock } from '../timed-design-block.ts';
import { protocolSentence, variantLines } from './answer-words.ts';
import type { LogRankStated } from './plan-shape.ts';
import { type LogRankSolution, solveLogRank } from './solve-question.ts';

/** A formula, or the score, on the question. */
interface Method {
  readonly name: EventFormulaName | 'scoreByQuadrature';
  readonly label: string;
  /** For the power, unrounded. */
  readonly events?: number;
  readonly total?: number;
  /** With the events or patients of the answer. */
  readonly power: number;
}

function byFormula({ plan, events, power, isForPower, followed }: LogRankSolution): Method[] {
  return (Object.keys(eventFormulas) as EventFormulaName[]).map((name) => {
    const formula = eventFormulas[name];
    const needed = isForPower ? formula.events(plan, power) : undefined;
    return {
      name,
      label: formula.label,
      ...(needed !== undefined && { events: needed }),
      ...(needed !== undefined && followed && { total: needed / followed.eventProbability }),
      power: formula.power(plan, events),
    };
  });
}

function byScore({ plan, power, isForPower, followed }: LogRankSolution): Method[] {
  if (!followed) return [];
  const { moments } = followed;
  const total = isForPower ? logRankTotal(moments, power, plan.level) : undefined;
  return [
    {
      name: 'scoreByQuadrature',
      label: 'Score by quadrature',
      ...(total !== undefined && { events: total * moments.eventProbability, total }),
      power: logRankPower(moments, followed.total, plan.level),
    },
  ];
}

function methodTable(
  methods: readonly Method[],
  { isForPower, events, followed }: LogRankSolution,
): AnswerTable {
  const size = followed ? `${followed.total.toFixed(1)} patients` : `${events.toFixed(1)} events`;
  const needs = isForPower ? ['events', ...(followed ? ['patients'] : [])] : [];
  return {
    caption: `By each method, unrounded; power with ${size}:`,
    columns: ['', ...needs, 'power'],
    rows: methods.map(({ label, events: needed, total, power }) => [
      label,
      ...(needed === undefined ? [] : [needed.toFixed(2)]),
      ...(total === undefined ? [] : [total.toFixed(2)]),
      exactPercentWords(power),
    ]),
  };
}

/** The margin on both scales as it decides at the planned control rate. */
const decidingMargin = ({ question }: LogRankSolution, controlRate: number) =>
  question.scales && marginAtRate(question.scales, controlRate);

function rowsOf(solution: LogRankSolution, controlRate: number): AnswerRow[] {
  const { events, power, isForPower, followed, eventFreeAtEnd } = solution;
  const margin = decidingMargin(solution, controlRate);
  return [
    ...(isForPower ? [{ label: 'Events', kind: 'count', nominal: Math.ceil(events) } as const] : []),
    { label: isForPower ? 'Events, unrounded' : 'Events', kind: 'mean', nominal: events },
    ...(followed
      ? [
          { label: 'Patients in all', kind: 'count', nominal: Math.ceil(followed.total) } as const,
          { label: 'Years to the analysis', kind: 'number', nominal: followed.analysisYears } as const,
        ]
      : []),
    { label: 'Power', kind: 'probability', nominal: power },
    ...(margin
      ? [
          { label: 'Margin as a hazard ratio', kind: 'number', nominal: margin.hazardRatio } as const,
          { label: 'Margin as a difference', kind: 'probability', nominal: margin.difference } as const,
        ]
      : []),
    { label: 'Control event-free at the end', kind: 'probability', nominal: eventFreeAtEnd },
  ];
}

function numbersOf(
  solution: LogRankSolution,
  methods: readonly Method[],
  stated: LogRankStated,
): Record<string, unknown> {
  const { plan, events, power, followed, eventFreeAtEnd, question } = solution;
  const margin = decidingMargin(solution, stated.controlRate);
  const [control, experimental] = armShares(plan.allocation);
  return {
    hazardRatio: plan.hazardRatio,
    nullHazardRatio: plan.nullHazardRatio,
    events: solution.isForPower ? Math.ceil(events) : events,
    unroundedEvents: events,
    power,
    ...(followed && {
      total: Math.ceil(followed.total),
      unroundedTotal: followed.total,
      controlSize: followed.total * control,
      experimentalSize: followed.total * experimental,
      eventProbability: followed.eventProbability,
      analysisYears: followed.analysisYears,
    }),
    ...(margin && { marginDifference: margin.difference, marginHazardRatio: margin.hazardRatio }),
    ...(question.scales?.disagreement && { disagreement: question.scales.disagreement }),
    eventFreeAtEnd,
    byMethod: Object.fromEntries(methods.map(({ name, label, ...figures }) => [name, figures])),
  };
}

/** The design that does this, where follow-up is stated and one does. */
function designOf(stated: LogRankStated, { followed, plan }: LogRankSolution) {
  if (!followed) return undefined;
  const { margin: difference, hazardRatioMargin: hazardRatio, leads } = stated;
  const hasMargin = difference !== undefined || hazardRatio !== undefined;
  return timedDesignBlock({
    ...stated,
    test: 'logRank',
    margin: hasMargin
      ? {
          ...(hazardRatio !== undefined && { hazardRatio }),
          ...(difference !== undefined && { difference }),
          ...(leads !== undefined && { leads }),
        }
      : undefined,
    level: plan.level,
    total: Math.ceil(followed.total),
    analysisYears:
      stated.total !== undefined && stated.events !== undefined ? followed.analysisYears : undefined,
  });
}

/**
 * Answers a question about a log-rank comparison: events, patients and time for a power, or the power of a size.
 *
 * @throws RangeError if there is no answer
 */
export function answerLogRank(stated: LogRankStated): Answer {
  const solution = solveLogRank(stated);
  const methods = [...byFormula(solution), ...byScore(solution)];
  const design = designOf(stated, solution);
  return {
    variant: variantLines(stated, solution),
    rows: rowsOf(solution, stated.controlRate),
    table: methodTable(methods, solution),
    numbers: numbersOf(solution, methods, stated),
    sentence: protocolSentence(stated, solution),
    ...(design && { design }),
  };
}
