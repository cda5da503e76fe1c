import { truthSchema } from '../../outcomes/truth-schema.ts';
import { ImpossibleWorld } from '../../scenario/impossible-world.ts';
import { type Path, valueAt } from '../../scenario/path.ts';
import { claimRates, type KnownTruth, rateAtMargin, type Trial } from '../../scenario/trial.ts';
import { truthWith } from '../../scenario/truth-specs.ts';

/** A range of a value that a truth states, ends included. */
export interface NuisanceRange {
  readonly path: Path;
  readonly from: number;
  readonly to: number;
  /** Values that are looked at, evenly spaced. */
  readonly steps: number;
}

/** The truth as planned, with one value of the range. */
export interface NuisanceTruth {
  /** null where it is the truth as planned and no range was asked for. */
  readonly value: number | null;
  readonly known: KnownTruth;
}

/** Why a question has no answer. */
export class NoThreshold extends Error {}

/** @throws NoThreshold if no truth has the value, or a margin leads out of (0, 1) there */
function truthAt(trial: Trial, path: Path, value: number): NuisanceTruth {
  const place = `${path} = ${value}`;
  const parsed = truthSchema.safeParse(truthWith(trial.scenario, [[path, value]]));
  if (!parsed.success) throw new NoThreshold(`${place}: ${parsed.error.issues[0].message}`);
  try {
    return { value, known: trial.truthInWorld([[path, value]]) };
  } catch (error) {
    throw error instanceof ImpossibleWorld ? new NoThreshold(`${place}: ${error.message}`) : error;
  }
}

function checkMargins({ design }: Trial, path: Path | undefined, { value, known }: NuisanceTruth): void {
  for (const claim of design.claims) {
    const rate = rateAtMargin(claim, known);
    if (rate > 0 && rate < 1) continue;
    const where = path === undefined ? 'as planned' : `at ${path} = ${value}`;
    const { control } = claimRates(claim, known);
    throw new NoThreshold(`the margin leads out of (0, 1) ${where}, where the control rate is ${control}`);
  }
}

/**
 * The truth as planned, then those over a range.
 *
 * @throws NoThreshold if the path is not one number of the truth, the range does not rise, or a truth cannot be
 */
export function nuisanceTruths(trial: Trial, over: NuisanceRange | undefined): NuisanceTruth[] {
  const planned = trial.truth(0);
  if (!over) {
    const only = { value: null, known: planned };
    checkMargins(trial, undefined, only);
    return [only];
  }
  const { path, from, to, steps } = over;
  const stated = valueAt(trial.scenario, path);
  if (!path.startsWith('truth.') || typeof stated !== 'number')
    throw new NoThreshold(`${path} is not one number of the truth`);
  if (!(from < to) || !(Number.isInteger(steps) && steps >= 2))
    throw new NoThreshold(`no range from ${from} to ${to} in ${steps} values (needs two or more, rising)`);
  const values = Array.from({ length: steps }, (_, i) => from + ((to - from) * i) / (steps - 1));
  const truths = [
    { value: stated, known: planned },
    ...values.map((value) => truthAt(trial, path, Number(value.toPrecision(12)))),
  ];
  for (const truth of truths) checkMargins(trial, path, truth);
  return truths;
}
