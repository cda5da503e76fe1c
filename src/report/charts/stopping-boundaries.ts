import spec from '../../../reports/stopping-boundaries.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { liveDesign } from '../live-design.ts';
import { best, known, percent, short, signed } from '../numbers.ts';
import { heldLooks, lookUnit, type PlannedLook, plannedLooks } from '../sequential-looks.ts';
import { futilityWords } from '../sequential-words.ts';
import { spacedLabels } from '../spaced-labels.ts';
import { verdictsOf } from '../stopping-words.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** Least distance of two labels in percent of the plan, on wide pages and on phones: 44 pixels, beside 52 for the last. */
const LABEL_GAP = { wide: (44 / (600 - 52)) * 100, narrow: (44 / (275 - 52)) * 100 };
/** Room above and below the bounds for their labels, in units of the score. */
const ROOM = 0.22;

type Kind = 'efficacy' | 'futility';

/** The points of one bound with their labels, where there is room. */
function boundRows(result: RunResult, looks: readonly PlannedLook[], kind: Kind): Row[] {
  const held = heldLooks(result.truths[0]);
  const isDrawn = (look: PlannedLook): boolean => look[kind] !== undefined;
  const shown = looks.filter((look) => isDrawn(look));
  const places = shown.map(({ fraction }) => 100 * fraction);
  const [wide, narrow] = [LABEL_GAP.wide, LABEL_GAP.narrow].map((gap) => spacedLabels(places, gap, 100));
  return shown.map((look, i) => {
    const stop = held[look.number - 1]?.byVerdict?.[kind];
    const z = `z ${signed(look[kind]!, 2).replace('+', '')}`;
    const label = stop ? `${z}\n${percent(best(stop))} %` : z;
    return {
      kind,
      fraction: short(places[i]),
      z: short(look[kind]!),
      isBelow: kind === 'futility',
      isTwoLines: stop !== undefined,
      isLast: look.isLast,
      wide: look.isLast || wide[i] ? label : '',
      narrow: look.isLast || narrow[i] ? label : '',
    };
  });
}

/** Bounds of futility end where those of efficacy do. */
function closed(futility: readonly Row[], last: Row): Row[] {
  return futility.length === 0
    ? []
    : [...futility, { ...last, kind: 'futility', isBelow: true, isTwoLines: false, wide: '', narrow: '' }];
}

function titleOf(result: RunResult): string {
  const [planned] = result.truths;
  const looks = heldLooks(planned);
  const verdicts = verdictsOf([planned]);
  const { probability, byVerdict } = planned.operatingCharacteristics.stopping!;
  const isOne = verdicts.length === 1;
  const split = isOne
    ? ` for ${verdicts[0]}`
    : verdicts.map((verdict) => `${known(byVerdict[verdict])} for ${verdict}`).join(', ');
  const [{ stop }] = looks;
  const lead = `${looks.length === 1 ? 'The interim look stops' : `The ${looks.length} interim looks stop`} ${known(probability)} of trials as planned`;
  if (looks.length === 1) return isOne ? `${lead}${split}` : `${lead}${split && `: ${split}`}`;
  const all = isOne ? `${lead}${split}` : `${lead}${split && ` (${split})`}`;
  return `${all}; the first one stops ${known(stop)}`;
}

function descriptionOf(result: RunResult): string {
  const sequential = liveDesign(result).sequential!;
  const unit = lookUnit(sequential);
  const observed =
    unit === 'failures'
      ? ' Where the last analysis has more failures than planned, or fewer, its bound takes what is left of the level.'
      : '';
  const binding = sequential.plan.futility
    ? ` Below the lower line (${futilityWords(sequential)}) it is given up.`
    : '';
  return `Bounds on the normal score of the claim at each look, as planned. At or above the upper line (${sequential.efficacyLabel}) the trial stops with its claim shown.${binding} Beside each interim look stands the bound, and under it the share of trials that stops there for that, as planned.${observed}`;
}

export const stoppingBoundaries: ChartDefinition = {
  summary:
    'Efficacy and futility bounds of a group-sequential trial, with the probability of stopping at each look.',
  reference: 'Jennison & Turnbull 2000, Group Sequential Methods, ch. 2, 4 and 7',
  spec,
  showsInput: true,
  content(result: RunResult) {
    const { sequential } = liveDesign(result);
    const looks = plannedLooks(result);
    if (!sequential || looks.length < 2) return undefined;
    const efficacy = boundRows(result, looks, 'efficacy');
    const futility = closed(boundRows(result, looks, 'futility'), efficacy[efficacy.length - 1]);
    const scores = [...efficacy, ...futility].map(({ z }) => Number(z));
    const [low, high] = [Math.min(...scores), Math.max(...scores)];
    const room = ROOM * Math.max(1, high - low);
    return {
      title: titleOf(result),
      description: descriptionOf(result),
      data: { bounds: [...efficacy, ...futility] },
      params: {
        kinds: futility.length > 0 ? ['efficacy', 'futility'] : ['efficacy'],
        efficacyName: 'efficacy',
        futilityName: `futility, ${sequential.plan.spec.isBinding ? 'binding' : 'not binding'}`,
        yLow: short(low - room),
        yHigh: short(high + room),
        fractions: looks.map(({ fraction }) => short(100 * fraction)),
        lookLabels: looks.map(({ fraction }) => `${short(Number((100 * fraction).toFixed(1)))} %`),
        informationTitle: `information (share of ${looks[looks.length - 1].count} planned ${lookUnit(sequential)})`,
      },
    };
  },
};
