import { ALPHA_BETA_IS_ASSUMED } from '../../engine/assumptions.ts';
import { LQ_LIMIT_GY, largestFractionGy } from '../../radiobiology/lq-limit.ts';
import { plannedArms } from '../../scenario/planned-arms.ts';
import {
  alphaBetaCharacteristics,
  isAbout,
  modelledEndpoints,
  uncertainAbout,
  unlessControlModelled,
  unlessModelled,
} from '../checked-models.ts';
import { allTogether, firstWithout, notedPriors, noteOn, together } from '../checked-words.ts';
import { showValue } from '../show-value.ts';
import type { CheckedResult, Checklist } from './definition.ts';

const HETEROGENEITY = 'truth.cohort.heterogeneity';
/** Keys of what makes a dose-response steep. */
const SLOPES = [
  'gamma50',
  'maxGamma',
  'slopePer10Gy',
  'residualProbability',
  'maxLnClonogens',
  'through',
  'm',
];

/** Where the values of a characteristic that states α/β come from. */
const alphaBetaNote = (result: CheckedResult, name: string): string | undefined =>
  noteOn(result, `${HETEROGENEITY}.${name}`, 'truth.cohort');

function alphaBeta(result: CheckedResult): string | undefined {
  const { heterogeneity } = result.scenario.resolved.truth.cohort;
  return allTogether(
    alphaBetaCharacteristics(result).map((name) => {
      const note = alphaBetaNote(result, name);
      return note && `${name}: ${showValue(heterogeneity[name])}, ${note}`;
    }),
  );
}

function alphaBetaHint(result: CheckedResult): string {
  const names = alphaBetaCharacteristics(result);
  if (names.length === 0) return 'truth: { cohort: { heterogeneity: { alphaBetaGy: … } } }';
  return `provenance: { ${HETEROGENEITY}.${firstWithout(names, (name) => alphaBetaNote(result, name))}: { found: … } }`;
}

function shared(result: CheckedResult): string | undefined {
  const names = alphaBetaCharacteristics(result);
  if (names.length === 0) return undefined;
  const own = Object.entries(result.scenario.resolved.truth.cohort.subtypes)
    .filter(([, { heterogeneity }]) => names.some((name) => name in heterogeneity))
    .map(([subtype]) => subtype);
  const bySubtype = own.length > 0 ? `laws of their own: ${own.join(', ')}` : 'one law for all patients';
  return `${result.arms.length === 1 ? 'one arm' : 'shared by all arms'}; ${bySubtype}`;
}

function slope(result: CheckedResult): string | undefined {
  const uncertain = uncertainAbout(result, (path) => SLOPES.some((key) => isAbout(path, key)));
  return notedPriors(result, uncertain);
}

/** The largest fraction of each arm, and the survival law where it is beyond the limit. */
function fractionSize(result: CheckedResult): string | undefined {
  const arms = plannedArms(result.scenario.resolved).flatMap(({ name, schedules }) =>
    schedules.length === 0
      ? []
      : [
          {
            name,
            gray: Math.max(...schedules.map(({ schedule }) => largestFractionGy(schedule, undefined))),
          },
        ],
  );
  if (arms.length === 0) return undefined;
  const sizes = arms.map(({ name, gray }) => `${Number(gray.toPrecision(4))} Gy in ${name}`).join(', ');
  if (arms.every(({ gray }) => gray <= LQ_LIMIT_GY))
    return `at most ${sizes}: within ${LQ_LIMIT_GY} Gy, up to which the linear-quadratic model is well defended`;
  const stated = modelledEndpoints(result).flatMap(({ block }) => block.survival ?? []);
  if (stated.length === 0) return undefined;
  const laws = new Set(stated.map((law) => (typeof law === 'string' ? law : Object.keys(law).join(', '))));
  return `${sizes}: beyond ${LQ_LIMIT_GY} Gy; survival stated as ${[...laws].join(', ')}`;
}

function timeFactor(result: CheckedResult): string | undefined {
  const states = modelledEndpoints(result).filter(({ block }) => block.repopulation !== undefined);
  const said = states.map(
    ({ name, block }) => `${name}: repopulation from day ${block.repopulation!.kickOffDays}`,
  );
  return together([...new Set(said)]);
}

/** What ties the endpoints together. */
function correlated(result: CheckedResult): string | undefined {
  const { truth, uncertainty } = result.scenario.resolved;
  const pairs = truth.cohort.correlation.map(({ between, rho }) => `${between.join(' and ')}: ρ ${rho}`);
  const joint = Object.entries(uncertainty).flatMap(([name, spec]) =>
    'draws' in spec ? [`joint draws “${name}”`] : [],
  );
  return together([...pairs, ...joint]);
}

function notEvidence({ assumptions }: CheckedResult): string | undefined {
  if (!assumptions.some(({ note }) => note === ALPHA_BETA_IS_ASSUMED)) return undefined;
  const assumed = assumptions.filter(({ basis }) => basis === 'assumed').length;
  return `said under “What it rests on”; ${assumed} of ${assumptions.length} inputs and premises are assumed`;
}

const unlessTwoEndpoints = (result: CheckedResult): string | undefined =>
  unlessModelled(result) ??
  (new Set(modelledEndpoints(result).map(({ name }) => name)).size > 1
    ? undefined
    : 'one endpoint is modelled');

export const isoeffect: Checklist = {
  title: 'Models of fractionation (our own list)',
  reference: 'what a reader of a simulated fractionation trial needs besides the lists above',
  items: [
    {
      item: 'α/β of local control, and what it rests on',
      find: alphaBeta,
      hint: alphaBetaHint,
      exempt: unlessControlModelled,
    },
    { item: 'Whether arms and subtypes share α/β', find: shared, exempt: unlessControlModelled },
    {
      item: 'Uncertainty of α/β as a prior',
      find: (result) =>
        together(
          uncertainAbout(result, (path) => ['alphaBetaGy', 'betaPerGy2'].some((name) => isAbout(path, name))),
        ),
      hint: 'uncertainty: { truth.cohort.heterogeneity.alphaBetaGy: law }',
      exempt: unlessModelled,
    },
    {
      item: 'Uncertainty of the dose-response slope as a prior',
      find: slope,
      hint: 'uncertainty: { truth.localControl.gamma50: law }',
      exempt: unlessModelled,
    },
    {
      item: `Fraction size within the linear-quadratic range (${LQ_LIMIT_GY} Gy)`,
      find: fractionSize,
      hint: 'truth: { localControl: { survival: … } }',
      exempt: unlessModelled,
    },
    {
      item: 'Effect of overall treatment time',
      find: timeFactor,
      hint: 'truth: { localControl: { repopulation: … } }',
      exempt: unlessModelled,
    },
    {
      item: 'Parameters of tumour and normal tissue that hang together',
      find: correlated,
      hint: 'truth: { cohort: { correlation: … } }, or joint draws in uncertainty',
      exempt: unlessTwoEndpoints,
    },
    {
      item: 'Model-based equivalence is an assumption, not evidence',
      find: notEvidence,
      exempt: unlessControlModelled,
    },
    {
      item: 'Not for the care of a patient',
      find: ({ truths }) =>
        truths.length > 0
          ? `rates of populations under ${truths.length === 1 ? 'one truth' : `${truths.length} truths`}; they say nothing of how to treat a patient`
          : undefined,
    },
  ],
};
