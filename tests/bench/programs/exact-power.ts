// Prints what the exact power of a Farrington–Manning trial costs within a process: the first time, and when warm.
//
// Argument: power|answer
// `power` is the enumeration alone, as sizes are searched with; `answer` all that the calculator answers, with type I
// errors over every control rate.
import { calculators } from '../../../src/trial/calculators/index.ts';
import { exactPowerOfPlan } from '../../../src/trial/sample-size/exact-power-of-plan.ts';
import { farringtonManning } from '../../../src/trial/tests/farrington-manning.ts';

const REPEATS = 50;
const [RATE, MARGIN, SIZE, ALPHA] = [0.93, 0.07, 124, 0.05];

function power(): number {
  const rejects = farringtonManning.create(MARGIN, { alpha: ALPHA, sides: 1 });
  const plan = { controlRate: RATE, experimentalRate: RATE, margin: MARGIN, allocation: 1 };
  return exactPowerOfPlan(farringtonManning, rejects, { ...plan, level: { alpha: ALPHA, sides: 1 } })(SIZE);
}

function answer(): number {
  const stated = {
    controlRate: RATE,
    margin: MARGIN,
    perArm: SIZE,
    oneSidedAlpha: ALPHA,
    endpoint: 'localControl',
  };
  const { parameters, solve } = calculators.nonInferiority;
  return Number(solve(parameters.parse(stated)).numbers.power);
}

const ask = process.argv[2] === 'power' ? power : answer;

/** Seconds on the clock and of CPU time for one call. */
function callOnce() {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const found = ask();
  const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  return { power: found, cpuSeconds: (user + system) / 1e6, wallSeconds };
}

console.log(JSON.stringify(Array.from({ length: REPEATS }, callOnce)));
