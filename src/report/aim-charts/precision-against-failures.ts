import spec from '../../../reports/precision-against-failures.vl.json' with { type: 'json' };
import type { AimResult, Estimation } from '../../engine/aim-result.ts';
import { tellsApart } from '../../trial/alpha-beta/estimable.ts';
import { expectedPrecision } from '../../trial/alpha-beta/expected-precision.ts';
import { countedWords, expectedShare, grayTo2 } from '../aim-words.ts';
import type { Row } from '../charts/definition.ts';
import { axisParams, short } from '../numbers.ts';
import type { AimChart } from './definition.ts';

/** Doses at which an arm is tried, as shares of its planned one. */
const SHARES = { from: 0.7, to: 1.2, steps: 100 };
/** Standard errors that are drawn, in units of the planned one. */
const FARTHEST = 3;
/** Labels that stand beside each other on the axis. */
const LABELS = 12;

const ERROR_PANEL = 'standard error of α/β (Gy)';
const POWER_PANEL = 'trials that bound α/β (%)';

/** An arm at some dose: the failures expected there, and what the trial then says of α/β. */
interface TriedDose {
  readonly failures: number;
  /** ∞ where the arm tells nothing that the others do not. */
  readonly standardErrorGy: number;
  /** Chance in [0, 1] that α/β is bounded with the right signs. */
  readonly power: number;
}

/** The trial with one arm’s dose changed, by the log-linear hazards that the expected counts give. */
function tryDose(
  { aim }: AimResult,
  { arms, expected }: Estimation,
  position: number,
  share: number,
): TriedDose {
  const { intercept, perGy, perGy2 } = expected!;
  const [control] = arms;
  const doses = arms.map(({ doseGy, doseSquaredGy2 }, i) =>
    i === position
      ? { doseGy: share * doseGy, doseSquaredGy2: share * share * doseSquaredGy2 }
      : { doseGy, doseSquaredGy2 },
  );
  const failures = doses.map(({ doseGy, doseSquaredGy2 }, i) => {
    // ln h = a + g1(Σd − Σd₀) + g2(Σd² − Σd₀²)
    const logHazard =
      intercept + perGy * (doseGy - control.doseGy) + perGy2 * (doseSquaredGy2 - control.doseSquaredGy2);
    return arms[i].analysedPatients * -Math.expm1(-Math.exp(logHazard));
  });
  const precision = tellsApart(doses) && expectedPrecision(doses, failures, { perGy, perGy2 }, aim);
  const { standardErrorGy, power } = precision || { standardErrorGy: Infinity, power: 0 };
  return { failures: failures[position], standardErrorGy, power };
}

/** A row in the panel of the standard error, unless that is off the frame, and one in the panel of power. */
function bothPanels(row: Row, { failures, standardErrorGy, power }: TriedDose, limit: number): Row[] {
  const at = { ...row, failures: short(failures) };
  return [
    ...(standardErrorGy <= limit
      ? [{ ...at, panel: ERROR_PANEL, order: 0, value: short(standardErrorGy) }]
      : []),
    { ...at, piece: row.arm, panel: POWER_PANEL, order: 1, value: short(100 * power) },
  ];
}

const fractionsOf = ({ doseGy, doseSquaredGy2 }: Estimation['arms'][number]): number =>
  (doseGy * doseGy) / doseSquaredGy2;

/** `fiveByFive, 25 Gy in 5: 52.9`, where all fractions are alike. */
function armWords(arm: Estimation['arms'][number]): string {
  const fractions = fractionsOf(arm);
  const isWhole = Math.abs(fractions - Math.round(fractions)) < 1e-6;
  const dose = `${Number(arm.doseGy.toPrecision(4))} Gy${isWhole ? ` in ${Math.round(fractions)}` : ''}`;
  return `${arm.name}, ${dose}: ${arm.analysedFailures.toFixed(1)}`;
}

