import type { Answer, AnswerRow, AnswerTable } from '../calculators/definition.ts';
import { efficacyBounds } from '../efficacy-bounds/index.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { futilityBounds } from '../futility-bounds/index.ts';
import { percentWords } from '../percent-words.ts';
import { naiveBias } from './naive-bias.ts';
import type { FlatPlan } from './plan-fields.ts';
import type { AtEffects, SequentialPlan } from './sequential-plan.ts';

/** A plan with what a trial without interim looks would need. */
export interface SizedPlan extends FlatPlan {
  readonly fixedSize?: number | undefined;
}

/** `2.963`; a bound that is not there is a dash. */
const score = (z: number): string => (Number.isFinite(z) ? z.toFixed(4).replace('-', '−') : '–');
const share = (probability: number): string => (100 * probability).toFixed(3);
/** JSON knows no infinity. */
const finite = (bounds: readonly number[]): (number | null)[] =>
  bounds.map((bound) => (Number.isFinite(bound) ? bound : null));
/** Relative error of an inflation, which must not cost a patient where the size is a whole number. */
const ROUNDING = 1e-9;
/** Patients, or events, of each look, rounded up. */
const sizesOf = (fixedSize: number, { inflation, spec }: SequentialPlan): number[] =>
  spec.fractions.map((fraction) => Math.ceil(fixedSize * inflation * fraction * (1 - ROUNDING)));

const anyStop = (plan: SequentialPlan, at: keyof AtEffects<unknown>, look: number): number =>
  plan.stops[at].upper[look] + plan.stops[at].lower[look];
const shown = (plan: SequentialPlan, at: keyof AtEffects<unknown>): number =>
  plan.stops[at].upper.reduce((sum, p) => sum + p, 0);

/** Mean estimate at the stop beyond the planned effect, over that effect. */
function biasShare({ spec, efficacy, futility, drift }: SequentialPlan): number {
  const last = efficacy.length - 1;
  const lower = futility ?? efficacy.map((_, look) => (look === last ? efficacy[last] : -Infinity));
  return naiveBias({ information: spec.fractions, upper: efficacy, lower }, drift) / drift;
}

function lookTable(plan: SequentialPlan, sizes: readonly number[] | undefined): AnswerTable {
  const { spec, efficacy, futility, nominalAlpha, alphaSpent, betaSpent } = plan;
  const last = spec.fractions.length - 1;
  const stop = (at: 'null' | 'planned', look: number): string =>
    look === last ? '' : share(anyStop(plan, at, look));
  return {
    caption:
      'By look: bounds on the normal score, and in percent the one-sided p of the efficacy bound, the level and the type II error spent, and how often the look stops a trial without and with the planned effect.',
    columns: [
      'look',
      'information',
      ...(sizes ? ['size'] : []),
      'efficacy',
      'p',
      ...(futility ? ['futility'] : []),
      'α spent',
      'β spent',
      'stops (null)',
      'stops (planned)',
    ],
    rows: spec.fractions.map((fraction, look) => [
      String(look + 1),
      String(Number(fraction.toPrecision(6))),
      ...(sizes ? [String(sizes[look])] : []),
      score(efficacy[look]),
      share(nominalAlpha[look]),
      ...(futility ? [score(futility[look])] : []),
      share(alphaSpent[look]),
      share(betaSpent[look]),
      stop('null', look),
      stop('planned', look),
    ]),
  };
}

function planRows(plan: SequentialPlan, fixedSize: number | undefined): AnswerRow[] {
  const { inflation, drift, expectedInformation, spec, power } = plan;
  const rows: AnswerRow[] = [
    { label: 'Inflation factor', kind: 'number', exact: inflation },
    { label: 'Drift', kind: 'number', exact: drift },
    { label: 'Expected information, null', kind: 'number', exact: expectedInformation.null },
    { label: 'Expected information, half the effect', kind: 'number', exact: expectedInformation.between },
    { label: 'Expected information, planned', kind: 'number', exact: expectedInformation.planned },
    {
      label: 'Bias of the estimate at the stop, share of the planned effect',
      kind: 'probability',
      exact: biasShare(plan),
    },
    { label: 'Type I error', kind: 'probability', nominal: spec.oneSidedAlpha, exact: shown(plan, 'null') },
    { label: 'Power', kind: 'probability', nominal: power, exact: shown(plan, 'planned') },
  ];
  if (fixedSize === undefined) return rows;
  const { null: atNull, planned } = expectedInformation;
  return [
    { label: 'Size of the last look', kind: 'count', exact: sizesOf(fixedSize, plan).at(-1)! },
    { label: 'Expected size, null', kind: 'mean', exact: fixedSize * atNull },
    { label: 'Expected size, planned', kind: 'mean', exact: fixedSize * planned },
    ...rows,
  ];
}

