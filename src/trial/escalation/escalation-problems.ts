/** Keys of a design that a ladder has no use for, with what they are. */
const IDLE: Readonly<Record<string, string>> = {
  perArm: 'methods say how many patients a level has',
  total: 'methods say how many patients a level has',
  allocation: 'methods say how many patients a level has',
  randomisation: 'nobody is randomised',
  centres: 'levels are not compared within centres',
  comparisons: 'levels are not compared with a control',
  interim: 'its own safety rule stops it',
  groupSequential: 'looks are at a claim',
  followUp: 'windows say how long patients are followed',
  lostToFollowUp: 'no times of failure are analysed',
  adoption: 'it is by the rates of one experimental arm',
};

/** Keys of accrual that a ladder has no use for. */
const IDLE_OF_ACCRUAL: Readonly<Record<string, string>> = {
  rampMonths: 'a ladder waits between patients',
  centresOpenPerMonth: 'a ladder waits between patients',
  pausesAtLooks: 'a ladder has no looks',
  surgeryAfterDays: 'windows begin with treatment',
};

interface Problem {
  readonly message: string;
  readonly path: PropertyKey[];
}

/** What is wrong with a design of dose escalation: it takes no claim or aim, and nothing that only they use. */
export function escalationProblems(
  design: Readonly<Record<string, unknown>>,
  claimKeys: readonly string[],
): Problem[] {
  const stated = (block: Readonly<Record<string, unknown>>) => (key: string) =>
    block[key] !== undefined && block[key] !== false && block[key] !== 0;
  const others = [...claimKeys, 'estimate'].filter(stated(design)).map((key) => ({
    message: `a design states dose escalation or ${key === 'estimate' ? 'an aim' : 'a claim'}, not both: leave out ${key} or escalation`,
    path: [key],
  }));
  const idle = Object.keys(IDLE)
    .filter(stated(design))
    .map((key) => ({ message: `${key} does nothing with dose escalation: ${IDLE[key]}`, path: [key] }));
  const ofSet = stated(design)('unevaluable')
    ? [
        {
          message: 'unevaluable does nothing with dose escalation: every patient is followed',
          path: ['unevaluable'],
        },
      ]
    : [];
  return [...others, ...idle, ...ofSet, ...accrualProblems(design.accrual as never)];
}

function accrualProblems(accrual: Readonly<Record<string, unknown>> | undefined): Problem[] {
  if (!accrual)
    return [{ message: 'missing accrual: how fast patients come decides how long a ladder takes', path: [] }];
  const idle = Object.keys(IDLE_OF_ACCRUAL)
    .filter((key) => accrual[key] !== undefined && accrual[key] !== false && accrual[key] !== 0)
    .map((key) => ({
      message: `${key} does nothing with dose escalation: ${IDLE_OF_ACCRUAL[key]}`,
      path: ['accrual', key],
    }));
  return accrual.pattern === 'uniform'
    ? [
        ...idle,
        {
          message: 'a ladder plans no period for all its patients: they come by poisson or even',
          path: ['accrual', 'pattern'],
        },
      ]
    : idle;
}
