import spec from '../../../reports/patients-by-analysis.vl.json' with { type: 'json' };
import type { Analysis } from '../../study/size/analysis.ts';
import type { SizedAnalyses, SizeResult } from '../../study/size/size-result.ts';
import type { Row } from '../charts/definition.ts';
import { followUpSentence } from '../follow-up-sentence.ts';
import { grouped, percent } from '../numbers.ts';
import { textWidth } from '../text-width.ts';
import type { SizeChart } from './definition.ts';

const FORMULA = 'usual formula';
const SMALLEST = 'first exact size';
const LASTING = 'exact from here on';
const LABEL_SIZE = 12;
/** Between the last mark of a row and its label, and beyond it. */
const GAP_PIXELS = 20;

interface Mark {
  readonly kind: string;
  /** Marks of a row stand below each other, so that none covers another. */
  readonly level: number;
  readonly patients: number;
}

function marksOf({ formula, exact }: Analysis): Mark[] {
  return [
    ...(formula ? [{ kind: FORMULA, level: 0, patients: formula.patients }] : []),
    ...(exact && exact.smallest !== exact.lasting
      ? [{ kind: SMALLEST, level: 1, patients: exact.smallest }]
      : []),
    ...(exact?.lasting === undefined ? [] : [{ kind: LASTING, level: 2, patients: exact.lasting }]),
  ];
}

/** The marks of one row; a mark by itself stands in its middle. */
function markRows(analysis: Analysis, row: number): Row[] {
  const marks = marksOf(analysis);
  return marks.map((mark) => ({ row, ...mark, ...(marks.length === 1 && { level: 1 }) }));
}

const rangeWords = (least: number, most: number): string =>
  least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`;

/** The first claim’s plan with equal arms, or as it is planned where equality shows nothing. */
const shownPlan = ({ analyses }: SizeResult): SizedAnalyses | undefined =>
  analyses.find(({ analyses: some }) => some.some((one) => marksOf(one).length > 0));

/** Patients in all that the scenario states. */
const statedInAll = ({ solved, truths }: SizeResult): number =>
  solved.path === 'design.perArm' ? solved.stated * truths[0].arms.length : solved.stated;

function descriptionOf(result: SizeResult, { claim, plan, followUp }: SizedAnalyses): string {
  const others = new Set(result.analyses.map((sized) => sized.claim)).size > 1;
  return `Patients in all that analyses ask for, to show “${claim}” with ${Number(percent(result.power))} % power; planned with ${plan}. A log-rank test has a formula alone, the hazards in proportion.${followUp ? ` ${followUpSentence(followUp)}` : ''} The dashed line is the stated number.${others ? ' The other claims stand in the tables.' : ''}`;
}

export const patientsByAnalysis: SizeChart = {
  summary: 'Patients that each analysis asks for, by its formula and exactly.',
  reference: 'Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, 2nd ed., §4.2',
  spec,
  content(result) {
    const plan = shownPlan(result);
    if (!plan) return undefined;
    const shown = plan.analyses.filter((analysis) => marksOf(analysis).length > 0);
    const all = shown.flatMap((analysis) => marksOf(analysis).map(({ patients }) => patients));
    const stated = statedInAll(result);
    const rows = shown.map((analysis, row): Row => {
      const patients = marksOf(analysis).map((mark) => mark.patients);
      const [from, to] = [Math.min(...patients), Math.max(...patients)];
      return { row, from, to, name: analysis.label, label: rangeWords(from, to) };
    });
    const widest = Math.max(...rows.map(({ label }) => textWidth(String(label), LABEL_SIZE, true)));
    const verdict = Math.min(...all) < Math.max(...all) ? 'the analysis decides' : 'every analysis agrees';
    return {
      title: `One sentence, ${rangeWords(Math.min(...all), Math.max(...all))} patients: ${verdict}`,
      description: descriptionOf(result, plan),
      data: {
        rows,
        marks: shown.flatMap(markRows),
        stated: [
          { patients: stated, label: `stated ${grouped(stated)}`, isRight: 2 * stated > Math.max(...all) },
        ],
      },
      params: {
        most: Math.max(...all, stated),
        labelPixels: Math.ceil(widest) + GAP_PIXELS,
        kinds: [FORMULA, SMALLEST, LASTING].filter((kind) =>
          shown.some((analysis) => marksOf(analysis).some((mark) => mark.kind === kind)),
        ),
      },
    };
  },
};
