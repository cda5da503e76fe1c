import spec from '../../../reports/stopping-by-look.vl.json' with { type: 'json' };
import type { RunResult, TruthResult } from '../../engine/result.ts';
import { cut } from '../calibration-words.ts';
import { capitalised } from '../endpoint-words.ts';
import { liveDesign } from '../live-design.ts';
import { best, grouped, known, percent, short } from '../numbers.ts';
import { plannedLooks } from '../sequential-looks.ts';
import { looksSentence } from '../sequential-words.ts';
import { spreadLabels } from '../spread-labels.ts';
import { stopsByPatients } from '../stops-by-patients.ts';
import { textWidth } from '../text-width.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** Kinds of line and mark that the specification has; further truths take them in turn. */
const STYLES = 6;
/** Longer names would leave no room for the lines on a phone. */
const LONGEST_NAME = 12;
const LABEL_SIZE = 12;
/** Between the last step and its label: the leader, the mark and their gaps. */
const LEADER_PIXELS = 38;
/** Height of a label, as a share of the plot’s, in percent; the lowest stays clear of the axis. */
const LABEL_HEIGHT = 5.5;

type Interim = NonNullable<TruthResult['operatingCharacteristics']['stopping']>;

const stoppingOf = ({ operatingCharacteristics: { stopping } }: TruthResult): Interim => stopping!;

/** The steps of one truth: nothing before the first look, then up at each look, and on to the last patient. */
function stepRows(truth: TruthResult, order: number, size: number, replicates: number): Row[] {
  const row = (patients: number, stopped: number, isLook: boolean): Row => ({
    truth: truth.name,
    style: order % STYLES,
    patients,
    stopped: short(100 * stopped),
    isLook,
  });
  const { looks, probability } = stoppingOf(truth);
  return [
    row(0, 0, false),
    ...stopsByPatients(looks, replicates).map(({ patients, cumulative }) =>
      row(patients, best(cumulative), true),
    ),
    row(size, best(probability), false),
  ];
}

function endRows(truths: readonly TruthResult[], size: number, yHigh: number): Row[] {
  const ends = truths.map((truth) => 100 * best(stoppingOf(truth).probability));
  const height = (LABEL_HEIGHT * yHigh) / 100;
  const places = spreadLabels(ends, height, [height / 2, yHigh]);
  return truths.map(({ name }, order) => ({
    truth: name,
    style: order % STYLES,
    patients: size,
    stopped: short(ends[order]),
    labelAt: short(places[order]),
    label: `${cut(name, LONGEST_NAME)} ${percent(ends[order] / 100)} %`,
  }));
}

function titleOf([planned, ...others]: readonly TruthResult[]): string {
  const lead = `As planned, the looks stop ${known(stoppingOf(planned).probability)} of trials`;
  if (others.length === 0) return lead;
  const chance = (truth: TruthResult): number => best(stoppingOf(truth).probability);
  const ordered = others.toSorted((a, b) => chance(a) - chance(b));
  const words = (truth: TruthResult): string => `${known(stoppingOf(truth).probability)} under ${truth.name}`;
  const [least, most] = [ordered[0], ordered[ordered.length - 1]];
  return least === most
    ? `${lead}; ${words(least)}`
    : `${lead}; under the other truths from ${words(least)} to ${words(most)}`;
}

function descriptionOf(result: RunResult): string {
  const { rules } = liveDesign(result);
  const isExact = result.truths.every((truth) => stoppingOf(truth).probability.exact !== undefined);
  const basis = isExact
    ? 'exact, by dynamic programming'
    : `shares of ${grouped(result.replicates)} simulated trials`;
  const lead = `Probability that the trial has been stopped by each look, under each truth (${basis}); marks are looks.`;
  const { sequential } = liveDesign(result);
  if (sequential) return `${lead} ${capitalised(looksSentence(result, sequential))}.`;
  return `${lead} The design ${rules.map(({ sentence }) => sentence).join('; and ')}.`;
}

/** What the looks of a design wait for, on the axis; all of it is the last number. Of two arms, where their looks lie. */
function axisOf(result: RunResult): { size: number; lookTitle: string; looks?: number[] } {
  const { sequential } = liveDesign(result);
  const size = result.arms.reduce((sum, { n }) => sum + n, 0);
  if (!sequential) return { size, lookTitle: 'evaluable patients with a known outcome' };
  const looks = plannedLooks(result).map(({ count }) => count);
  return sequential.events
    ? { size: looks[looks.length - 1], lookTitle: 'failures in both arms', looks }
    : { size, lookTitle: 'patients of both arms with a known outcome', looks };
}

/** Ends of the axis of stops, in percent, and the room above the highest of them as a factor. */
const TOPS = [1, 2, 5, 10, 20, 50, 100];
const HEADROOM = 1.2;

/** The end of the axis under which the stops of all truths lie. */
function topOf(truths: readonly TruthResult[]): number {
  const most = 100 * Math.max(...truths.map((truth) => best(stoppingOf(truth).probability)));
  return TOPS.find((top) => top >= HEADROOM * most) ?? 100;
}

/** Numbers of patients for the axis, about so many. */
const TICKS = 6;

function ticksUpTo(size: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
  const step = steps.find((candidate) => size / candidate <= TICKS) ?? size;
  return Array.from({ length: Math.floor(size / step) + 1 }, (_, i) => i * step);
}

export const stoppingByLook: ChartDefinition = {
  summary:
    'Probability that interim looks have stopped the trial, by patients or failures, under each truth.',
  reference: 'Simon 1989, Control Clin Trials 10:1; Thall & Simon 1994, Biometrics 50:337',
  spec,
  content(result: RunResult) {
    const { truths, replicates } = result;
    if (!truths[0].operatingCharacteristics.stopping?.looks.length) return undefined;
    const { size, lookTitle, looks } = axisOf(result);
    const yHigh = looks ? topOf(truths) : 100;
    const ends = endRows(truths, size, yHigh);
    const widest = Math.max(...ends.map(({ label }) => textWidth(String(label), LABEL_SIZE, true)));
    return {
      title: titleOf(truths),
      description: descriptionOf(result),
      data: {
        steps: truths.flatMap((truth, order) => stepRows(truth, order, size, replicates)),
        ends,
      },
      params: {
        size,
        labelPixels: Math.ceil(widest) + LEADER_PIXELS,
        ticks: looks ? [0, ...looks] : ticksUpTo(size),
        yHigh,
        yTicks: [0, 1, 2, 3, 4, 5].map((fifth) => short((fifth * yHigh) / 5)),
        lookTitle,
      },
    };
  },
};
