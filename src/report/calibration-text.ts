import type { CalibrationResult, ControlSet, StudyResidual } from '../evidence/calibration-result.ts';
import { bestInWords, setInWords } from '../evidence/calibration-verdict.ts';
import { controlFitModels } from '../evidence/control-models/index.ts';
import type { WoundSet } from '../evidence/wound-calibration.ts';
import { cut } from './calibration-words.ts';
import { grouped, percent, signed } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

/** Names of the choices of studies, short enough for a terminal's columns. */
const setNames: Record<ControlSet['name'], string> = {
  fitted: 'fitted',
  withExcluded: 'with excluded',
  asFlagged: 'as flagged',
};

/** The answer of a calibration for a terminal, within 100 columns. */
export function calibrationText(result: CalibrationResult): string[] {
  return [
    ...headLines(result),
    '',
    ...result.verdict.sentences.flatMap((sentence) => wrapLines(sentence)),
    '',
    ...studiesTable(result),
    '',
    ...profileTable(result),
    ...leftOutLines(result),
    '',
    ...woundLines(result),
    ...costTable(result),
    '',
    ...drawLines(result),
  ];
}

function headLines({ evidence, model, sets: [fitted], referenceAlphaBetaGy }: CalibrationResult): string[] {
  const { reference, profile } = fitted;
  const parameters = controlFitModels[model].parameters.map(
    ({ name, label }) => `${label} ${Number(reference.parameters[name].toPrecision(3))}`,
  );
  return [
    ...wrapLines(
      `${evidence}, model ${model}: ${fitted.ids.length} irradiated studies, ${fitted.surgeryAloneIds.length} of surgery alone.`,
    ),
    ...wrapLines(
      `At α/β ${referenceAlphaBetaGy} Gy: ${parameters.join(', ')}; deviance ${reference.deviance.toFixed(1)}, over-dispersion φ ${profile.overdispersion.toFixed(2)}.`,
    ),
  ];
}

/** Longer names would break the table's width. */
const MOST_ID = 14;
const MOST_SCHEDULE = 22;

const mark = ({ isMyxoid, isFitted }: StudyResidual): string =>
  [isMyxoid ? 'myxoid' : '', isFitted ? '' : 'left out'].filter((word) => word !== '').join(', ');

function studiesTable({ studies, sets, referenceAlphaBetaGy }: CalibrationResult): string[] {
  const second = sets[1];
  const rows = studies.map((study) => [
    cut(study.id, MOST_ID),
    cut(study.schedule, MOST_SCHEDULE),
    String(study.size),
    `${Number(study.atYears.toFixed(1))} y`,
    `${percent(study.observed)} %`,
    `${percent(study.predicted)} %`,
    signed(study.z),
    ...(second ? [signed(study.zInSecondSet!)] : []),
    mark(study),
  ]);
  const heads = ['Study', 'schedule', 'n', 'at', 'control', 'fit', 'z', ...(second ? ['z₂'] : [])];
  const reasons = studies.filter(({ reason }) => reason !== '');
  return [
    `Local control beside the fit at α/β ${referenceAlphaBetaGy} Gy; z in standard errors${second ? `, z₂ of the fit ${setNames[second.name]}` : ''}`,
    ...paddedTable([[...heads, ''], ...rows]),
    ...reasons.flatMap(({ id, isFitted, reason }) =>
      wrapLines(`${id}${isFitted ? '' : ' left out'}: ${reason}.`, 100, '  '),
    ),
  ];
}

function profileTable({ sets }: CalibrationResult): string[] {
  const rows = sets[0].profile.points.map(({ alphaBetaGy }, i) => [
    `${alphaBetaGy} Gy`,
    ...sets.map(({ profile }) => profile.points[i].excess.toFixed(1)),
  ]);
  const sums = (name: string, words: (set: ControlSet) => string): string[] => [name, ...sets.map(words)];
  return [
    'Profile of α/β: deviance above the least; 95 % sets on this grid',
    ...paddedTable([
      ['α/β', ...sets.map(({ name }) => setNames[name])],
      ...rows,
      sums('best', ({ profile }) => bestInWords(profile.bestGy)),
      sums('95 % set', ({ profile }) => setInWords(profile.set95)),
      sums(
        'adjusted',
        ({ profile }) => `${setInWords(profile.adjustedSet95)} (φ ${profile.overdispersion.toFixed(2)})`,
      ),
    ]),
  ];
}

