import spec from '../../../reports/example-trial.vl.json' with { type: 'json' };
import type { StoryClaim, StoryLook, TrialStory } from '../../engine/trial-story.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { DAYS_A_MONTH } from '../../trial/accrual.ts';
import { endpointPhrase } from '../../trial/endpoint-time.ts';
import type { Row } from '../charts/definition.ts';
import { capitalised } from '../endpoint-words.ts';
import { informationWords } from '../example-analyses.ts';
import { failureSteps, type MarkedPlace, passedAnalyses } from '../example-analysis-rows.ts';
import { type ExampleSteps, exampleSteps, type Step } from '../example-steps.ts';
import { headline } from '../example-words.ts';
import { isLookedAtByArm, leaversWords } from '../leaving-words.ts';
import { short } from '../numbers.ts';
import { spacedLabels } from '../spaced-labels.ts';
import type { ExampleChart } from './definition.ts';

/** Steps of a line that are drawn; of more, every so many. */
const MOST_STEPS = 200;
/** Events that are marked one by one; of more, the steps alone tell. */
const MOST_MARKS = 60;
/** Room above the lines for the labels of the looks, and to the right for the decision's. */
const HEADROOM = 1.4;
const ROOM_RIGHT = 1.09;
/** Least distance of two labels of looks as a share of the axis, on wide pages and on phones: 15 pixels. */
const LABEL_GAP = { wide: 15 / 600, narrow: 15 / 275 };

/** Lines of failures go on past the decision, whose rule would hide the last failure. */
const PAST_END = 1.012;

const ENROLLED = 'enrolled';
const KNOWN = 'outcome known';
const EVENT = 'event';
/** Failures by arm, the control first. */
const FAILURES = ['failure in control', 'failure in experimental'];

type Bound = Row & { readonly bound: string };

function thinned(steps: readonly Step[]): Step[] {
  const every = Math.ceil(steps.length / MOST_STEPS);
  return steps.filter((_, i) => (steps.length - 1 - i) % every === 0);
}

/** A line from the opening to the decision. */
function stepRows(panel: string, series: string, steps: readonly Step[], end: number): Row[] {
  const reached = steps.at(-1)?.count ?? 0;
  const all = [{ x: 0, count: 0 }, ...thinned(steps), { x: end, count: reached }];
  return all.map(({ x, count }) => ({ kind: 'step', panel, series, x: short(x), count }));
}

/** Where a look lies on the axis. */
const placeOf = ({ day, patients }: StoryLook): number => (day === null ? patients : day / DAYS_A_MONTH);

function boundRows(panel: string, look: StoryLook): Bound[] {
  return look.stopsAt.map(({ verdict, from, to }) => {
    const isBelow = from === 0 && to < look.patients;
    const bound = `${verdict} ${isBelow ? 'below' : 'above'}`;
    return { kind: 'bound', panel, bound, x: short(placeOf(look)), count: isBelow ? to : from };
  });
}

/** Vertical rules with their labels, where there is room for them. */
function lookRows(panel: string, passed: readonly MarkedPlace[], end: number): Row[] {
  const places = passed.map(({ x }) => x);
  const [wide, narrow] = [LABEL_GAP.wide, LABEL_GAP.narrow].map((gap) =>
    spacedLabels(places, gap * end * ROOM_RIGHT, end),
  );
  return passed.map(({ x, label }, i) => ({
    kind: 'look',
    panel,
    x: short(x),
    wide: wide[i] ? label : '',
    narrow: narrow[i] ? label : '',
  }));
}

/** The looks that did not stop the trial; the one that did is the decision. */
function passedLooks(looks: readonly StoryLook[]): MarkedPlace[] {
  const passed = looks.filter(({ verdict }) => verdict === null);
  return passed.map((look) => ({ x: placeOf(look), label: `${look.events} of ${look.patients}` }));
}

function decisionLabel(story: TrialStory): string {
  const { decision, looks, claims } = story;
  if (isLookedAtByArm(story)) return `${decision.success ? 'success' : 'failure'}: ${leaversWords(story)}`;
  const stop = looks.at(-1);
  if (!decision.stop) return `final analysis: ${decision.success ? 'success' : 'failure'}`;
  const claim = claims.find(({ analyses }) => analyses.length > 0);
  const counted = stop
    ? `${stop.events} of ${stop.patients}`
    : informationWords(claim!, claim!.analyses.at(-1)!);
  return `stopped for ${decision.stop.verdict}: ${counted}`;
}

const decisionRow = (story: TrialStory, panel: string, end: number): Row => ({
  kind: 'decision',
  panel,
  x: short(end),
  wide: decisionLabel(story),
});

/** Failures by arm until the decision, of an endpoint of which times decide. */
function timedRows(story: TrialStory, claim: StoryClaim): Row[] {
  const control = story.arms[0].name;
  const panel = claim.arm ? `Failures seen: ${control} and ${claim.arm}` : 'Failures seen by arm';
  const tested = claim.arm ? story.arms.findIndex(({ name }) => name === claim.arm) : 1;
  const steps = failureSteps(story);
  const end = story.decision.day! / DAYS_A_MONTH;
  return [
    ...[0, tested].flatMap((arm, side) => stepRows(panel, FAILURES[side], steps[arm], PAST_END * end)),
    ...lookRows(panel, passedAnalyses(claim), end),
    decisionRow(story, panel, end),
  ];
}

