import type { SizedTruth, SizeResult } from '../../study/size/size-result.ts';
import type { Markup } from '../markup.ts';
import type { Method } from '../method.ts';
import { methodsList } from './methods.ts';

const EXACT: Method = {
  name: 'Exact sizes',
  text: 'Power by enumeration of the counts. A bracket by doubling or halving, bisection, then every size around: exact power rises in saws, so that the first size that has the power and the one from which it stays are two.',
  reference: 'Chernick & Liu 2002, Am Stat 56:149',
};
const SIMULATED: Method = {
  name: 'Simulated sizes',
  text: 'Φ⁻¹(power) is close to a line in √n. Sizes near the answer are simulated, each with replicates of its own, until the size at which the fitted line reaches the target has an interval of 2 % on either side, or 200,000 trials have been simulated; its upper end is recommended, and simulated once more.',
  reference: 'Morris, White & Crowther 2019, Stat Med 38:2074',
};
const FORMULAS: Method = {
  name: 'Usual formulas',
  text: 'Normal approximations for two proportions, each with the variance of its test; patients an arm are rounded up.',
  reference:
    'Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, 2nd ed., §4.2; Farrington & Manning 1990, Stat Med 9:1447',
};
const LOG_RANK: Method = {
  name: 'Log-rank',
  text: 'Failures by Schoenfeld’s formula, the hazards in proportion; patients from the probability of failing within the follow-up.',
  reference: 'Schoenfeld 1981, Biometrika 68:316; Lachin & Foulkes 1986, Biometrics 42:507',
};
const OVER_WORLDS: Method = {
  name: 'Assurance, ceiling',
  text: 'A world is one draw of what is uncertain, shared by all patients and arms. Assurance is the mean of power over worlds; it splits into success with the claim true, which never passes the share of worlds in which it is true, and success with it false. Every size meets the same worlds.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
};
const BREAKING: Method = {
  name: 'Breaking points',
  text: 'Where along an uncertain value, all others as planned, the distance of the rates to the border of the claim is 0; the probability is that of its law beyond.',
};
const EQUAL_DOSE: Method = {
  name: 'Equal dose',
  text: 'The dose per fraction, in as many fractions, at which the experimental arm has the control’s rate in the truth as planned.',
};

/** How the sizes were found, as far as they were. */
export function sizeMethodsSection({
  truths,
  analyses,
  ceiling,
  breakingPoints,
  waysOut,
}: SizeResult): Markup {
  const found = (kind: SizedTruth['found']['kind']): boolean =>
    truths.some((truth) => truth.found.kind === kind);
  const isDecidedBy = (what: 'counts' | 'times'): boolean =>
    analyses.some(({ analyses: some }) => some.some(({ decidedBy }) => decidedBy === what));
  return methodsList([
    ...(found('exact') ? [EXACT] : []),
    ...(found('simulated') ? [SIMULATED] : []),
    ...(isDecidedBy('counts') ? [FORMULAS] : []),
    ...(isDecidedBy('times') ? [LOG_RANK] : []),
    ...(ceiling ? [OVER_WORLDS] : []),
    ...(breakingPoints.length > 0 ? [BREAKING] : []),
    ...(waysOut.length > 0 ? [EQUAL_DOSE] : []),
  ]);
}
