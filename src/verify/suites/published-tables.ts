import { doseSums, eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../radiobiology/parse-schedule.ts';
import { totalDoseGy } from '../../radiobiology/schedule.ts';
import { trialCalculators } from '../calculators/trial-calculators.ts';
import type { TrialInputs } from '../calculators/trial-inputs.ts';
import type { CaseDefinition } from '../case-definition.ts';
import table from '../values/eqd2-table.json' with { type: 'json' };
import trialValues from '../values/trial-values.json' with { type: 'json' };
import type { SuiteDefinition } from './definition.ts';

/** The α/β in Gy of the table. */
const ALPHA_BETA_GY = 4.9;
/** Half a unit of the digit that is printed, and what the sum of a tie may be off. */
const printed = (unit: number): number => unit / 2 + 1e-9;

const eqd2Cases = (): CaseDefinition[] =>
  table.map(({ row, trial, schedule, printedEqd2Gy, totalDoseGy: statedGy }) => ({
    id: `eqd2-table-row-${row}`,
    title: `EQD2 in Gy of ${schedule} at α/β 4.9 Gy: ${trial}`,
    source: 'as printed: table 2 of Wiltink 2024',
    expected: { eqd2Gy: printedEqd2Gy, totalDoseGy: statedGy },
    tolerance: { eqd2Gy: printed(0.1), totalDoseGy: 1e-9 },
    compute: () => {
      const plan = parseSchedule(schedule);
      return { eqd2Gy: eqd2(doseSums(plan), ALPHA_BETA_GY), totalDoseGy: totalDoseGy(plan) };
    },
  }));

/** The recorded value's inputs, against the figure that its paper prints. */
function printedFigure(
  id: string,
  figure: string,
  value: number,
  unit: number,
  source: string,
): CaseDefinition {
  const { method, inputs } = trialValues.find((recorded) => recorded.id === id)!;
  return {
    id: `printed-${id}`,
    title: method,
    source: `as printed: ${source}`,
    expected: { [figure]: value },
    tolerance: printed(unit),
    compute: () => trialCalculators[method](inputs as unknown as TrialInputs),
  };
}

export const publishedTables: SuiteDefinition = {
  summary: 'Figures as papers print them, to the last digit printed.',
  cases: () => [
    ...eqd2Cases(),
    printedFigure(
      'predictive-probability-16-23-40',
      'predictiveProbability',
      0.5656,
      1e-4,
      'Lee & Liu 2008, Clin Trials 5:93',
    ),
  ],
};