/** The looks of a claim of an endpoint that did not end the trial: with their scores, or of several arms by number. */
function passedBy(story: TrialStory, endpoint: EndpointName): MarkedPlace[] {
  const [first, ...others] = story.claims.filter((claim) => claim.endpoint === endpoint);
  if (!first) return [];
  if (!isLookedAtByArm(story)) return passedAnalyses(first);
  const longest = others.reduce((a, b) => (b.analyses.length > a.analyses.length ? b : a), first);
  return passedAnalyses(longest).map(({ x }, k) => ({ x, label: `look ${k + 1}` }));
}

/** Everything of one endpoint. */
function panelRows(story: TrialStory, endpoint: EndpointName, time: number, steps: ExampleSteps): Row[] {
  const panel = capitalised(endpointPhrase(endpoints[endpoint], time));
  const looks = story.looks.filter((look) => look.endpoint === endpoint);
  const passed = [...passedLooks(looks), ...passedBy(story, endpoint)];
  const { enrolled, known, events, end } = steps;
  const hasAccrual = story.accrual !== null;
  return [
    ...(hasAccrual ? stepRows(panel, ENROLLED, enrolled, end) : []),
    ...(hasAccrual ? stepRows(panel, KNOWN, known, end) : []),
    ...stepRows(panel, EVENT, events, end),
    ...(events.length > MOST_MARKS ? [] : events).map(({ x, count }) => ({
      kind: 'event',
      panel,
      x: short(x),
      count,
    })),
    ...looks.flatMap((look) => boundRows(panel, look)),
    ...lookRows(panel, passed, end),
    decisionRow(story, panel, end),
  ];
}

function descriptionOf(story: TrialStory): string {
  const ofTimes = timedClaim(story)
    ? 'Failures that the analysis sees in either arm, by month from opening'
    : '';
  const ofCounts =
    story.accrual === null
      ? 'Patients with the event among those analysed so far'
      : 'Patients enrolled, patients whose outcome is known, and those of them with the event, by month from opening';
  const lines = [...(ofTimes ? [ofTimes] : []), ...(shownEndpoints(story).length > 0 ? [ofCounts] : [])];
  const rules =
    story.looks.length === 0
      ? ''
      : ' Vertical lines are looks, with events of patients looked at; triangles are the counts from which a look stops the trial.';
  const scores = isLookedAtByArm(story)
    ? ' Vertical lines are looks at the arms that were left.'
    : story.claims.some(({ analyses }) => analyses.length > 1)
      ? ' Vertical lines are looks, with their normal scores.'
      : '';
  return `${lines.join('; ')}, in one simulated trial.${rules}${scores} Another replicate goes another way: it is an example, not an expectation.`;
}

const timedClaim = ({ claims }: TrialStory): StoryClaim | undefined =>
  claims.find(({ scale }) => scale !== 'rates');

/** The claims on times that have a panel: the first, or that of each arm where several are compared. */
const timedPanels = ({ claims }: TrialStory): StoryClaim[] =>
  claims.filter(({ scale }) => scale !== 'rates').filter(({ arm }, k) => arm !== undefined || k === 0);

/** The endpoints of which counts are drawn, with their times. */
function shownEndpoints(story: TrialStory): { name: EndpointName; time: number }[] {
  const timed = timedClaim(story)?.endpoint;
  const read = story.endpoints.flatMap(({ name, time }) => (time === null ? [] : [{ name, time }]));
  const hasLooks = (name: EndpointName): boolean =>
    story.looks.some(({ endpoint }) => endpoint === name) ||
    story.claims.some(({ endpoint, analyses }) => endpoint === name && analyses.length > 0);
  return read.filter(({ name }) => name !== timed && (story.accrual !== null || hasLooks(name)));
}

export const exampleTrial: ExampleChart = {
  summary: 'One simulated trial from opening to decision: enrolment, outcomes, looks.',
  reference: 'one replicate',
  spec,
  content(story: TrialStory) {
    const hasAccrual = story.accrual !== null;
    const timed = timedClaim(story);
    const shown = shownEndpoints(story);
    if (!timed && shown.length === 0) return undefined;
    const steps = shown.map(({ name }) => exampleSteps(story, name));
    const panels = [
      ...(timed ? timedPanels(story).flatMap((claim) => timedRows(story, claim)) : []),
      ...shown.flatMap(({ name, time }, i) => panelRows(story, name, time, steps[i])),
    ];
    const counts = panels.flatMap(({ count }) => (typeof count === 'number' ? [count] : []));
    const places = panels.flatMap(({ x }) => (typeof x === 'number' ? [x] : []));
    const bounds = panels.flatMap(({ bound }) => (typeof bound === 'string' ? [bound] : []));
    const ofCounts = shown.length === 0 ? [] : hasAccrual ? [ENROLLED, KNOWN, EVENT] : [EVENT];
    return {
      title: headline(story),
      description: descriptionOf(story),
      data: { panels },
      params: {
        xTitle: hasAccrual ? 'months from opening' : 'patients analysed',
        yTitle: shown.length === 0 ? 'failures' : hasAccrual ? 'patients' : 'patients with the event',
        xHigh: short(ROOM_RIGHT * Math.max(...places)),
        yHigh: short(HEADROOM * Math.max(1, ...counts)),
        series: [...(timed ? FAILURES : []), ...ofCounts],
        bounds: [...new Set(bounds)].sort(),
      },
    };
  },
};
