import { doseSums, eqd2 } from '../../../radiobiology/linear-quadratic.ts';
import type { Trial } from '../../../scenario/trial.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { tenthGray } from '../../lesson-parts/dose-words.ts';
import { liveTrial } from '../../lesson-parts/live-trial.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import { powerAt } from '../../lesson-parts/power-at.ts';
import { experimentalRate } from '../../lesson-parts/rate-law.ts';
import type { Changes, LessonTools, Table } from '../../lessons/definition.ts';

/** The scenario that the lesson looks at. */
export const SCENARIO = 'lesson-alpha-beta';
/** α/β in Gy that the lesson compares; at the second the two schedules are equal. */
const SHOWN_GY = [3, 4, 4.9, 8];

/** The trial with changes, without its other truths. */
export const plannedTrial = (tools: LessonTools, changes: Changes = {}): Trial =>
  liveTrial(tools, SCENARIO, { truths: {}, ...changes });

/** EQD2 and control of the experimental arm at several α/β, with power where it is wanted. */
export function alphaBetaTable(trial: Trial, withPower: boolean): Table {
  const { schedule } = trial.arms[1].schedules[0];
  return {
    caption: 'The experimental arm at four α/β; the control has 50 Gy and 93 %',
    columns: ['α/β', 'EQD2', 'Local control', ...(withPower ? ['Power'] : [])],
    rows: SHOWN_GY.map((own) => [
      `${own} Gy`,
      tenthGray(eqd2(doseSums(schedule), own)),
      percentOf(experimentalRate(trial, ALPHA_BETA, own)),
      ...(withPower ? [percentOf(powerAt(trial, ALPHA_BETA, own))] : []),
    ]),
  };
}
