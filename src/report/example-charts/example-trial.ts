import spec from '../../../reports/example-trial.vl.json' with { type: 'json' };
import type { StoryLook, TrialStory } from '../../engine/trial-story.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { DAYS_A_MONTH } from '../../trial/accrual.ts';
import { endpointPhrase } from '../../trial/endpoint-time.ts';
import type { Row } from '../charts/definition.ts';
import { capitalised } from '../endpoint-words.ts';
import { type ExampleSteps, exampleSteps, type Step } from '../example-steps.ts';
import { headline } from '../example-words.ts';
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

const ENROLLED = 'enrolled';
const KNOWN = 'outcome known';
const EVENT = 'event';

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

/** Vertical rules with `x of n`, where there is room for it; the look that stops the trial is the decision. */
function lookRows(panel: string, looks: readonly StoryLook[], end: number): Row[] {
  const passed = looks.filter(({ verdict }) => verdict === null);
  const places = passed.map(placeOf);
  const [wide, narrow] = [LABEL_GAP.wide, LABEL_GAP.narrow].map((gap) =>
    spacedLabels(places, gap * end * ROOM_RIGHT, end),
  );
  return passed.map(({ events, patients }, i) => {
    const label = `${events} of ${patients}`;
    return {
      kind: 'look',
      panel,
      x: short(places[i]),
      wide: wide[i] ? label : '',
      narrow: narrow[i] ? label : '',
    };
  });
}

function decisionRow({ decision, looks }: TrialStory, panel: string, end: number): Row {
  const stop = looks.at(-1);
  const label =
    decision.stop && stop
      ? `stopped for ${decision.stop.verdict}: ${stop.events} of ${stop.patients}`
      : `final analysis: ${decision.success ? 'success' : 'failure'}`;
  return { kind: 'decision', panel, x: short(end), wide: label };
}

/** Everything of one endpoint. */
function panelRows(story: TrialStory, endpoint: EndpointName, time: number, steps: ExampleSteps): Row[] {
  const panel = capitalised(endpointPhrase(endpoints[endpoint], time));
  const looks = story.looks.filter((look) => look.endpoint === endpoint);
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
    ...lookRows(panel, looks, end),
    decisionRow(story, panel, end),
  ];
}

function descriptionOf({ accrual, looks }: TrialStory): string {
  const lines =
    accrual === null
      ? 'Patients with the event among those analysed so far'
      : 'Patients enrolled, patients whose outcome is known, and those of them with the event, by month from opening';
  const rules =
    looks.length === 0
      ? ''
      : ' Vertical lines are looks, with events of patients looked at; triangles are the counts from which a look stops the trial.';
  return `${lines}, in one simulated trial.${rules} Another replicate goes another way: it is an example, not an expectation.`;
}

export const exampleTrial: ExampleChart = {
  summary: 'One simulated trial from opening to decision: enrolment, outcomes, looks.',
  reference: 'one replicate',
  spec,
  content(story: TrialStory) {
    const hasAccrual = story.accrual !== null;
    if (!hasAccrual && story.looks.length === 0) return undefined;
    const read = story.endpoints.flatMap(({ name, time }) => (time === null ? [] : [{ name, time }]));
    const shown = read.filter(
      ({ name }) => hasAccrual || story.looks.some(({ endpoint }) => endpoint === name),
    );
    const steps = shown.map(({ name }) => exampleSteps(story, name));
    const panels = shown.flatMap(({ name, time }, i) => panelRows(story, name, time, steps[i]));
    const counts = panels.flatMap(({ count }) => (typeof count === 'number' ? [count] : []));
    const bounds = panels.flatMap(({ bound }) => (typeof bound === 'string' ? [bound] : []));
    return {
      title: headline(story),
      description: descriptionOf(story),
      data: { panels },
      params: {
        xTitle: hasAccrual ? 'months from opening' : 'patients analysed',
        yTitle: hasAccrual ? 'patients' : 'patients with the event',
        xHigh: short(ROOM_RIGHT * Math.max(...steps.map(({ end }) => end))),
        yHigh: short(HEADROOM * Math.max(1, ...counts)),
        series: hasAccrual ? [ENROLLED, KNOWN, EVENT] : [EVENT],
        bounds: [...new Set(bounds)].sort(),
      },
    };
  },
};
