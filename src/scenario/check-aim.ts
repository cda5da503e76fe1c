import { type DoseSums, doseSums } from '../radiobiology/linear-quadratic.ts';
import { tellsApart } from '../trial/alpha-beta/estimable.ts';
import type { CrossProblem } from './cross-problem.ts';
import { statedSchedules } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

const LEAST_ARMS = 3;
const MOST_ARMS = 12;

const listed = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

/** Problems of a scenario whose design states an aim: its arms, and what an aim does without. */
export function checkAim({ arms, design, uncertainty }: Scenario): CrossProblem[] {
  if (!design.estimate) return [];
  const names = Object.keys(arms);
  const problems: CrossProblem[] = [];
  if (Object.keys(uncertainty).length > 0) {
    problems.push({
      keys: ['uncertainty'],
      message: 'an aim has no assurance: state other truths under truths in place of uncertainty',
    });
  }
  if (names.length < LEAST_ARMS) {
    problems.push({
      keys: ['arms'],
      message: `α/β needs three arms or more, there ${names.length === 1 ? 'is 1' : `are ${names.length}`}: the coefficients of total dose and of fraction size take two contrasts with the control`,
    });
  }
  if (names.length > MOST_ARMS)
    problems.push({ keys: ['arms'], message: `needs at most ${MOST_ARMS} arms; there are ${names.length}` });
  const schedules = names.map((name) => statedSchedules(arms[name]));
  schedules.forEach((stated, i) => {
    if (stated.length === 0)
      problems.push({ keys: ['arms', names[i]], message: 'missing schedule: α/β is estimated from doses' });
    if (stated.length > 1)
      problems.push({
        keys: ['arms', names[i], 'schedules'],
        message: 'an arm of an aim has one schedule: α/β is estimated from the dose of each arm',
      });
  });
  if (problems.length > 0) return problems;
  const doses = schedules.map(([{ schedule }]): DoseSums => doseSums(schedule));
  return tellsApart(doses)
    ? []
    : [
        {
          keys: ['arms'],
          message: `no α/β can be estimated: total dose and fraction size cannot be told apart by ${listed(names)}, whose Σd and Σd² lie on one line`,
        },
      ];
}
