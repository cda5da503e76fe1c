import type { Estimate } from '../../numeric/monte-carlo.ts';
import type { Answer, AnswerRow } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import type { Examined } from './examine.ts';
import type { LadderCharacteristics } from './ladder-characteristics.ts';
import { nearestLevel } from './nearest-level.ts';

/** A figure of a method's characteristics. */
type Figure = number | Estimate;

const figureOf = (figure: Figure): number => (typeof figure === 'number' ? figure : figure.estimate);

/** Rounding may leave a probability a little outside. */
const within = (probability: number): number => Math.min(1, Math.max(0, probability));

function row(label: string, kind: 'probability' | 'mean', figure: Figure): AnswerRow {
  const value = kind === 'probability' ? within(figureOf(figure)) : figureOf(figure);
  return { label, kind, ...(typeof figure === 'number' ? { exact: value } : { simulated: value }) };
}

/** How often each level is recommended, and who is treated where. */
function rows(found: LadderCharacteristics<Figure>, rates: readonly number[], target: number): AnswerRow[] {
  const right = nearestLevel(rates, target) + 1;
  return [
    ...rates.flatMap((rate, level) => [
      row(`Level ${level + 1} (${percentWords(rate)}): recommended`, 'probability', found.recommended[level]),
      row('… patients', 'mean', found.patients[level]),
      row('… toxicities', 'mean', found.toxicities[level]),
    ]),
    row('No level recommended', 'probability', found.none),
    row('Patients', 'mean', found.totalPatients),
    row('Toxicities', 'mean', found.totalToxicities),
    row(
      `Share of patients above level ${right}, the nearest to the target`,
      'probability',
      found.shareAboveRight,
    ),
    row('Share of patients at levels above the target', 'probability', found.shareAboveTarget),
    row('More than 60 % of the patients above the target', 'probability', found.mostlyAboveTarget),
  ];
}

function variant(examined: Examined): string {
  if (examined.kind === 'exact')
    return 'Characteristics by enumeration of all courses, every outcome being known at each decision.';
  const { recommended, none } = examined.characteristics;
  const most = Math.max(none.mcse, ...recommended.map(({ mcse }) => mcse));
  return `Characteristics of ${examined.replicates} simulated trials, every outcome being known at each decision: there are too many courses to enumerate. A probability of recommending has a Monte Carlo standard error of at most ${exactPercentWords(most)}.`;
}

function sentence(found: LadderCharacteristics<Figure>, rates: readonly number[], target: number): string {
  const right = nearestLevel(rates, target);
  const percent = (figure: Figure): string => exactPercentWords(within(figureOf(figure)));
  return [
    `If the rates are ${rates.map(percentWords).join(', ')}, level ${right + 1}, the nearest to ${percentWords(target)}, is recommended`,
    `with probability ${percent(found.recommended[right])} and none with ${percent(found.none)}; of ${figureOf(found.totalPatients).toFixed(1)} patients expected`,
    `${figureOf(found.totalToxicities).toFixed(1)} have a toxicity and ${percent(found.shareAboveRight)} are treated above that level.`,
  ].join(' ');
}

/** The part of an answer that says what a method does at true rates. */
export function examinedAnswer(
  examined: Examined,
  rates: readonly number[],
  target: number,
): {
  readonly variant: string;
  readonly rows: AnswerRow[];
  readonly sentence: string;
  readonly numbers: Answer['numbers'];
} {
  const { characteristics } = examined;
  return {
    variant: variant(examined),
    rows: rows(characteristics, rates, target),
    sentence: sentence(characteristics, rates, target),
    numbers: { rates, target, kind: examined.kind, ...characteristics },
  };
}
