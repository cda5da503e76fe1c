import spec from '../../../reports/wounds-by-dose.vl.json' with { type: 'json' };
import type { WoundFit } from '../../evidence/fit-wounds.ts';
import type { WoundCalibration, WoundStudy } from '../../evidence/wound-calibration.ts';
import { clopperPearson } from '../../numeric/clopper-pearson.ts';
import { expit } from '../../numeric/logit.ts';
import { cut } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { definitionWords } from '../evidence-words.ts';
import { type LabelSide, labelSides } from '../label-sides.ts';
import { axisParams, gray, short, signed } from '../numbers.ts';
import { standApart } from '../stand-apart.ts';
import { textWidth } from '../text-width.ts';
import type { CalibrationChart } from './definition.ts';

const STEPS = 60;
const Z_95 = 1.959963984540054;
/** Room on either side of the doses, and how far studies of one dose stand apart, in Gy. */
const ROOM_GY = 4;
const APART_GY = 0.9;
/** Size of the plot on screens and paper and on phones, and of its labels, in pixels. */
const PLOT = { wide: 600, narrow: 275, height: 300 };
const LABEL_SIZE = 11;

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

/** A study as it is drawn, rates in percent. */
interface ShownStudy {
  readonly kind: string;
  readonly shownAt: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/** Studies in the order of dose; those that would cover one another stand a little apart. */
function shownStudies(studies: readonly WoundStudy[]): ShownStudy[] {
  const ordered = [...studies].sort((a, b) => a.eqd2Gy - b.eqd2Gy);
  const places = standApart(
    ordered.map(({ eqd2Gy }) => eqd2Gy),
    APART_GY,
  );
  return ordered.map((study, i) => {
    const [low, high] = clopperPearson(study.count, study.size);
    return {
      kind: kindOf(study),
      shownAt: short(places[i]),
      rate: short(100 * study.rate),
      low: short(100 * low),
      high: short(100 * high),
      label: cut(study.id, 8),
    };
  });
}

/** How far from their own dose studies are drawn, for the others' sake. */
function apartWords(studies: readonly WoundStudy[], shown: readonly ShownStudy[]): string {
  const doses = studies.map(({ eqd2Gy }) => eqd2Gy).sort((a, b) => a - b);
  const most = Math.max(...doses.map((dose, i) => Math.abs(shown[i].shownAt - dose)));
  return most < 0.05
    ? ''
    : ` Studies of about the same dose are drawn apart, up to ${gray(most)} beside their own.`;
}

/** Sides of the labels in a plot of some width, in pixels. */
function sidesIn(
  width: number,
  shown: readonly ShownStudy[],
  [least, most]: readonly [number, number],
  yHigh: number,
): LabelSide[] {
  const down = (rate: number): number => PLOT.height * (1 - rate / yHigh);
  const marks = shown.map(({ shownAt, rate, low, high, label }) => ({
    x: (width * (shownAt - least)) / (most - least),
    y: down(rate),
    top: down(high),
    bottom: down(low),
    labelWidth: textWidth(label, LABEL_SIZE),
  }));
  return labelSides(marks, [width, PLOT.height]);
}

/** Studies with the sides of their labels, on screens and paper and on phones. */
function studyRows(shown: readonly ShownStudy[], range: readonly [number, number], yHigh: number): Row[] {
  const [wide, narrow] = [PLOT.wide, PLOT.narrow].map((width) => sidesIn(width, shown, range, yHigh));
  return shown.map((study, i) => ({
    ...study,
    wideIsLeft: wide[i].isLeft,
    wideDy: wide[i].dy,
    narrowIsLeft: narrow[i].isLeft,
    narrowDy: narrow[i].dy,
  }));
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
    const shown = shownStudies(studies);
    const places = shown.map(({ shownAt }) => shownAt);
    const range: [number, number] = [
      Math.max(0, Math.min(...places) - ROOM_GY),
      Math.max(...places) + ROOM_GY,
    ];
    const yHigh = Math.min(100, 10 * Math.ceil(Math.max(...shown.map(({ high }) => high)) / 10));
    return {
      title: titleOf(wounds),
      description: `Rates with exact 95 % intervals against EQD2 before surgery at the wound’s α/β, ${alphaBetaGy} Gy.${apartWords(studies, shown)}${fitWords(wounds)} Rates compare only within one definition. Labels name the studies.`,
      data: { curve: curveRows(sets[0].fit, range), studies: studyRows(shown, range, yHigh) },
      params: {
        ...axisParams('x', range),
        yHigh,
        doseTitle: `EQD2 before surgery (Gy), α/β ${alphaBetaGy} Gy`,
        ...kindParams(studies),
      },
    };
  },
};
