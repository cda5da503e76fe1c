import { count, interiorProbability, strict } from '../../numeric/quantities.ts';
import { answerDunnett } from '../many-to-one/dunnett-answer.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { controlRate, experimentalRate, sizeShape } from '../two-arm/plan-shape.ts';
import { defineCalculator } from './definition.ts';

/** A trial of more arms than this is none. */
const MOST_ARMS = 20;

export const dunnett = defineCalculator({
  summary:
    'Several arms against one control: the bound and the level of each comparison, and what they cost.',
  reference: 'Dunnett 1955, J Am Stat Assoc 50:1096',
  parameters: strict({
    arms: count('experimental arms').max(MOST_ARMS),
    oneSidedAlpha: oneSidedLevel('one-sided level of all comparisons together, below 0.5').default(0.025),
    allocation: sizeShape.allocation.describe(
      'patients of each experimental arm for each control patient, from 0.1 to 10',
    ),
    power: interiorProbability('power of each comparison').default(0.8),
    controlRate: controlRate.optional(),
    experimentalRate: experimentalRate
      .optional()
      .describe('planned rate of the event in each experimental arm; with both rates the answer gives sizes'),
  }).check(({ value, issues }) => {
    const fail = (message: string, key: string) =>
      issues.push({ code: 'custom', input: value, message, path: [key] });
    const { oneSidedAlpha, power } = value;
    if (power <= oneSidedAlpha)
      fail(`${power} is not above the significance level ${oneSidedAlpha}`, 'power');
    if ((value.controlRate === undefined) !== (value.experimentalRate === undefined))
      fail(
        'controlRate and experimentalRate go together',
        value.controlRate === undefined ? 'controlRate' : 'experimentalRate',
      );
    else if (value.controlRate !== undefined && value.controlRate === value.experimentalRate)
      fail(`${value.experimentalRate} is the control’s rate (must differ from it)`, 'experimentalRate');
  }),
  examples: [{ arms: 2 }, { arms: 3, allocation: 0.5, controlRate: 0.35, experimentalRate: 0.2 }],
  solve: answerDunnett,
});
