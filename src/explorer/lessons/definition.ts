import type { RunResult } from '../../engine/result.ts';
import type { ShippedFiles } from '../../verify/suites/definition.ts';
import type { RangedNumber } from '../ranged-number.ts';

/** Plain text in which what stands between asterisks, *like this*, is emphasised. */
export type Prose = string;

/** Values by the path at which they are set in a scenario. */
export type Changes = Readonly<Record<string, unknown>>;

/** Runs scenarios, in threads or not. */
export interface Runner {
  /** @throws ScenarioError if the text with the changes is no scenario */
  run(yamlText: string, changes: Changes): Promise<RunResult>;
}

/** What the steps of a lesson compute with. */
export interface LessonTools extends Runner {
  readonly files: ShippedFiles;
}

/** One of several answers to choose among. */
export interface Option {
  readonly id: string;
  readonly text: Prose;
}

/** What is to be foretold before the answer shows: one of some options, or a number in its unit (shares in %). */
export type Prediction =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    };

/** Positions of a step's sliders, by their id. */
export type SliderValues = Readonly<Record<string, number>>;

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Axis {
  readonly label: string;
  /** Empty for a plain number. */
  readonly unit: string;
}

export interface Series {
  readonly name: string;
  /** From left to right. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A line across the chart at a value of an axis. */
export interface Mark {
  readonly axis: 'x' | 'y';
  readonly value: number;
  readonly label: string;
}

/** A line chart. */
export interface Picture {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly marks?: readonly Mark[];
}

/** What is shown of something computed. */
export interface Finding {
  readonly sentence: Prose;
  readonly table?: Table;
  readonly picture?: Picture;
}

/** The true option, and what there is to say to who chose each, by the option's id. */
export interface ChoiceAnswer extends Finding {
  readonly kind: 'choice';
  readonly right: string;
  readonly remarks: Readonly<Record<string, Prose>>;
}

/** The true number in the unit of the prediction, and what there is to say to who was near it, or was not. */
export interface NumberAnswer extends Finding {
  readonly kind: 'number';
  readonly value: number;
  /** The true number in words, with its unit. */
  readonly words: string;
  /** A prediction no further off is right. */
  readonly near: number;
  readonly remarks: {
    readonly near: Prose;
    readonly far: Prose;
    /** Numbers that a typical mistake leads to, each with how close to it a prediction must be. */
    readonly mistakes: readonly { readonly value: number; readonly within: number; readonly remark: Prose }[];
  };
}

export type Answer = ChoiceAnswer | NumberAnswer;

/** What a step shows: text, then the question; the sliders come with the answer. */
export interface ShownStep {
  readonly title: string;
  readonly paragraphs: readonly Prose[];
  readonly question: Prose;
  readonly prediction: Prediction;
  /** At most three; empty where there is nothing to play with. */
  readonly sliders: readonly RangedNumber[];
}

/** One step of a lesson: what it shows, and what it computes when it is asked. */
export interface LessonStep {
  readonly shown: ShownStep;
  /** The true answer, of the same kind as the prediction. */
  readonly answer: (tools: LessonTools) => Answer | Promise<Answer>;
  /** What other values of the sliders come to; absent where there are none. */
  readonly play?: (values: SliderValues, tools: LessonTools) => Finding | Promise<Finding>;
}

/** Where to go on in the explorer. */
export interface TryIt {
  readonly sentence: Prose;
  /** Name of a scenario that comes with the package. */
  readonly scenario: string;
  readonly changes: Changes;
}

/** One entry of the registry of lessons. */
export interface LessonDefinition {
  /** What one will know afterwards, in one sentence. */
  readonly summary: Prose;
  /** Where methods and published numbers come from. */
  readonly reference: string;
  readonly title: string;
  readonly minutes: number;
  readonly steps: readonly LessonStep[];
  readonly tryIt: TryIt;
}
