import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import { dosePremises } from '../radiobiology/dose-premises.ts';
import { leafPaths, type Path, valueAt } from '../scenario/path.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { truthNames, truthSpec } from '../scenario/truth-specs.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { claims } from '../trial/claims/index.ts';
import { statedClaims } from '../trial/design.ts';
import { burdenPremises } from './burden/burden-premises.ts';
import { designPremises } from './design-premises.ts';
import type { Assumption } from './result.ts';

/** The note of an input that the scenario names no source for. */
export const NO_SOURCE = 'no source stated';

/** What the format fixes for every scenario. */
const GENERAL = [
  'Endpoints are independent given the characteristics of the patient.',
  'Unevaluable patients are independent of outcome, and shared by the endpoints.',
];

const COMPETING =
  'Death and metastasis are independent of local failure; the design analyses local control as if nobody died first (net).';
const INDEPENDENT = 'Death and metastasis are independent of local failure.';
const SHARED =
  'Given the characteristics that their hazard ratios name, death and metastasis are independent of local failure.';
const NET = 'The design analyses local control as if nobody died first (net).';

/** What is taken for granted of death and metastasis. */
function competingPremises({ design }: Scenario, truths: readonly TruthSpec[]): string[] {
  const competing = truths.flatMap((truth) => truth.competing ?? []);
  if (competing.length === 0) return [];
  const isShared = competing.some(({ hazardRatios }) => hazardRatios !== undefined);
  const claimed = statedClaims(design).map(({ name, parameters }) => claims[name].create(parameters));
  // Claims on times say themselves what counts and what competes
  const isNet = !claimed.some(isTimeClaim);
  if (isNet && !isShared) return [COMPETING];
  return [isShared ? SHARED : INDEPENDENT, ...(isNet ? [NET] : [])];
}

const DELIVERY =
  'Each planned fraction is missed by itself, with one probability for all patients and days; those that a patient misses are taken to lie evenly over the course, and those of a conditional phase are not missed.';
const CALENDAR =
  'Where a schedule does not say, it starts on a Monday and keeps to weekdays, fractions of a day are 6 hours apart, missed ones are given at the end, an increased dose keeps the BED at α/β 10 Gy, and surgery lies 35 days after radiotherapy or 42 days before it.';

const SCHEDULES =
  'Which of several schedules a patient gets by choice is independent of all that the patient is; an arm’s EQD2 and BED are the means over its schedules.';
const CENTRES =
  'Patients come to each centre with equal probability. A centre’s effects on endpoints are independent of each other, normal on the log odds, and alike in both arms.';
const BLOCKS = 'Patients come one after another, their strata independent of each other and of all else.';

/** The model without biology. */
const STATED = 'statedRates';

/** What every reader of a result that rests on α/β for local control must know. */
export const ALPHA_BETA_IS_ASSUMED =
  'α/β for local control is an assumption, whoever states it: published schedules need not determine it. Those of preoperative sarcoma radiotherapy, for one, do not: dropping one of 15 studies moves the best estimate from about 30 Gy to about 1 Gy.';

/** Keys that name the experiment rather than feed it, or feed another question. */
const LABELS = /^(isoeffect|title|question|source|seed|provenance|simulation|sensitivity)(\.|$)/;

/** Lists longer than this are one input: the bins of a histogram, the draws of a parameter. */
const LONGEST_LISTED = 4;

/** Whether a value is a list that counts as one input. */
export const isLongList = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > LONGEST_LISTED && value.every((item) => typeof item === 'number');

/** Paths of the numbers that a scenario states; a long list of numbers is one. */
function inputPaths(scenario: Scenario): Path[] {
  const paths = leafPaths(scenario).filter((path) => typeof valueAt(scenario, path) === 'number');
  const lists = paths.map((path) => {
    const list = path.slice(0, path.lastIndexOf('.'));
    return isLongList(valueAt(scenario, list)) ? list : path;
  });
  return [...new Set(lists)];
}

const shownValue = (value: unknown): unknown => (isLongList(value) ? `${value.length} values` : value);

/** Everything the result rests on: inputs with their stated basis (untagged ones count as assumed), then the models' premises. */
export function listAssumptions(scenario: Scenario): Assumption[] {
  const tagged = Object.entries(scenario.provenance);
  const covered = (path: string): boolean =>
    tagged.some(([tag]) => path === tag || path.startsWith(`${tag}.`));
  const inputs = tagged.map(([path, tag]): Assumption => {
    const [basis, note] = Object.entries(tag).find(([, text]) => text !== undefined)!;
    return { about: path, value: valueAt(scenario, path), basis: basis as Assumption['basis'], note: note! };
  });
  const isJoint = (path: string): boolean => /^uncertainty\.[^.]+\.draws\./.test(path);
  const untagged = inputPaths(scenario)
    .filter((path) => !LABELS.test(path) && !covered(path))
    .map(
      (path): Assumption => ({
        about: path,
        value: shownValue(valueAt(scenario, path)),
        ...(isJoint(path)
          ? { basis: 'fitted', note: 'joint draws read from a file' }
          : { basis: 'assumed', note: NO_SOURCE }),
      }),
    );
  return [...inputs, ...untagged, ...premises(scenario)];
}

/** The premises of the models that any truth uses, and of the design. */
function premises(scenario: Scenario): Assumption[] {
  const truths = truthNames(scenario).map((name) => truthSpec(scenario, name));
  const used = Object.values(endpoints).flatMap((endpoint) => {
    const blocks = truths.map((truth) => truth[endpoint.name] as EndpointSpec | undefined);
    const stated = blocks.flatMap((block) => block ?? []);
    const assume =
      (about: string) =>
      (note: string): Assumption => ({ about: `${endpoint.label}, ${about}`, basis: 'assumed', note });
    const models = stated.flatMap(({ model, bySubtype = {} }) => [
      model,
      ...Object.values(bySubtype).map((own) => own.model),
    ]);
    return [
      ...[...new Set(models)].flatMap((model) => endpoint.models[model].assumptions.map(assume(model))),
      ...stated
        .filter(({ model }) => model !== STATED)
        .flatMap((block) => dosePremises(block).map(({ text }) => text))
        .map(assume('dose')),
    ];
  });
  const needsAlphaBeta = used.some(
    ({ about }) => about.startsWith(endpoints.localControl.label) && !about.endsWith(STATED),
  );
  const ofCourses = [
    ...(Object.values(scenario.arms).some((arm) => arm.schedule ?? arm.schedules) ? [CALENDAR] : []),
    ...(Object.values(scenario.arms).some((arm) => arm.schedules) ? [SCHEDULES] : []),
    ...(truths.some((truth) => truth.delivery !== undefined) ? [DELIVERY] : []),
    ...competingPremises(scenario, truths),
    ...(scenario.design.centres !== undefined ? [CENTRES] : []),
    ...(scenario.design.randomisation ? [BLOCKS] : []),
  ];
  const general = [...GENERAL, ...ofCourses, ...(needsAlphaBeta ? [ALPHA_BETA_IS_ASSUMED] : [])].map(
    (note): Assumption => ({ about: 'every scenario', basis: 'assumed', note }),
  );
  return [...used, ...designPremises(scenario.design), ...burdenPremises(scenario), ...general].filter(
    (a, i, all) => all.findIndex((b) => b.note === a.note && b.about === a.about) === i,
  );
}
