import spec from '../../../reports/wounds-by-dose.vl.json' with { type: 'json' };
import type { WoundFit } from '../../evidence/fit-wounds.ts';
import type { WoundCalibration, WoundStudy } from '../../evidence/wound-calibration.ts';
import { clopperPearson } from '../../numeric/clopper-pearson.ts';
import { expit } from '../../numeric/logit.ts';
import { cut } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { definitionWords } from '../evidence-words.ts';
import { axisParams, short, signed } from '../numbers.ts';
import type { CalibrationChart } from './definition.ts';

const STEPS = 60;
const Z_95 = 1.959963984540054;
/** Room on either side of the doses, and how far studies of one dose stand apart, in Gy. */
const ROOM_GY = 4;
const APART_GY = 0.9;

/** The kinds in the order of the legend; those of the fit first. */
const kindOf = ({ use, definition }: WoundStudy): string =>
  use === 'strict' || use === 'added' ? use : definition;

function kindParams(studies: readonly WoundStudy[]): { kinds: string[]; kindNames: string[] } {
  const present = studies.map(kindOf);
  const kinds = ['strict', 'added', ...Object.keys(definitionWords)].filter((kind) => present.includes(kind));
  const names: Record<string, string> = {
    ...definitionWords,
    strict: 'one definition (fitted)',
    added: 'added to those',
  };
  return { kinds, kindNames: kinds.map((kind) => names[kind]) };
}

/** The fit with its pointwise 95 % band. */
function curveRows(fit: WoundFit | null, [low, high]: readonly [number, number]): Row[] {
  if (!fit) return [];
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const eqd2Gy = low + (i / STEPS) * (high - low);
    const x = (eqd2Gy - 50) / 10;
    const logOdds = fit.intercept + fit.slopePer10Gy * x;
    // Var(b₀ + s·x) = V00 + 2x·V01 + x²·V11
    const variance =
      fit.interceptError * fit.interceptError +
      2 * x * fit.covariance +
      x * x * fit.slopeError * fit.slopeError;
    const reach = Z_95 * Math.sqrt(variance);
    return {
      eqd2Gy: short(eqd2Gy),
      rate: short(100 * expit(logOdds)),
      low: short(100 * expit(logOdds - reach)),
      high: short(100 * expit(logOdds + reach)),
    };
  });
}

/** Studies in the order of dose; those that would cover one another stand a little apart. */
function studyRows(studies: readonly WoundStudy[]): Row[] {
  const ordered = [...studies].sort((a, b) => a.eqd2Gy - b.eqd2Gy);
  let last = -Infinity;
  return ordered.map((study) => {
    const [low, high] = clopperPearson(study.count, study.size);
    const shownAt = Math.max(study.eqd2Gy, last + APART_GY);
    last = shownAt;
    return {
      kind: kindOf(study),
      shownAt: short(shownAt),
      rate: short(100 * study.rate),
      low: short(100 * low),
      high: short(100 * high),
      label: cut(study.id, 8),
    };
  });
}

function titleOf({ sets: [strict], alphaBetaGy }: WoundCalibration): string {
  const { fit, ids, events, patients } = strict;
  const said = `${ids.length} ${ids.length === 1 ? 'study' : 'studies'} of one definition, ${events} wounds in ${patients} patients`;
  if (!fit) return `${said}: too few to give a slope`;
  const size = `${signed(fit.slopePer10Gy, 3)} ± ${fit.slopeError.toFixed(3)} in log odds per 10 Gy`;
  const isShown = Math.abs(fit.slopePer10Gy) > Z_95 * fit.slopeError;
  return `${said}: ${isShown ? 'wounds change with dose' : 'no effect of dose is shown'} (${size} at α/β ${alphaBetaGy} Gy)`;
}

/** What the line is, and what adding studies to the strict ones makes of its slope. */
function fitWords({ sets }: WoundCalibration): string {
  if (!sets[0].fit) return '';
  const line =
    ' The line is the logistic fit to the studies of one definition, the band its 95 % interval at each dose.';
  const added = sets.find(({ name }) => name === 'withAdded');
  if (!added?.fit) return line;
  const { slopePer10Gy, slopeError } = added.fit;
  return `${line} With those added the slope is ${signed(slopePer10Gy, 3)} ± ${slopeError.toFixed(3)}.`;
}

export const woundsByDose: CalibrationChart = {
  summary: 'Wound complications against dose by definition of the endpoint, with the fit to one definition.',
  reference: 'McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., §4.4',
  spec,
  content({ result: { wounds } }) {
    if (!wounds) return undefined;
    const { studies, sets, alphaBetaGy } = wounds;
    const rows = studyRows(studies);
    const shown = rows.map(({ shownAt }) => Number(shownAt));
    const range: [number, number] = [Math.max(0, Math.min(...shown) - ROOM_GY), Math.max(...shown) + ROOM_GY];
    const highest = Math.max(...rows.map(({ high }) => Number(high)));
    return {
      title: titleOf(wounds),
      description: `Rates with exact 95 % intervals against EQD2 before surgery at the wound’s α/β, ${alphaBetaGy} Gy; studies of one dose are drawn a little apart.${fitWords(wounds)} Rates compare only within one definition. Labels name the studies.`,
      data: { curve: curveRows(sets[0].fit, range), studies: rows },
      params: {
        ...axisParams('x', range),
        yHigh: Math.min(100, 10 * Math.ceil(highest / 10)),
        doseTitle: `EQD2 before surgery (Gy), α/β ${alphaBetaGy} Gy`,
        ...kindParams(studies),
      },
    };
  },
};
