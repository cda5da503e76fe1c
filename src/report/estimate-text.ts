import type { EstimateResult } from '../engine/estimate-result.ts';
import {
  coefficientWords,
  effectWords,
  eventWords,
  fiellerWords,
  fittedWords,
  intervalWords,
  isoeffectiveWords,
  levelWords,
  measureWords,
  plain,
} from './estimate-words.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

function armsTable(result: EstimateResult): string[] {
  const { arms, level, alphaBetaGy } = result;
  const hasDose = arms[0].eqd2Gy !== null;
  const doses = hasDose ? [`EQD2 at α/β ${plain(alphaBetaGy.estimate)} Gy`] : [];
  return paddedTable([
    ['Schedule', 'total', `${measureWords(result)} (${levelWords(level)})`, 'fitted', ...doses],
    ...arms.map((arm) => [
      arm.schedule,
      `${Number(arm.totalDoseGy.toPrecision(6))} Gy`,
      effectWords(result, arm),
      fittedWords(result, arm),
      ...(hasDose ? [`${plain(arm.eqd2Gy, 1)} Gy`] : []),
    ]),
  ]);
}

/** The numbers, each on a line of its own. */
function numbers(result: EstimateResult): string[] {
  const { alphaBetaGy, coefficients, isoeffective, level, verdict } = result;
  const isEstimate = verdict.status !== 'noEstimate';
  const { goodnessOfFit: fit } = coefficients;
  return [
    `g1 ${coefficientWords(coefficients.perGy)} per Gy, g2 ${coefficientWords(coefficients.perGy2)} per Gy²`,
    ...(fit
      ? [`Fit: χ² ${plain(fit.chiSquared)} on ${fit.degreesOfFreedom}, p = ${plain(fit.pValue, 3)}`]
      : []),
    `${isEstimate ? 'α/β' : 'g1/g2, no estimate of α/β,'} ${plain(alphaBetaGy.estimate)} Gy`,
    `  ${levelWords(level)} by the delta method: ${intervalWords(alphaBetaGy.delta)}`,
    `  ${levelWords(level)} by Fieller: ${fiellerWords(alphaBetaGy.fieller)}`,
    ...isoeffective.map((dose) => `Equal to ${result.arms[0].schedule}: ${isoeffectiveWords(dose, level)}`),
  ];
}

/** The answer of an estimate for a terminal, within 100 columns. */
export function estimateText(result: EstimateResult): string[] {
  return [
    ...wrapLines(result.title),
    ...wrapLines(`${result.source}. Event: ${eventWords(result)}.`),
    '',
    ...armsTable(result),
    '',
    ...numbers(result),
    '',
    ...result.verdict.sentences.flatMap((sentence) => wrapLines(sentence)),
    '',
    'It rests on:',
    ...result.assumptions.flatMap((assumption) => wrapLines(`- ${assumption}`, 100, '  ')),
  ];
}
