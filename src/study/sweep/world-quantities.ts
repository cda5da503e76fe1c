import { areTrue } from '../../engine/worlds-fold.ts';
import { AS_PLANNED } from '../../scenario/scenario-schema.ts';
import { slackCount } from '../../scenario/trial.ts';
import type { CellQuantity } from './cell-quantity.ts';
import type { CellRun } from './cell-run.ts';
import type { Series } from './series.ts';

/** Assurance, its ceiling and its parts, world by world; nothing where nothing is uncertain. */
export function worldQuantities({ trial, result, sorted: { worlds } }: CellRun): CellQuantity[] {
  const { assurance } = result;
  if (!assurance) return [];
  const claims = slackCount(trial.design);
  const power = worlds.flatMap((part) => Array.from(part.power));
  const truths = worlds.flatMap((part) => Array.from(part.power, (_, w) => areTrue(part, w, claims)));
  const series = (at: (world: number) => number): Series => ({ length: power.length, at });
  const { ceiling, successAndTrue, successAndFalse } = assurance;
  const of = (quantity: CellQuantity['quantity'], value: CellQuantity['value'], values: Series) => ({
    truth: AS_PLANNED,
    quantity,
    of: '',
    value,
    series: values,
  });
  return [
    of(
      'assurance',
      assurance,
      series((w) => power[w]),
    ),
    of('ceiling', ceiling, { ...series((w) => (truths[w] ? 1 : 0)), isFlag: true }),
    of(
      'successAndTrue',
      successAndTrue,
      series((w) => (truths[w] ? power[w] : 0)),
    ),
    of(
      'successAndFalse',
      successAndFalse,
      series((w) => (truths[w] ? 0 : power[w])),
    ),
  ];
}
