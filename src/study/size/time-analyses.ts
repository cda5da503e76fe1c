import { type LogRankStated, logRankParameters } from '../../trial/log-rank/plan-shape.ts';
import { solveLogRank } from '../../trial/log-rank/solve-question.ts';
import { yearsWords } from '../../trial/years-words.ts';
import type { Analysis, PlannedComparison, PlannedFollowUp } from './analysis.ts';

/**
 * What the log-rank test needs for a power by Schoenfeld's formula, the hazards in proportion: with patients followed until
 * the analysis, and with each followed no longer than the endpoint's time.
 */
export function timeAnalyses(
  planned: PlannedComparison,
  followUp: PlannedFollowUp,
  power: number,
): Analysis[] {
  if (planned.endpoint !== 'localControl') return [];
  const { accrualYears, followUpYears, loss, lossByYears } = followUp;
  const lost = loss === undefined ? {} : { loss, lossByYears };
  const rounded = (years: number): string => yearsWords(Number(years.toPrecision(4)));
  const short = (years: number): string => String(Number(years.toPrecision(4)));
  const come = `${short(accrualYears)} + ${rounded(followUpYears)}`;
  const at = yearsWords(planned.atYears);
  return [
    logRankAnalysis('logRank', `Log-rank, ${come}`, planned, { accrualYears, followUpYears, ...lost }, power),
    logRankAnalysis(
      'logRankCensored',
      `Log-rank, censored at ${at}`,
      planned,
      { perPatientYears: planned.atYears, ...lost },
      power,
    ),
  ];
}

function logRankAnalysis(
  name: string,
  label: string,
  planned: PlannedComparison,
  observed: object,
  power: number,
): Analysis {
  const { margin, hazardRatio, oneSidedAlpha } = planned;
  const stated = {
    controlRate: planned.controlRate,
    experimentalRate: planned.experimentalRate,
    atYears: planned.atYears,
    ...(hazardRatio !== undefined ? { hazardRatioMargin: hazardRatio } : margin > 0 && { margin }),
    ...(margin > 0 ? { oneSidedAlpha } : { twoSidedAlpha: 2 * oneSidedAlpha }),
    allocation: planned.allocation,
    power,
    ...observed,
  };
  try {
    const { events, followed } = solveLogRank(logRankParameters.parse(stated) as LogRankStated);
    const { total } = followed!;
    const formula = { label: 'Schoenfeld', unrounded: total, patients: Math.ceil(total), events };
    return { name, label, decidedBy: 'times', formula };
  } catch (error) {
    if (error instanceof RangeError) return { name, label, decidedBy: 'times', note: error.message };
    throw error;
  }
}
