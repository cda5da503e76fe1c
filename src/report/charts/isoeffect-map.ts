import spec from '../../../reports/isoeffect-map.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import type { PlannedArm } from '../../outcomes/planned-arm.ts';
import { preoperativePart } from '../../radiobiology/schedule.ts';
import { plannedArms } from '../../scenario/planned-arms.ts';
import { type ChartArm, chartArms } from '../chart-arms.ts';
import { equalDosePerFraction, windowAlong } from '../isoeffect-curves.ts';
import { equalDoseTitle, tissueWords, windowTitle } from '../isoeffect-words.ts';
import { axisParams, short } from '../numbers.ts';
import { type Tissue, tissuesOf } from '../tissues.ts';
import type { ChartDefinition, Row } from './definition.ts';

const MOST_FRACTIONS = 40;
const STEPS = 80;
/** Part of the range of doses, on its logarithmic axis, that is left above and below. */
const ROOM = 1.12;
/** Part of the axis of fractions at either end in which a label has room on one side alone. */
const EDGE = 0.2;
/** Largest dose per fraction in Gy at which the model is commonly trusted. */
const TRUSTED_GY = 10;

/** A course of fractions of one size, as a point of the map. */
interface PlacedArm extends ChartArm {
  readonly fractions: number;
  readonly doseGy: number;
}

/** The course of an arm whose patients all get fractions of one size and number before surgery; undefined for any other. */
function courseOf({ schedules }: PlannedArm): { fractions: number; doseGy: number } | undefined {
  if (schedules.length !== 1) return undefined;
  const [{ schedule }] = schedules;
  const { phases } = schedule;
  const [{ doseGy }] = phases;
  // To some tissues what follows surgery does not matter, so that one point would not be true of all
  if (preoperativePart(schedule).phases.length < phases.length) return undefined;
  if (phases.some((phase) => phase.doseGy !== doseGy || phase.onlyIf !== undefined)) return undefined;
  return { fractions: phases.reduce((sum, phase) => sum + phase.fractions, 0), doseGy };
}

function placedArms(result: RunResult): PlacedArm[] {
  const arms = plannedArms(result.scenario.resolved);
  return chartArms(result).flatMap((arm, i): PlacedArm[] => {
    const course = courseOf(arms[i]);
    return course ? [{ ...arm, ...course }] : [];
  });
}

/** Numbers of fractions along the axis, evenly spaced on its logarithm, with those of the arms. */
function fractionsAlong(placed: readonly PlacedArm[], most: number): number[] {
  const even = Array.from({ length: STEPS + 1 }, (_, i) => Math.exp((i / STEPS) * Math.log(most)));
  return [...even, ...placed.map(({ fractions }) => fractions)].sort((a, b) => a - b);
}

/** Names of the tissues in the specification: the tumour, then the normal ones. */
const nameOf = (tissues: readonly Tissue[], tissue: Tissue): string =>
  tissue.kind === 'tumour'
    ? 'tumour'
    : tissues.find(({ kind }) => kind === 'normal') === tissue
      ? 'normal'
      : 'late';

/** Points of the arms, each label on the side of the falling curves that is free, and inside the plot. */
function armRows(placed: readonly PlacedArm[], most: number): Row[] {
  const highest = Math.max(...placed.map(({ doseGy }) => doseGy));
  return placed.map(({ role, fractions, doseGy }) => {
    const along = Math.log(fractions) / Math.log(most);
    return {
      role,
      label: `${fractions} × ${Number(doseGy.toFixed(2))} Gy`,
      fractions,
      doseGy: short(doseGy),
      isUpperRight: along < EDGE || (doseGy === highest && along < 1 - EDGE),
    };
  });
}

function descriptionOf(
  result: RunResult,
  tissues: readonly Tissue[],
  hasWindow: boolean,
  isPlaced: boolean,
): string {
  const [{ label }] = chartArms(result);
  const isSingle = result.arms.length === 1;
  const { localControl } = result.scenario.resolved.truth;
  const kinds = new Set(tissues.map(({ kind }) => kind));
  const shaded =
    kinds.size < 2
      ? ''
      : hasWindow
        ? ' Shaded: at least as strong for the tumour and no stronger for normal tissue.'
        : ' There is no window: no other number of fractions is as strong for the tumour and no stronger for normal tissue.';
  const stated =
    kinds.has('tumour') && localControl?.model === 'statedRates'
      ? ' Local control as planned is stated and does not follow dose.'
      : '';
  const left = isPlaced
    ? ''
    : ' Courses of several sizes of fraction, that go on after surgery, or that differ between patients, have no point here; their EQD2 is that of what every patient is planned to get, of several schedules the mean.';
  return `Number and size of fractions, both on logarithmic axes; along each curve the EQD2 of ${isSingle ? 'this arm' : label} stays the same, at the median α/β of local control or at that of the normal tissue as planned.${shaded} Prescribed doses by the linear-quadratic model, full repair, no repopulation; above ${TRUSTED_GY} Gy a fraction it is an extrapolation.${stated}${left}`;
}

export const isoeffectMap: ChartDefinition = {
  summary:
    'Numbers and sizes of fractions of equal effect for tumour and normal tissue, with the window between.',
  reference: 'Withers, Thames & Peters 1983, Cancer 51:2086; Fowler 1989, Br J Radiol 62:679',
  spec,
  showsInput: true,
  content(result: RunResult) {
    const tissues = tissuesOf(result);
    if (tissues.length === 0) return undefined;
    const arms = chartArms(result);
    const placed = placedArms(result);
    const most = Math.max(MOST_FRACTIONS, ...placed.map(({ fractions }) => fractions));
    const along = fractionsAlong(placed, most);
    const curves = tissues.flatMap((tissue) =>
      along.map((fractions) => ({
        tissue: nameOf(tissues, tissue),
        fractions: short(fractions),
        doseGy: short(equalDosePerFraction(tissue, fractions)),
      })),
    );
    const window = windowAlong(tissues, along).map(({ fractions, lowGy, highGy }) => ({
      shade: 'window',
      fractions: short(fractions),
      low: short(lowGy),
      high: short(highGy),
    }));
    const doses = [...curves, ...placed].map(({ doseGy }) => doseGy);
    const called = (name: string): string => {
      const tissue = tissues.find((own) => nameOf(tissues, own) === name);
      return tissue ? `equal for ${tissueWords(tissue)}` : '';
    };
    const [first] = arms;
    return {
      title:
        arms.length > 1
          ? windowTitle(arms, tissues)
          : equalDoseTitle(first, tissues, placed[0]?.fractions ?? 0),
      description: descriptionOf(result, tissues, window.length > 0, placed.length === arms.length),
      data: { curves, window, arms: armRows(placed, most) },
      params: {
        ...axisParams('x', [1, most]),
        ...axisParams('y', [Math.min(...doses) / ROOM, Math.max(...doses) * ROOM]),
        tissues: tissues.map((tissue) => nameOf(tissues, tissue)),
        tumourName: called('tumour'),
        normalName: called('normal'),
        lateName: called('late'),
        shades: window.length > 0 ? ['window'] : [],
      },
    };
  },
};