function planVariant({ efficacy, futility, binding, unadjusted }: SizedPlan, plan: SequentialPlan): string[] {
  const upper = efficacyBounds[efficacy];
  const lower = futility && futilityBounds[futility];
  return [
    `Efficacy: ${upper.label}. ${upper.summary} ${upper.reference}.`,
    plan.spec.efficacy.kind === 'spending'
      ? 'The spending function takes the one-sided level; looks may come at another information than planned.'
      : unadjusted
        ? `The last look has the bound of a trial without looks: the level is exceeded (${exactPercentWords(plan.alphaSpent.at(-1)!)}).`
        : 'One constant is solved so that the one-sided level holds; interim bounds stay where looks come at another information.',
    ...(lower
      ? [
          `Futility: ${lower.label}. ${lower.summary} ${lower.reference}.`,
          binding
            ? 'Binding: the efficacy bounds are lowered by what futility stops; not to follow it exceeds the level.'
            : 'Not binding: the level holds whether or not futility is followed; the type I error in the table of figures has it followed.',
        ]
      : []),
    'All levels are one-sided; scores are against the margin where there is one. A score at an efficacy bound stops, one below a futility bound does.',
    'Inflation: planned information over that of a trial without looks of the same level and power; expected information is relative to the same, with futility followed. Drift: mean score at the planned information under the planned effect.',
  ];
}

function planSentence(
  { efficacy, futility, binding, unadjusted, fixedSize }: SizedPlan,
  plan: SequentialPlan,
): string {
  const { spec, inflation } = plan;
  const shares = spec.fractions.map((fraction) => Number((100 * fraction).toPrecision(4)));
  const looks =
    shares.length === 1
      ? 'There is one analysis, at all of the information'
      : `There are ${shares.length} looks, at ${shares.slice(0, -1).join(', ')} and ${shares.at(-1)} % of the information`;
  const stops = plan.efficacy.map(score).join(', ');
  const below = futility && plan.futility!.slice(0, -1).map(score).join(', ');
  const size =
    fixedSize === undefined
      ? `needs ${inflation.toFixed(4)} times the information of a trial without looks`
      : `needs ${sizesOf(fixedSize, plan).at(-1)} in place of ${fixedSize} without looks (inflation ${inflation.toFixed(4)})`;
  return [
    `${looks}. The trial stops for efficacy at a normal score of ${stops} or more (${efficacyBounds[efficacy].label}, one-sided level of ${percentWords(spec.oneSidedAlpha)}${unadjusted ? `, exceeded as published: ${exactPercentWords(plan.alphaSpent.at(-1)!)}` : ''}).`,
    ...(below
      ? [
          `It stops for futility at an interim score below ${below} (${futilityBounds[futility].label}, ${binding ? 'binding' : 'not binding'}).`,
        ]
      : []),
    `With a power of ${percentWords(plan.power)} the trial ${size}.`,
  ].join(' ');
}

/** A plan as a calculator answers it. */
export function planAnswer(flat: SizedPlan, plan: SequentialPlan): Answer {
  const sizes = flat.fixedSize === undefined ? undefined : sizesOf(flat.fixedSize, plan);
  const { spec, nominalAlpha, alphaSpent, betaSpent, drift, inflation, expectedInformation, stops } = plan;
  return {
    variant: planVariant(flat, plan),
    rows: planRows(plan, flat.fixedSize),
    table: lookTable(plan, sizes),
    numbers: {
      fractions: spec.fractions,
      efficacy: finite(plan.efficacy),
      ...(plan.futility && { futility: finite(plan.futility) }),
      nominalAlpha,
      alphaSpent,
      betaSpent,
      drift,
      inflation,
      ...(sizes && { sizes }),
      expectedInformation,
      typeIError: shown(plan, 'null'),
      power: shown(plan, 'planned'),
      biasShare: biasShare(plan),
      stops,
    },
    sentence: planSentence(flat, plan),
  };
}