const withMark = (id: string, myxoidIds: readonly string[]): string =>
  myxoidIds.includes(id) ? `${id} (myxoid)` : id;

/** Best values when each study is left out, as one line a set. */
function leftOutLines({ sets }: CalibrationResult): string[] {
  return sets.flatMap(({ name, leaveOneOut, myxoidIds }) =>
    wrapLines(
      `Best α/β in Gy, ${setNames[name]}, without study: ${leaveOneOut.map(({ id, bestGy }) => `${withMark(id, myxoidIds)} → ${bestGy}`).join('; ')}`,
      100,
      '  ',
    ),
  );
}

const woundNames: Record<WoundSet['name'], string> = {
  strict: 'one definition',
  withAdded: 'with those added',
  withOther: 'with other definitions',
  all: 'all',
};

function woundLines({ wounds }: CalibrationResult): string[] {
  if (!wounds) return [];
  const rows = wounds.sets.map(
    ({ name, ids, myxoidIds, events, patients, homogeneity, degreesOfFreedom, fit }) => [
      woundNames[name],
      String(ids.length),
      `${events}/${patients}`,
      `${homogeneity.toFixed(1)} on ${degreesOfFreedom}`,
      fit ? `${signed(fit.slopePer10Gy, 3)} ± ${fit.slopeError.toFixed(3)}` : '–',
      fit ? fit.deviance.toFixed(1) : '–',
      myxoidIds.join(', '),
    ],
  );
  const spread =
    wounds.alphaBetaSpread === null
      ? []
      : [
          `Over α/β of the wound from 1 to 1000 Gy the deviance of the first differs by ${wounds.alphaBetaSpread.toFixed(1)}${wounds.alphaBetaSpread < 3.84 ? ': not identified either' : ''}.`,
        ];
  return [
    `Wound complications: log odds per 10 Gy EQD2 at α/β ${wounds.alphaBetaGy} Gy, ± standard error`,
    ...paddedTable([['Studies', '', 'wounds', 'χ² of one rate', 'slope', 'deviance', 'myxoid'], ...rows]),
    ...spread.flatMap((line) => wrapLines(line)),
    '',
  ];
}

function costTable({ comparison, sets: [fitted] }: CalibrationResult): string[] {
  const [first, second] = comparison.schedules;
  const rows = comparison.costs.map(({ alphaBetaGy, longRunControl, difference, perArm }) => [
    `${alphaBetaGy} Gy`,
    `${percent(longRunControl[0])} %`,
    `${percent(longRunControl[1])} %`,
    `${signed(100 * difference)} points`,
    perArm === null ? 'no difference' : grouped(perArm),
  ]);
  const crossing = comparison.crossingAlphaBetaGy;
  return [
    `If α/β were known: long-run local control, ${fitted.ids.length} studies fitted anew, and patients an arm`,
    'to show the difference (two-sided 5 %, power 80 %)',
    ...paddedTable([
      ['α/β', cut(first, MOST_SCHEDULE), cut(second, MOST_SCHEDULE), 'difference', 'per arm'],
      ...rows,
    ]),
    ...(crossing === null ? [] : [`Both have the same EQD2 at α/β ${Number(crossing.toFixed(2))} Gy.`]),
  ];
}

function drawLines({ posteriors }: CalibrationResult): string[] {
  const digits = (value: number): string => String(Number(value.toPrecision(3)));
  const rows = posteriors.flatMap(({ marginals }) =>
    marginals.map(({ path, median, low95, high95, rHat, effectiveSize }) => [
      path.replace('truth.', '').replace('cohort.heterogeneity.', ''),
      digits(median),
      `${digits(low95)} to ${digits(high95)}`,
      rHat.toFixed(3),
      grouped(Math.round(effectiveSize)),
    ]),
  );
  return [
    `Posterior draws (${grouped(posteriors[0].draws.length)}): priors and likelihood to the power 1/φ`,
    ...paddedTable([['Parameter', 'median', '95 %', 'R̂', 'effective size'], ...rows]),
  ];
}
