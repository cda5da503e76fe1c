import spec from '../../../reports/control-by-dose.vl.json' with { type: 'json' };
import type { CalibrationResult, StudyResidual } from '../../evidence/calibration-result.ts';
import { cut, studiesWords } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { type FittedControl, fittedCurve, studyTimes } from '../fitted-curve.ts';
import { isMissed } from '../missed-study.ts';
import { axisParams, grouped, percent, short } from '../numbers.ts';
import type { CalibrationChart } from './definition.ts';

/** Studies named in a title at most. */
const MOST_NAMED = 4;
const ROOM_GY = 4;
/** A usual dose, at which the title says what the fit gives. */
const USUAL_GY = 50;

const kindOf = (study: StudyResidual): string =>
  isMissed(study) ? 'outside' : study.isFitted ? 'inside' : 'leftOut';

/** Studies as bubbles, the large ones first so that none is hidden. */
function studyRows(studies: readonly StudyResidual[]): Row[] {
  return [...studies]
    .sort((a, b) => b.size - a.size)
    .map((study) => ({
      kind: kindOf(study),
      eqd2Gy: short(study.eqd2Gy),
      rate: short(100 * study.observed),
      patients: study.size,
      label: isMissed(study) ? cut(study.id, 8) : '',
    }));
}

const curveRows = (curve: readonly FittedControl[]): Row[] =>
  curve.map(({ eqd2Gy, byTime: [shortest, middle, longest] }) => ({
    eqd2Gy: short(eqd2Gy),
    high: short(100 * shortest),
    rate: short(100 * middle),
    low: short(100 * longest),
  }));

/** What the fit gives without radiotherapy and at a usual dose, and the studies that it misses. */
function titleOf({ studies }: CalibrationResult, curve: readonly FittedControl[], years: string): string {
  const nearest = curve.reduce((a, b) =>
    Math.abs(b.eqd2Gy - USUAL_GY) < Math.abs(a.eqd2Gy - USUAL_GY) ? b : a,
  );
  const at = ({ byTime: [, middle] }: FittedControl): string => percent(middle, 0);
  const rise = `By the fit, control at ${years} years rises from ${at(curve[0])} % without radiotherapy to ${at(nearest)} % at ${nearest.eqd2Gy.toFixed(0)} Gy EQD2`;
  const missed = studies.filter(isMissed).map(({ id }) => id);
  const count = `${missed.length} of ${studies.length} studies ${missed.length === 1 ? 'lies' : 'lie'} outside its 95 %`;
  if (missed.length === 0 || missed.length > MOST_NAMED) return `${rise}; ${count}`;
  return `${rise}; ${count}: ${studiesWords(missed)}`;
}

/** Ends of the axis of rates: the lowest study or point of the curve with some room, and 100. */
function lowestRate(rows: readonly Row[], curve: readonly Row[]): number {
  const lowest = Math.min(...rows.map(({ rate }) => Number(rate)), ...curve.map(({ low }) => Number(low)));
  return Math.max(0, 10 * Math.floor((lowest - 3) / 10));
}

export const controlByDose: CalibrationChart = {
  summary: 'Local control of the studies against dose, sized by patients, with the fitted curve.',
  reference: 'Bentzen & Tucker 1997, Int J Radiat Biol 71:531',
  spec,
  content({ result }) {
    const { studies, referenceAlphaBetaGy } = result;
    const highest = Math.max(...studies.map(({ eqd2Gy }) => eqd2Gy)) + ROOM_GY;
    const curve = fittedCurve(result, highest);
    const years = studyTimes(result).map((time) => String(Number(time.toFixed(1))));
    const rows = studyRows(studies);
    const shown = curveRows(curve);
    const kinds = ['inside', 'outside', 'leftOut'].filter((kind) => rows.some((row) => row.kind === kind));
    const sizes = studies.map(({ size }) => size);
    return {
      title: titleOf(result, curve, years[1]),
      description: `Local control as published, each study at its own time, against EQD2 at α/β ${referenceAlphaBetaGy} Gy; the area of a bubble goes with its patients, ${grouped(Math.min(...sizes))} to ${grouped(Math.max(...sizes))}. The line is the fit in 2 Gy fractions at ${years[1]} years, the band from ${years[0]} years (above) to ${years[2]} (below). A study lies outside where the fit at its own dose, fractions and time is beyond its exact 95 % interval.${studies.some(({ isSurgeryAlone }) => isSurgeryAlone) ? ' At 0 Gy: surgery alone.' : ''}`,
      data: { curve: shown, studies: rows },
      params: {
        ...axisParams('x', [-ROOM_GY, highest]),
        yLow: lowestRate(rows, shown),
        mostPatients: Math.max(...sizes),
        doseTitle: `EQD2 (Gy), α/β ${referenceAlphaBetaGy} Gy`,
        kinds,
      },
    };
  },
};
