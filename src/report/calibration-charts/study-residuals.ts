import spec from '../../../reports/study-residuals.vl.json' with { type: 'json' };
import type { CalibrationResult, StudyResidual } from '../../evidence/calibration-result.ts';
import { cut, isMeasured, secondSetWords, setNames } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { axisParams, short } from '../numbers.ts';
import { studyAxisParams } from '../study-axis.ts';
import type { CalibrationChart } from './definition.ts';

/** Lines that a study lies beyond one time in twenty. */
const LIMIT = 2;
const LEAST_REACH = 3;

const pointRows = (studies: readonly StudyResidual[]): Row[] =>
  studies.flatMap(({ z, zInSecondSet }, row) => [
    ...(isMeasured(z) ? [{ row, fit: 'first', z: short(z) }] : []),
    ...(isMeasured(zInSecondSet) ? [{ row, fit: 'second', z: short(zInSecondSet) }] : []),
  ]);

const linkRows = (studies: readonly StudyResidual[]): Row[] =>
  studies.flatMap(({ z, zInSecondSet }, row) =>
    isMeasured(z) && isMeasured(zInSecondSet) ? [{ row, from: short(z), to: short(zInSecondSet) }] : [],
  );

function titleOf({ studies, sets }: CalibrationResult): string {
  const byDistance = studies.filter(({ z }) => isMeasured(z)).sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const [first, next] = byDistance;
  const side = first.z < 0 ? 'below' : 'above';
  const second = isMeasured(first.zInSecondSet)
    ? ` (${Math.abs(first.zInSecondSet).toFixed(1)} ${secondSetWords(sets)})`
    : '';
  const others = next ? `; every other within ${(Math.ceil(10 * Math.abs(next.z)) / 10).toFixed(1)}` : '';
  return `Study ${cut(first.id, 24)} lies ${Math.abs(first.z).toFixed(1)} standard errors ${side} the fit${second}${others}`;
}

/** How a study that is not in the fit is marked. */
const withMark = (study: StudyResidual): StudyResidual =>
  study.isFitted ? study : { ...study, study: `(out) ${study.study}`, id: `(${study.id})` };

export const studyResiduals: CalibrationChart = {
  summary: 'How far each study lies from the fit to either choice of studies, in standard errors.',
  reference: 'McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., §2.4',
  spec,
  content({ result }) {
    const { studies, sets, referenceAlphaBetaGy } = result;
    if (!studies.some(({ z }) => isMeasured(z))) return undefined;
    const scores = studies.flatMap(({ z, zInSecondSet }) => [z, zInSecondSet]).filter(isMeasured);
    const reach = Math.max(LEAST_REACH, Math.ceil(Math.max(...scores.map(Math.abs)) + 0.5));
    return {
      title: titleOf(result),
      description: `(observed − fitted)/√(p(1 − p)/n), p the fitted local control at the study’s time, with α/β ${referenceAlphaBetaGy} Gy. The band reaches to 2 on either side. In brackets: not in the fit. * myxoid liposarcoma only.`,
      data: {
        band: [{ from: -LIMIT, to: LIMIT, zero: 0 }],
        points: pointRows(studies),
        links: linkRows(studies),
      },
      params: {
        ...axisParams('x', [-reach, reach]),
        firstName: setNames[sets[0].name],
        secondName: sets[1] ? setNames[sets[1].name] : '',
        fits: sets.map((_, i) => ['first', 'second'][i]),
        ...studyAxisParams(studies.map(withMark)),
      },
    };
  },
};
