import type { RunResult } from '../../engine/result.ts';
import { equationsOf } from '../equations/equations-of.ts';
import { assumptionOf } from '../equations/parameter-rows.ts';
import { type Markup, markup } from '../markup.ts';
import { basisSection } from './assumptions.ts';

const ELSEWHERE = markup` The inputs stand beside their <a href="#equations">equations</a>, each with its value and source.`;

/** The premises of models and design, and how many inputs rest on what; the inputs themselves stand with the equations. */
export function premisesSection(result: Pick<RunResult, 'scenario' | 'arms' | 'assumptions'>): Markup {
  const { assumptions } = result;
  const rows = equationsOf(result).flatMap(({ rows: all }) => all.filter(({ basis }) => basis !== 'solved'));
  const stated = new Set(rows.map(({ path }) => assumptionOf(assumptions, path)));
  return basisSection(
    assumptions,
    assumptions.filter((assumption) => !stated.has(assumption)),
    ELSEWHERE,
  );
}
