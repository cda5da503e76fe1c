import { doseSums, eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../radiobiology/parse-schedule.ts';
import type { Answer } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { tellsApart } from './estimable.ts';
import { expectedPrecision } from './expected-precision.ts';
import { knownSlopeError } from './known-slope.ts';
import { type PlannedHazards, plannedHazards } from './planned-hazards.ts';
import type { EffectEvent } from './wrong-sign.ts';

/** A question about the precision of α/β. */
export interface PrecisionQuestion {
  readonly schedules: readonly string[];
  readonly alphaBeta: number;
  readonly perArm: number;
  readonly controlRate: number;
  readonly gamma50: number;
  readonly event: EffectEvent;
  readonly level: number;
}

const CURVE =
  'ln h = a + g1·Σd + g2·Σd², h being minus the logarithm of the share without the event: straight in EQD2, through the control’s rate, with the slope of a logistic curve of this γ50 there.';

/** The arms side by side: what each gives, and what it costs. */
function armsTable(
  { schedules, perArm, alphaBeta, event }: PrecisionQuestion,
  { failing }: PlannedHazards,
): NonNullable<Answer['table']> {
  const what = event === 'harm' ? 'complications' : 'failures';
  return {
    caption: `What the arms cost, ${perArm} patients in each:`,
    columns: ['Arm', 'EQD2', event === 'harm' ? 'complication' : 'control', what, 'above the first arm'],
    rows: schedules.map((schedule, i) => [
      schedule,
      `${eqd2(doseSums(parseSchedule(schedule)), alphaBeta).toFixed(1)} Gy`,
      exactPercentWords(event === 'harm' ? failing[i] : 1 - failing[i]),
      (perArm * failing[i]).toFixed(1),
      i === 0 ? '' : (perArm * (failing[i] - failing[0])).toFixed(1),
    ]),
  };
}

/**
 * Expected precision of α/β.
 *
 * @throws RangeError if the arms, or the failures expected in them, do not tell total dose and fraction size apart
 */
export function answerPrecision(question: PrecisionQuestion): Answer {
  const { schedules, alphaBeta, controlRate, gamma50, event, perArm } = question;
  const doses = schedules.map((schedule) => doseSums(parseSchedule(schedule)));
  const hazards = plannedHazards(doses, alphaBeta, controlRate, gamma50, event);
  const failures = hazards.failing.map((share) => perArm * share);
  const table = armsTable(question, hazards);
  if (doses.length === 2) return answerTwoArms(question, hazards, table);
  if (!tellsApart(doses))
    throw new RangeError(
      `no α/β can be estimated: total dose and fraction size cannot be told apart by ${schedules.join(', ')}`,
    );
  const expected = expectedPrecision(doses, failures, hazards, question);
  if (!expected)
    throw new RangeError('no α/β can be estimated: hardly any failures are expected but in one arm');
  const { standardErrorGy, wrongSign, power, fieller } = expected;
  const { perGy, perGy2, slopePerGyEqd2, unboundedProbability } = wrongSign;
  const chance = (label: string, nominal: number) => ({ label, kind: 'probability', nominal }) as const;
  return {
    variant: [
      CURVE,
      'Information from the expected failures, I = Σ e(X − X̄)(X − X̄)ᵀ with X = (Σd, Σd²); standard error by the delta method. Normal approximation: the law of a ratio is skewed, and a scenario with an aim simulates it.',
    ],
    rows: [
      { label: 'Standard error of α/β (Gy)', kind: 'number', nominal: standardErrorGy },
      chance('α/β bounded, signs right', power),
      chance('Set without bound (Fieller)', unboundedProbability),
      chance('Wrong sign of total dose, g1', perGy.probability),
      chance('Wrong sign of fraction size, g2', perGy2.probability),
      chance('Wrong sign of g1 + 2·g2', slopePerGyEqd2.probability),
    ],
    table,
    numbers: {
      standardErrorGy,
      power,
      unboundedProbability,
      wrongSign: {
        perGy: perGy.probability,
        perGy2: perGy2.probability,
        slopePerGyEqd2: slopePerGyEqd2.probability,
      },
      coefficients: { perGy: hazards.perGy, perGy2: hazards.perGy2 },
      fieller,
      failures,
    },
    sentence: `With ${perArm} patients in each of ${schedules.length} arms α/β is expected with a standard error of ${standardErrorGy.toFixed(2)} Gy (delta method), and bounded with the right signs in ${exactPercentWords(power)} of trials, at ${failures.reduce((a, b) => a + b, 0).toFixed(1)} expected ${event === 'harm' ? 'complications' : 'failures'}.`,
  };
}

/** Two arms, with a slope that is known. */
function answerTwoArms(
  { schedules, alphaBeta, perArm }: PrecisionQuestion,
  { failing, rateSlope }: PlannedHazards,
  table: NonNullable<Answer['table']>,
): Answer {
  const doses = schedules.map((schedule) => doseSums(parseSchedule(schedule)));
  const errorAt = (rates: readonly number[]): number =>
    knownSlopeError(doses, alphaBeta, rates, perArm, rateSlope);
  const [control] = failing;
  const numbers = {
    standardErrorGy: errorAt(failing),
    standardErrorAtEqualRatesGy: errorAt([control, control]),
    slopePerGyEqd2: rateSlope,
    failures: failing.map((share) => perArm * share),
  };
  return {
    variant: [
      CURVE,
      'Two arms give one contrast: the slope of the rate at the control is taken as known without error, and the difference of the rates says which EQD2 the second arm was worth. A slope that is not known adds its own error.',
    ],
    rows: [
      { label: 'Standard error of α/β (Gy)', kind: 'number', nominal: numbers.standardErrorGy },
      {
        label: 'The same, both arms at the control’s rate',
        kind: 'number',
        nominal: numbers.standardErrorAtEqualRatesGy,
      },
    ],
    table,
    numbers,
    sentence: `With ${perArm} patients in each of 2 arms and a known slope α/β is expected with a standard error of ${numbers.standardErrorGy.toFixed(2)} Gy.`,
  };
}
