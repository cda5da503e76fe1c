import spec from '../../../reports/control-by-study.vl.json' with { type: 'json' };
import type { StudyResidual } from '../../evidence/calibration-result.ts';
import { clopperPearson } from '../../numeric/clopper-pearson.ts';
import { studiesWords } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { isMissed } from '../missed-study.ts';
import { short } from '../numbers.ts';
import { studyAxisParams } from '../study-axis.ts';
import type { CalibrationChart } from './definition.ts';

/** Studies named in a title at most. */
const MOST_NAMED = 3;

function titleOf(studies: readonly StudyResidual[]): string {
  const missed = studies.filter(isMissed).map(({ id }) => id);
  const held = `The fit lies within the exact interval of ${studies.length - missed.length} of ${studies.length} studies`;
  if (missed.length === 0) return held;
  if (missed.length > MOST_NAMED) return `${held}, and misses ${missed.length}`;
  return `${held}, and misses ${studiesWords(missed)}`;
}

const studyRows = (studies: readonly StudyResidual[]): Row[] =>
  studies.map(({ count, size, observed, predicted, isFitted }, row) => {
    const [low, high] = clopperPearson(count, size);
    return {
      row,
      isFitted,
      low: short(100 * low),
      high: short(100 * high),
      observed: short(100 * observed),
      predicted: short(100 * predicted),
    };
  });

export const controlByStudy: CalibrationChart = {
  summary: 'Observed local control with exact intervals beside the fit, in the order of dose.',
  reference: 'Clopper & Pearson 1934, Biometrika 26:404',
  spec,
  content({ result: { studies, referenceAlphaBetaGy } }) {
    const ordered = [...studies].sort((a, b) => a.eqd2Gy - b.eqd2Gy);
    const rows = studyRows(ordered);
    return {
      title: titleOf(ordered),
      description: `Local control as published, with exact 95 % intervals of the counts, against the fitted value at the study’s own time (black bar), by rising EQD2 at α/β ${referenceAlphaBetaGy} Gy. A count behind a printed rate is rounded from it. * myxoid liposarcoma only.`,
      data: { studies: rows },
      params: {
        xLow: Math.max(0, 10 * Math.floor(Math.min(...rows.map(({ low }) => Number(low))) / 10)),
        ...studyAxisParams(ordered),
      },
    };
  },
};
