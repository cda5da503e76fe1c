import type { CalibrationResult } from '../../evidence/calibration-result.ts';
import { CHI_SQUARED_95 } from '../../evidence/profile-alpha-beta.ts';
import type { WoundCalibration, WoundSet } from '../../evidence/wound-calibration.ts';
import { distanceWords, scheduleWords } from '../calibration-words.ts';
import { definitionWords } from '../evidence-words.ts';
import { type Markup, markup } from '../markup.ts';
import { percent, signed } from '../numbers.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

const setNames: Record<WoundSet['name'], string> = {
  strict: 'one definition (fitted)',
  withAdded: 'with those added to it',
  withOther: 'with other definitions',
  all: 'all',
};

function setsTable({ sets }: WoundCalibration): Markup {
  const rows = sets.map(({ name, ids, events, patients, homogeneity, degreesOfFreedom, fit }) => [
    setNames[name],
    ids.length,
    `${events}/${patients}`,
    `${homogeneity.toFixed(1)} on ${degreesOfFreedom}`,
    fit ? `${signed(fit.slopePer10Gy, 3)} ± ${fit.slopeError.toFixed(3)}` : '–',
    fit ? fit.deviance.toFixed(1) : '–',
  ]);
  const columns = [
    { heading: 'Studies' },
    { heading: 'Number', isNumber: true },
    { heading: 'Wounds', isNumber: true },
    { heading: 'χ² of one rate', isNumber: true },
    { heading: 'Log odds per 10 Gy ± SE', isNumber: true },
    { heading: 'Deviance', isNumber: true },
  ];
  return table('Wounds by choice of studies', columns, rows);
}

function studiesTable({ studies, alphaBetaGy }: WoundCalibration): Markup {
  const rows = studies.map((study) => [
    study.id,
    unbroken(study.study),
    unbroken(scheduleWords(study.schedule)),
    study.eqd2Gy.toFixed(1),
    `${study.count}/${study.size}${study.isDerived ? '†' : ''}`,
    percent(study.rate),
    study.predicted === null ? '–' : percent(study.predicted),
    distanceWords(study.z),
    `${definitionWords[study.definition]}${study.isMyxoid ? '; myxoid' : ''}`,
  ]);
  const columns = [
    { heading: 'Id' },
    { heading: 'Study' },
    { heading: 'Schedule' },
    { heading: `EQD2 (Gy), α/β ${alphaBetaGy} Gy`, isNumber: true },
    { heading: 'Wounds', isNumber: true },
    { heading: '%', isNumber: true },
    { heading: 'Fit, %', isNumber: true },
    { heading: 'z', isNumber: true },
    { heading: 'Definition' },
  ];
  return table('Wounds of every study', columns, rows);
}

/** Wound complications: slopes by choice of studies, and every study beside the fit to one definition. */
export function calibrationWoundsSection({ wounds }: CalibrationResult): Markup | undefined {
  if (!wounds) return undefined;
  const { alphaBetaSpread } = wounds;
  const isOpen = alphaBetaSpread !== null && alphaBetaSpread < CHI_SQUARED_95;
  const spread =
    alphaBetaSpread === null
      ? undefined
      : markup`<p>${unbroken(`Over α/β of the wound from 1 to 1000 Gy the deviance of the first differs by ${alphaBetaSpread.toFixed(1)}${isOpen ? ': it is not identified either' : ''}.`)}</p>`;
  return markup`<section aria-labelledby="wounds"><h2 id="wounds">Wound complications</h2>
${setsTable(wounds)}
${spread}
${studiesTable(wounds)}
<p class="note">† rounded from a printed rate. Rates compare only within one definition.</p>
</section>`;
}
