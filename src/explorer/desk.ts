import { exactSeconds } from '../engine/cost.ts';
import { isImpossibleWorld } from '../scenario/impossible-world.ts';
import { type LiveScenario, readScenario } from '../scenario/read-scenario.ts';
import { type Problem, ScenarioError } from '../scenario/scenario-error.ts';
import type { Crew } from './crew.ts';
import { changesBetween } from './edit/changes-between.ts';
import { type Field, fieldsOf } from './edit/fields.ts';
import { type SetValues, setAll } from './edit/set-all.ts';
import type { Slider } from './edit/slider.ts';
import { slidersOf } from './edit/sliders.ts';
import { writeSlider } from './edit/write-slider.ts';
import type { ExploreEvent, PlacedProblem } from './explore-event.ts';
import { messageOf } from './message-of.ts';
import { tooLargeForPage } from './page-limits.ts';
import { type RunBatches, refine } from './refine.ts';
import { runHere } from './run-here.ts';
import { stageView } from './stage-view.ts';
import { Superseded } from './superseded.ts';

/** A scenario's text as the page holds it. */
export interface ScenarioText {
  /** For messages: where problems are. */
  readonly file: string;
  readonly text: string;
}

/** What a scenario's text can be changed by. */
export interface Controls {
  readonly sliders: readonly Slider[];
  readonly fields: readonly Field[];
}

/** Reads, runs and answers for a page; knows no page. */
export interface Desk {
  /** Tells the files that scenarios may name: their texts by their paths. */
  holdFiles(files: Readonly<Record<string, string>>): void;
  /** Answers, which is all that is asked. */
  isAwake(): boolean;
  /** From a text to its answer, refined until the whole scenario has run; a newer call ends an older one silently. */
  explore(scenario: ScenarioText, onEvent: (event: ExploreEvent) => void): Promise<void>;
  controlsOf(text: string): Controls;
  /** A text with a slider moved. @throws RangeError, ScenarioError */
  moveSlider(text: string, id: string, value: number): string;
  /** A text with values set. @throws RangeError, ScenarioError */
  setAll(text: string, values: SetValues): string;
  /** What was set in a text to make another of it; undefined where more than values was changed. */
  changesBetween(text: string, changed: string): SetValues | undefined;
}

/** Events come no more often than so. */
const BETWEEN_PROGRESS_MS = 50;

/** Enumeration of so many seconds leaves the desk free to read on. */
const SHORT_SECONDS = 0.05;

/**
 * @param openCrew called once there is more to run than the first stage, which is done before workers have started
 * @param workers how many batches run at once, for the estimate of time
 */
export function createDesk(openCrew: () => Crew, workers: number): Desk {
  const here = runHere();
  let crew: Crew | undefined;
  let files: Readonly<Record<string, string>> = {};
  let turn = 0;
  const read = ({ file, text }: ScenarioText): LiveScenario =>
    readScenario(text.replace(/^\uFEFF/, ''), file, [], (path) => {
      if (!Object.hasOwn(files, path)) throw new Error(`${path}: there is no such file here`);
      return files[path];
    });

  /** @throws Superseded once `mine` is no longer the turn */
  const run = async (
    live: LiveScenario,
    mine: number,
    tell: (event: ExploreEvent) => void,
  ): Promise<void> => {
    const reason = tooLargeForPage(live.scenario, workers);
    if (reason !== undefined) return tell({ kind: 'refused', reason });
    let told = 0;
    const isQuick = exactSeconds(live.scenario) < SHORT_SECONDS;
    const runStage = (stage: number): RunBatches => {
      // Between two stages nothing of this run can be dropped: it must not take the place of a newer one
      if (mine !== turn) throw new Superseded();
      if (stage === 0 && isQuick) return here.runBatches;
      crew ??= openCrew();
      return crew.runBatches;
    };
    await refine(live, runStage, {
      onStage: (stage) => tell({ kind: 'stage', stage: stageView(stage) }),
      onProgress: (share) => {
        if (share < 1 && performance.now() - told < BETWEEN_PROGRESS_MS) return;
        told = performance.now();
        tell({ kind: 'progress', share });
      },
    });
  };

  return {
    holdFiles: (given) => {
      files = given;
    },
    isAwake: () => true,
    explore: async (scenario, onEvent) => {
      const mine = ++turn;
      here.drop();
      crew?.drop();
      const tell = (event: ExploreEvent): void => {
        if (mine === turn) onEvent(event);
      };
      try {
        const live = read(scenario);
        tell({ kind: 'accepted', warnings: live.warnings });
        await run(live, mine, tell);
      } catch (error) {
        if (error instanceof Superseded) return;
        tell(troubleOf(error, scenario));
      }
    },
    controlsOf: (text) => ({ sliders: slidersOf(text), fields: fieldsOf(text) }),
    moveSlider: writeSlider,
    setAll,
    changesBetween,
  };
}

function troubleOf(error: unknown, { file }: ScenarioText): ExploreEvent {
  if (error instanceof ScenarioError)
    return { kind: 'problems', problems: error.problems.map((problem) => placed(problem, file)) };
  const message = messageOf(error);
  return {
    kind: 'refused',
    reason: isImpossibleWorld(error) ? `${message}; narrow the laws with within` : message,
  };
}

/** Line and column of a problem in this file. */
function placed({ where, message }: Problem, file: string): PlacedProblem {
  const text = `${where}  ${message}`;
  const found = where.startsWith(`${file}:`) ? where.slice(file.length + 1).match(/^(\d+):(\d+)$/) : null;
  return found ? { message, text, line: Number(found[1]), column: Number(found[2]) } : { message, text };
}
