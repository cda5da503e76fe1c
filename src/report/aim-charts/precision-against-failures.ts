import spec from '../../../reports/precision-against-failures.vl.json' with { type: 'json' };
import type { AimResult, Estimation } from '../../engine/aim-result.ts';
import { tellsApart } from '../../trial/alpha-beta/estimable.ts';
import { expectedPrecision } from '../../trial/alpha-beta/expected-precision.ts';
import { countedWords, grayTo2 } from '../aim-words.ts';
import type { Row } from '../charts/definition.ts';
import { axisParams, short } from '../numbers.ts';
import type { AimChart } from './definition.ts';

/** Doses at which an arm is tried, as shares of its planned one. */
const SHARES = { from: 0.7, to: 1.2, steps: 100 };
/** Standard errors that are drawn, in units of the planned one. */
const FARTHEST = 3;
/** Labels that stand beside each other on the axis. */
const LABELS = 12;

/** An arm’s doses scaled by a share, with the failures expected there and the standard error that the trial then has. */
interface TriedDose {
  readonly failures: number;
  readonly standardErrorGy: number;
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
  const standardErrorGy = tellsApart(doses)
    ? expectedPrecision(doses, failures, { perGy, perGy2 }, aim).standardErrorGy
    : Infinity;
  return { failures: failures[position], standardErrorGy };
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
  return tried.flatMap(({ failures, standardErrorGy }): Row[] => {
    // Between the pieces the arm says nothing that the others do not
    if (!(standardErrorGy <= limit)) {
      piece++;
      return [];
    }
    return [
      {
        kind: 'curve',
        arm: name,
        piece: `${name} ${piece}`,
        failures: short(failures),
        standardErrorGy: short(standardErrorGy),
      },
    ];
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
    const { failures, standardErrorGy } = tryDose(result, estimation, position, doseGy / arm.doseGy);
    const isClear = Math.abs(failures - arm.analysedFailures) >= apart && Math.abs(failures - last) >= apart;
    if (!isClear || !(standardErrorGy <= FARTHEST * expected!.standardErrorGy)) return [];
    last = failures;
    return [
      {
        kind: 'dose',
        arm: armWords(arm),
        failures: short(failures),
        standardErrorGy: short(standardErrorGy),
        label: String(doseGy),
      },
    ];
  });
}

/** The arm as planned. */
function pointRow({ arms, expected }: Estimation, position: number): Row {
  const arm = arms[position];
  return {
    kind: 'planned',
    arm: armWords(arm),
    failures: short(arm.analysedFailures),
    standardErrorGy: short(expected!.standardErrorGy),
  };
}

export const precisionAgainstFailures: AimChart = {
  summary: 'Standard error of α/β against the failures expected in an arm, as that arm’s dose is changed.',
  reference: 'Schoenfeld 1983, Biometrics 39:499 (information of a failure)',
  spec,
  content(result: AimResult) {
    const [{ estimation }] = result.truths;
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
      title: `A standard error of ${grayTo2(estimation.expected.standardErrorGy)} takes ${worst.analysedFailures.toFixed(1)} expected failures among the ${Number(worst.analysedPatients.toFixed(1))} patients of ${worst.name}`,
      description: `Standard error of α/β by the delta method (normal approximation) against the ${failures} that are expected in one arm, as that arm’s dose changes from 70 to 120 % of the planned one in the same number of fractions, all other arms as planned. Large points are the plan, small ones the arm that costs most at other doses, in Gy. Where a line leaves the frame, the arm is so near the others in effect, or so much on one line with them, that nothing can be told of α/β. By the log-linear hazards that the expected counts give.`,
      data: {
        trade: [
          ...curves,
          ...doseRows(result, estimation, estimation.arms.indexOf(worst), (range[1] - range[0]) / LABELS),
          ...positions.map((position) => pointRow(estimation, position)),
        ],
      },
      params: {
        ...axisParams('x', range),
        ...axisParams('y', [0, FARTHEST * estimation.expected.standardErrorGy]),
        armNames: positions.map((i) => armWords(estimation.arms[i])),
        failuresTitle: `expected ${failures} in the arm`,
      },
    };
  },
};
