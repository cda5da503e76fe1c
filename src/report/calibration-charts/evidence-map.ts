import spec from '../../../reports/evidence-map.vl.json' with { type: 'json' };
import { eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { cut } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { type MapStudy, mapStudies } from '../map-studies.ts';
import { short } from '../numbers.ts';
import type { CalibrationChart } from './definition.ts';

/** The least α/β in Gy of the sliders, at which EQD2 of large fractions is largest. */
const LEAST_ALPHA_BETA_GY = 0.5;
const KINDS: Readonly<Record<MapStudy['kind'], string>> = {
  timed: 'mixed histology',
  crude: 'mixed, crude or read off',
  myxoid: 'myxoid liposarcoma only',
};

const rowsOf = (studies: readonly MapStudy[], isNamed: boolean): Row[] =>
  studies.map(({ sums, outcome, rate, ...study }) => ({
    ...study,
    label: isNamed && study.use === 'leftOut' ? cut(study.id, 12) : '',
    doseGy: short(sums.doseGy),
    doseSquaredGy2: short(sums.doseSquaredGy2),
    percent: short(100 * rate),
    outcome,
  }));

export const evidenceMap: CalibrationChart = {
  summary: 'Every study by EQD2 and outcome, at one α/β for local control and one for wounds.',
  reference: 'Fowler 1989, Br J Radiol 62:679',
  spec,
  content(record) {
    const { result } = record;
    const { control, wounds } = mapStudies(record);
    const all = [...control, ...wounds];
    const kinds = (Object.keys(KINDS) as MapStudy['kind'][]).filter((kind) =>
      all.some((study) => study.kind === kind),
    );
    const farthest = Math.max(...all.map(({ sums }) => eqd2(sums, LEAST_ALPHA_BETA_GY)));
    const percents = (studies: readonly MapStudy[]): number[] => studies.map(({ rate }) => 100 * rate);
    const woundGy = result.wounds?.alphaBetaGy;
    const wound = woundGy === undefined ? '' : ` and ${woundGy} Gy for wounds`;
    return {
      title: `${control.length} studies of local control and ${wounds.length} of wounds, at α/β ${result.referenceAlphaBetaGy} Gy${wound}`,
      description:
        'A mark is a study, its area the number of patients, against the equivalent dose of what was given in 2 Gy fractions. Where marks lie depends on the α/β that is taken: with another, schedules in few large fractions move against those in many small ones. Names stand at studies of local control that are not in the fit.',
      data: { control: rowsOf(control, true), wounds: rowsOf(wounds, false) },
      params: {
        log10AlphaBeta: short(Math.log10(result.referenceAlphaBetaGy)),
        log10WoundAlphaBeta: short(Math.log10(woundGy ?? result.referenceAlphaBetaGy)),
        xHigh: 10 * Math.ceil((1.08 * farthest) / 10),
        yLow: Math.max(0, 10 * Math.floor(Math.min(...percents(control)) / 10) - 5),
        yHigh: Math.min(100, 10 * Math.ceil((Math.max(10, ...percents(wounds)) + 5) / 10)),
        nHigh: Math.max(...all.map(({ n }) => n)),
        kinds,
        kindNames: kinds.map((kind) => KINDS[kind]),
      },
    };
  },
};
