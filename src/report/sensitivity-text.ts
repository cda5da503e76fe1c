import type { SensitivityResult } from '../study/sensitivity/sensitivity-result.ts';
import { cut } from './calibration-words.ts';
import { inputWords } from './input-words.ts';
import { grouped, percent } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import {
  informationWords,
  powerWords,
  rateHeading,
  rateWords,
  SHARES_ARE_CUT,
  sensitivityAnswer,
  shareWithInterval,
  valueWords,
} from './sensitivity-words.ts';
import { wrapLines } from './wrap-lines.ts';

/** Longer words for an input would break the table’s width. */
const MOST_WORDS = 36;

/** The answer of a sensitivity study for a terminal, within 100 columns. */
export function sensitivityText(result: SensitivityResult): string[] {
  return [
    ...wrapLines(result.scenario.title),
    '',
    ...sensitivityAnswer(result).flatMap((sentence) => wrapLines(sentence)),
    '',
    ...tornadoTable(result),
    '',
    ...sharesTable(result),
    '',
    ...basisLines(result),
  ];
}

function tornadoTable(result: SensitivityResult): string[] {
  const { tornado, inputs, firstClaim } = result;
  const words = inputWords(inputs);
  const unit = firstClaim.arms === 1 ? '%' : 'points';
  const rows = tornado.map((bar) => [
    cut(words(bar.name), MOST_WORDS),
    `${valueWords(bar.low)} → ${valueWords(bar.high)}`,
    powerWords(bar),
    `${rateWords(result, bar.low)} → ${rateWords(result, bar.high)} ${unit}`,
  ]);
  return [
    'One at a time, from the 5 % to the 95 % quantile (of joint draws: by power), the others as planned',
    ...paddedTable([['Input', 'value', 'power', rateHeading(result)], ...rows]),
  ];
}

function sharesTable(result: SensitivityResult): string[] {
  const { inputs, level } = result;
  const words = inputWords(inputs);
  const rows = inputs.map(({ name, power, information }) => [
    cut(words(name), MOST_WORDS),
    power ? shareWithInterval(power.firstOrder) : '–',
    power ? shareWithInterval(power.total) : '–',
    informationWords(information),
  ]);
  return [
    `All at once: share of the variance of power (${percent(level, 0)} % interval), and what it is worth to know it first`,
    ...paddedTable([['Input', 'by itself', 'with interactions', 'worth knowing'], ...rows]),
  ];
}

function basisLines({
  points,
  worlds,
  isExact,
  replicatesPerWorld,
  power,
  decision,
}: SensitivityResult): string[] {
  const basis = isExact
    ? 'power exact in each'
    : `power simulated by ${replicatesPerWorld} trials where it has no exact value, their chance taken off`;
  const spread = power
    ? ` Power over them: mean ${percent(power.mean)} %, standard deviation ${percent(power.standardDeviation)} points. ${SHARES_ARE_CUT}`
    : '';
  return [
    ...wrapLines(
      `${grouped(worlds)} worlds from ${grouped(points)} scrambled Sobol points, ${basis}.${spread}`,
    ),
    ...wrapLines(
      `Assumed for the worth: a correct success 1, --loss ${decision.lossOfFalseSuccess}, --cost ${decision.cost}.`,
    ),
  ];
}
