import type { Figure } from '../verify/case-definition.ts';
import type { VerifiedCase } from '../verify/verify-case.ts';
import { unbroken } from './unbroken.ts';
import { wrapLines } from './wrap-lines.ts';

/** Digits shown of a figure; all of one that is off. */
const DIGITS = 7;

function shown(figure: Figure | undefined, isOff: boolean): string {
  if (typeof figure !== 'number') return figure ?? 'nothing';
  return String(isOff ? figure : Number(figure.toPrecision(DIGITS)));
}

/** `size 24, power 0.9`, or the bare figure of a case that has one. */
function figuresOf({ expected, passes }: VerifiedCase): string {
  const entries = Object.entries(expected);
  const bare = entries.length === 1;
  return entries
    .map(([name, value]) => (bare ? shown(value, !passes) : `${name} ${shown(value, !passes)}`))
    .join(', ');
}

/** One case for a terminal: verdict, id, what is computed, expected and got, source. */
export function caseLines(verified: VerifiedCase, width: number): string[] {
  const { id, title, source, expected, got, passes, isNegativeControl, problem } = verified;
  const values = Object.keys(expected).map((name) => shown(got[name], !passes));
  const answer = problem === undefined ? `got ${values.join(', ')}` : `broke off: ${problem}`;
  const asked = isNegativeControl ? 'must not give' : 'expected';
  const text = `${passes ? 'pass' : 'FAIL'}  ${id}: ${title}; ${asked} ${figuresOf(verified)}; ${answer} (${source})`;
  return wrapLines(unbroken(text), width, '      ');
}

/** What became of all cases, in one sentence. */
export function verificationSummary(cases: readonly VerifiedCase[]): string {
  const failed = cases.filter(({ passes }) => !passes).length;
  const controls = cases.filter(({ isNegativeControl }) => isNegativeControl).length;
  const which = `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}, ${controls} of them negative controls`;
  return failed === 0
    ? `${which}: every one passes`
    : `${which}: ${failed} ${failed === 1 ? 'fails' : 'fail'}`;
}
