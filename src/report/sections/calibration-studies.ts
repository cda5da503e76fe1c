import type { CalibrationResult, StudyResidual } from '../../evidence/calibration-result.ts';
import { clopperPearson } from '../../numeric/clopper-pearson.ts';
import { distanceWords, scheduleWords, setNames, studyMarks } from '../calibration-words.ts';
import { type Markup, markup } from '../markup.ts';
import { percent } from '../numbers.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

const nameOf = (study: StudyResidual): string => {
  const marks = studyMarks(study);
  return unbroken(`${study.study}${marks === '' ? '' : ` (${marks})`}`);
};

/** When the study looked, and how it counted where that is not a rate at a time. */
const timeOf = ({ atYears, kind }: StudyResidual): string => {
  const words = kind === 'crude' ? ', crude' : kind === 'readOff' ? ', read off' : '';
  return `${Number(atYears.toFixed(1))} y${words}`;
};

/** Every study's local control beside the fits. */
export function calibrationStudiesSection(result: CalibrationResult): Markup {
  const { studies, sets, referenceAlphaBetaGy } = result;
  const second = sets[1];
  const rows = studies.map((study) => {
    const [low, high] = clopperPearson(study.count, study.size);
    return [
      study.id,
      nameOf(study),
      unbroken(scheduleWords(study.schedule)),
      study.eqd2Gy.toFixed(1),
      `${study.count}/${study.size}${study.isDerived ? '†' : ''}`,
      timeOf(study),
      `${percent(study.observed)} (${percent(low, 0)}–${percent(high, 0)})`,
      percent(study.predicted),
      distanceWords(study.z),
      ...(second ? [distanceWords(study.zInSecondSet)] : []),
    ];
  });
  const columns = [
    { heading: 'Id' },
    { heading: 'Study' },
    { heading: 'Schedule' },
    { heading: 'EQD2 (Gy)', isNumber: true },
    { heading: 'Controlled', isNumber: true },
    { heading: 'At' },
    { heading: 'Control, % (95 %)', isNumber: true },
    { heading: 'Fit, %', isNumber: true },
    { heading: 'z', isNumber: true },
    ...(second ? [{ heading: 'z₂', isNumber: true }] : []),
  ];
  const reasons = studies.filter(({ reason }) => reason !== '');
  return markup`<section aria-labelledby="studies"><h2 id="studies">Studies beside the fit</h2>
<p>${unbroken(`At α/β ${referenceAlphaBetaGy} Gy, which EQD2 is stated for too. z = (observed − fitted)/√(p(1 − p)/n)${second ? `, z₂ the same for the fit ${setNames[second.name]}` : ''}.`)}</p>
${table('Studies beside the fit', columns, rows)}
<p class="note">† rounded from a printed rate.</p>
${reasons.length === 0 ? undefined : markup`<ul>${reasons.map(({ id, isFitted, reason }) => markup`<li>${id}${isFitted ? '' : ', not in the fit'}: ${unbroken(reason)}.</li>\n`)}</ul>`}
</section>`;
}
