import spec from '../../../reports/levels-recommended.vl.json' with { type: 'json' };
import type { EscalationResult, EscalationTruthResult, PlanResult } from '../../engine/escalation-result.ts';
import { percentWords } from '../../trial/percent-words.ts';
import type { Row } from '../charts/definition.ts';
import { methodWords, monthsWords, planLabel, toxicityWords } from '../escalation-words.ts';
import { best, known, percent, short } from '../numbers.ts';
import { windowPanel } from '../window-panel.ts';
import type { EscalationChart } from './definition.ts';

const NONE = 'none';
/** Levels that are acceptable, from light to dark, and those that are not; no level. */
const ACCEPTABLE = ['#8fc4e6', '#3b8fc7', '#0072B2', '#00507d'];
const NOT_ACCEPTABLE = ['#f0a070', '#D55E00', '#a34700', '#6e3000'];
const OF_NONE = '#c9c9c9';
/** Colours on which dark letters are read better. */
const LIGHT = new Set([ACCEPTABLE[0], NOT_ACCEPTABLE[0], OF_NONE]);
/** A segment narrower than this share has no room for its number. */
const LEAST_LABELLED = 0.05;

function spreadOver(colours: readonly string[], count: number, position: number): string {
  if (count === 1) return colours[2 % colours.length];
  return colours[Math.round((position * (colours.length - 1)) / (count - 1))];
}

/** A colour for each level, then for none. */
function coloursOf({ byHorizon }: EscalationTruthResult, acceptableRate: number): string[] {
  const isAcceptable = byHorizon.map((rate) => rate <= acceptableRate);
  const count = (kind: boolean): number => isAcceptable.filter((own) => own === kind).length;
  const place = (level: number): number =>
    isAcceptable.slice(0, level).filter((own) => own === isAcceptable[level]).length;
  return [
    ...isAcceptable.map((own, level) =>
      spreadOver(own ? ACCEPTABLE : NOT_ACCEPTABLE, count(own), place(level)),
    ),
    OF_NONE,
  ];
}

function planRows(
  plan: PlanResult,
  place: number,
  names: readonly string[],
  colours: readonly string[],
): Row[] {
  let from = 0;
  return [...plan.recommended, plan.none].map((value, i): Row => {
    const share = best(value);
    const to = Math.min(1, from + share);
    const row = {
      ...windowPanel(plan),
      plan: methodWords(plan),
      place,
      level: names[i],
      from: short(100 * from),
      to: short(100 * to),
      middle: short(50 * (from + to)),
      label: share >= LEAST_LABELLED ? percent(share, 0) : '',
      ink: LIGHT.has(colours[i]) ? 'dark' : 'light',
    };
    from = to;
    return row;
  });
}

export const levelsRecommended: EscalationChart = {
  summary: 'How often each level is recommended, by method and window.',
  reference: 'every plan as planned: exact where it is, else replicates of world 0',
  spec,
  content(result: EscalationResult) {
    const [planned] = result.truths;
    const { acceptableRate, horizonMonths } = result.escalation;
    const by = `by ${monthsWords(horizonMonths)}`;
    const names = [
      ...result.arms.map(({ name }, level) => `${name} (${percent(planned.byHorizon[level])} %)`),
      NONE,
    ];
    const colours = coloursOf(planned, acceptableRate);
    const worst = [...planned.plans].sort((a, b) => best(b.tooToxic) - best(a.tooToxic));
    const [most, least] = [worst[0], worst[worst.length - 1]];
    const title =
      best(most.tooToxic) > 0
        ? `A level that is not acceptable is recommended in ${known(most.tooToxic)} of trials (${planLabel(most)})${most === least ? '' : ` to ${known(least.tooToxic)} (${planLabel(least)})`}`
        : `The right level is recommended in ${known(planned.plans[0].right)} of trials (${planLabel(planned.plans[0])})`;
    return {
      title,
      description: `Share of trials, as planned, in which each level is recommended, by the method and by the window within which it counts toxicities (${toxicityWords(result)}). Behind each level stands its rate ${by}: blue levels have at most ${percentWords(acceptableRate)} and are acceptable, orange ones more.`,
      data: { shares: planned.plans.flatMap((plan, place) => planRows(plan, place, names, colours)) },
      params: { segments: names, colours },
    };
  },
};
