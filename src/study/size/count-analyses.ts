import { armsOf } from '../../trial/sample-size/exact-power-of-plan.ts';
import { sizeFormula } from '../../trial/sample-size/size-formula.ts';
import type { TwoArmTest } from '../../trial/tests/definition.ts';
import { type TestName, tests } from '../../trial/tests/index.ts';
import { operatingCharacteristics } from '../../trial/two-arm/operating-characteristics.ts';
import { plannedSizes } from '../../trial/two-arm/planned-sizes.ts';
import { successPlan, type TwoArmQuestion } from '../../trial/two-arm/question.ts';
import type { Analysis, PlannedComparison } from './analysis.ts';

/** The two-arm tests that can be asked about a margin, or about none; one of strata decides nothing without them. */
function usableTests(margin: number): [TestName, TwoArmTest][] {
  return (Object.keys(tests) as TestName[]).flatMap((name): [TestName, TwoArmTest][] => {
    const test = tests[name];
    const isUsable = test.arms === 2 && !test.createByStratum && (test.takesMargin || margin === 0);
    return isUsable ? [[name, test]] : [];
  });
}

/** Rounding of a formula's arithmetic must not cost a patient. */
const ROUNDING = 1e-9;

/** What each test of two proportions needs for a power: by its formula, and by exact search. */
export function countAnalyses(planned: PlannedComparison, power: number): Analysis[] {
  return usableTests(planned.margin).map(([name, test]) => countAnalysis(planned, name, test, power));
}

function countAnalysis(
  planned: PlannedComparison,
  name: TestName,
  test: TwoArmTest,
  power: number,
): Analysis {
  const { allocation, margin, oneSidedAlpha } = planned;
  const level = { alpha: margin > 0 ? oneSidedAlpha : 2 * oneSidedAlpha, sides: margin > 0 ? 1 : 2 } as const;
  const question: TwoArmQuestion = {
    endpoint: planned.endpoint,
    test: name,
    controlRate: planned.controlRate,
    experimentalRate: planned.experimentalRate,
    margin,
    level,
    allocation,
  };
  const inAll = (controlSize: number): number => armsOf(controlSize, allocation).reduce((a, b) => a + b, 0);
  const plan = successPlan(question);
  const formula = sizeFormula(name, margin);
  const control = formula.size(plan, power);
  const rounded = Math.max(1, Math.ceil(control - ROUNDING));
  const common = {
    name,
    label: test.label,
    decidedBy: 'counts',
    formula: { label: formula.label, unrounded: control * (1 + allocation), patients: inAll(rounded) },
  } as const;
  if (test.secondsPerSizes !== undefined)
    return { ...common, note: 'no exact search: each pair of sizes takes long to prepare' };
  const rejects = test.create(margin, level);
  try {
    const { smallest, lasting } = plannedSizes(question, test, rejects, power);
    const found = operatingCharacteristics(test, rejects, plan, armsOf(rounded, allocation));
    return {
      ...common,
      exact: {
        smallest: inAll(smallest),
        ...(lasting !== undefined && { lasting: inAll(lasting) }),
        power: found.power,
        typeIError: found.typeIError,
        worstTypeIError: found.worst.typeIError,
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return { ...common, note: error.message };
    throw error;
  }
}
