/** Keys of a design that a ladder has no use for, with what they are. */
const IDLE: Readonly<Record<string, string>> = {
  perArm: 'methods say how many patients a level has',
  total: 'methods say how many patients a level has',
  allocation: 'methods say how many patients a level has',
  randomisation: 'nobody is randomised',
  unevaluable: 'every patient is followed',
  analysisSet: 'every patient is followed',
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

/** Whether a key says something, and not what is taken without it. */
const isStated = (block: Readonly<Record<string, unknown>>, key: string): boolean =>
  ![undefined, false, 0, 'perProtocol'].includes(block[key] as never);

/** The keys of a block that do nothing with dose escalation, below a path. */
const idleKeys = (
  block: Readonly<Record<string, unknown>>,
  reasons: Readonly<Record<string, string>>,
  path: readonly PropertyKey[],
): Problem[] =>
  Object.entries(reasons)
    .filter(([key]) => isStated(block, key))
    .map(([key, why]) => ({
      message: `${key} does nothing with dose escalation: ${why}`,
      path: [...path, key],
    }));

/** What is wrong with a design of dose escalation: it takes no claim or aim, and nothing that only they use. */
export function escalationProblems(
  design: Readonly<Record<string, unknown>>,
  claimKeys: readonly string[],
): Problem[] {
  const others = [...claimKeys, 'estimate']
    .filter((key) => isStated(design, key))
    .map((key) => ({
      message: `a design states dose escalation or ${key === 'estimate' ? 'an aim' : 'a claim'}, not both: leave out ${key} or escalation`,
      path: [key],
    }));
  return [...others, ...idleKeys(design, IDLE, []), ...accrualProblems(design.accrual as never)];
}

function accrualProblems(accrual: Readonly<Record<string, unknown>> | undefined): Problem[] {
  if (!accrual)
    return [{ message: 'missing accrual: how fast patients come decides how long a ladder takes', path: [] }];
  const idle = idleKeys(accrual, IDLE_OF_ACCRUAL, ['accrual']);
  if (accrual.pattern !== 'uniform') return idle;
  const message = 'a ladder plans no period for all its patients: they come by poisson or even';
  return [...idle, { message, path: ['accrual', 'pattern'] }];
}
