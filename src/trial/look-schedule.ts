import { z } from 'zod';
import { count, strict } from '../numeric/quantities.ts';

/** When a rule looks: at numbers of evaluable patients whose outcome is known. */
export const looksSchema = z
  .union([
    z.array(count('evaluable patients with a known outcome')).min(1),
    strict({
      every: count('evaluable patients between looks'),
      from: count('evaluable patients at the first look; as `every` unless given').optional(),
      to: count('evaluable patients at the last look; all unless given').optional(),
    }),
  ])
  .describe('numbers of evaluable patients with a known outcome at which the rule looks');

/** Looks as scenarios write them, valid by {@link looksSchema}. */
export type LooksSpec = z.output<typeof looksSchema>;

/** The numbers of patients at which a rule looks in a trial of `size` patients. */
export function lookSizes(spec: LooksSpec, size: number): number[] {
  if (Array.isArray(spec)) return spec;
  const { every, from = every, to = size } = spec;
  const sizes: number[] = [];
  for (let patients = from; patients <= Math.min(to, size); patients += every) sizes.push(patients);
  return sizes;
}

/** More looks are none that anyone holds. */
const MOST_LOOKS = 10_000;

function lookCount(spec: LooksSpec, size: number): number {
  if (Array.isArray(spec)) return spec.length;
  const { every, from = every, to = size } = spec;
  return Math.floor((Math.min(to, size) - from) / every) + 1;
}

/** What is wrong with looks in a trial of `size` patients; undefined where nothing is. */
export function looksProblem(spec: LooksSpec, size: number): string | undefined {
  if (!Array.isArray(spec) && (spec.to ?? 0) > size)
    return `looks up to ${spec.to} patients are beyond the ${size} of the trial`;
  // Before they are listed: what the size is may be wrong, too
  if (lookCount(spec, size) > MOST_LOOKS) return `more than ${MOST_LOOKS} looks`;
  const sizes = lookSizes(spec, size);
  if (sizes.length === 0) return `no look falls within ${size} patients`;
  const falling = sizes.findIndex((patients, i) => i > 0 && patients <= sizes[i - 1]);
  if (falling > 0) return `looks must rise: ${sizes[falling]} follows ${sizes[falling - 1]}`;
  const beyond = sizes.find((patients) => patients > size);
  return beyond === undefined ? undefined : `a look at ${beyond} patients is beyond the ${size} of the trial`;
}

/** Looks in words: `10, 20, … 120` */
export function looksPhrase(sizes: readonly number[]): string {
  if (sizes.length <= 3) return sizes.join(', ').replace(/, (\d+)$/, ' and $1');
  return `${sizes[0]}, ${sizes[1]}, … ${sizes[sizes.length - 1]}`;
}