function armRows(result: AimResult, estimation: Estimation, position: number): Row[] {
  const { arms, expected } = estimation;
  const name = armWords(arms[position]);
  const limit = FARTHEST * expected!.standardErrorGy;
  const tried = Array.from({ length: SHARES.steps + 1 }, (_, i) =>
    tryDose(result, estimation, position, SHARES.from + (i / SHARES.steps) * (SHARES.to - SHARES.from)),
  );
  let piece = 0;
  return tried.flatMap((dose): Row[] => {
    // The line of the standard error is broken where it leaves the frame
    if (!(dose.standardErrorGy <= limit)) piece++;
    return bothPanels({ kind: 'curve', arm: name, piece: `${name} ${piece}` }, dose, limit);
  });
}

/** Doses in whole Gy of the arm that costs most, along its curve, as far apart as their labels need. */
function doseRows(result: AimResult, estimation: Estimation, position: number, apart: number): Row[] {
  const arm = estimation.arms[position];
  const { expected } = estimation;
  let last = arm.analysedFailures;
  const from = Math.ceil(SHARES.from * arm.doseGy);
  const to = Math.floor(SHARES.to * arm.doseGy);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((doseGy): Row[] => {
    const tried = tryDose(result, estimation, position, doseGy / arm.doseGy);
    const { failures } = tried;
    const isClear = Math.abs(failures - arm.analysedFailures) >= apart && Math.abs(failures - last) >= apart;
    if (!isClear) return [];
    last = failures;
    const row = { kind: 'dose', arm: armWords(arm), label: String(doseGy) };
    return bothPanels(row, tried, FARTHEST * expected!.standardErrorGy);
  });
}

export const precisionAgainstFailures: AimChart = {
  summary:
    'Standard error of α/β, and how often it is bounded, against the failures expected in an arm as its dose is changed.',
  reference: 'Schoenfeld 1983, Biometrics 39:499 (information of a failure)',
  spec,
  content(result: AimResult) {
    const [{ estimation, operatingCharacteristics }] = result.truths;
    const { power } = operatingCharacteristics;
    if (!estimation.expected) return undefined;
    const positions = estimation.arms.map((_, i) => i).slice(1);
    const curves = positions.flatMap((position) => armRows(result, estimation, position));
    const x = [...curves.map(({ failures }) => Number(failures)), 0];
    const range: [number, number] = [Math.min(...x), Math.max(...x)];
    // The control is not changed
    const worst = estimation.arms
      .slice(1)
      .reduce((a, b) => (b.analysedFailures > a.analysedFailures ? b : a));
    const { failures } = countedWords(result.aim);
    return {
      title: `A standard error of ${grayTo2(estimation.expected.standardErrorGy)}, with α/β bounded in ${expectedShare(power.expected)} of trials, takes ${worst.analysedFailures.toFixed(1)} expected failures among the ${Number(worst.analysedPatients.toFixed(1))} patients of ${worst.name}`,
      description: `Standard error of α/β by the delta method, and the share of trials that bound α/β with the right signs, both by normal approximation, against the ${failures} that are expected in one arm: that arm’s dose changes from 70 to 120 % of the planned one in the same number of fractions, all other arms stay as planned. Large points are the plan, small ones the arm that costs most at other doses, in Gy. A small standard error is no promise: it may stay small while α/β is less and less often bounded. By the log-linear hazards that the expected counts give.`,
      data: {
        trade: [
          ...curves,
          ...doseRows(result, estimation, estimation.arms.indexOf(worst), (range[1] - range[0]) / LABELS),
          ...positions.flatMap((position) =>
            bothPanels(
              { kind: 'planned', arm: armWords(estimation.arms[position]) },
              tryDose(result, estimation, position, 1),
              Infinity,
            ),
          ),
        ],
      },
      params: {
        ...axisParams('x', range),
        armNames: positions.map((i) => armWords(estimation.arms[i])),
        failuresTitle: `expected ${failures} in the arm`,
      },
    };
  },
};
