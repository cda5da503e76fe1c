import spec from '../../../reports/alpha-beta-profile.vl.json' with { type: 'json' };
import type { CalibrationRecord } from '../../engine/calibration-record.ts';
import type { ControlSet } from '../../evidence/calibration-result.ts';
import { bestInWords, setInWords } from '../../evidence/calibration-verdict.ts';
import { ALPHA_BETA_GRID, type AlphaBetaSet, CHI_SQUARED_95 } from '../../evidence/profile-alpha-beta.ts';
import { secondSetWords, setNames } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { axisParams, short } from '../numbers.ts';
import type { CalibrationChart } from './definition.ts';

const SHORT: Record<ControlSet['name'], string> = {
  fitted: 'fitted',
  withExcluded: 'all',
  asFlagged: 'as flagged',
};
const ROLES = ['first', 'second'] as const;
/** Room above the highest limit, and the least height of the axis. */
const HEADROOM = 1.5;
const LEAST_HEIGHT = 12;

const [LOW, HIGH] = [ALPHA_BETA_GRID[0], ALPHA_BETA_GRID.at(-1)!];

const curveRows = (sets: readonly ControlSet[]): Row[] =>
  sets.flatMap(({ profile: { points } }, i) =>
    points.map(({ alphaBetaGy, excess }) => ({ role: ROLES[i], alphaBetaGy, excess: short(excess) })),
  );

/** The limit of the plain sets, and one a choice of studies where its studies differ more than by chance. */
function limitRows(sets: readonly ControlSet[]): Row[] {
  const adjusted = sets.flatMap(({ profile: { overdispersion } }, i) =>
    overdispersion > 1
      ? [
          {
            role: ROLES[i],
            excess: short(CHI_SQUARED_95 * overdispersion),
            label: `adjusted, φ ${overdispersion.toFixed(2)}`,
          },
        ]
      : [],
  );
  return [{ role: 'plain', excess: short(CHI_SQUARED_95), label: 'refused above, 95 %' }, ...adjusted];
}

/** Plain and adjusted set of each choice, as bars. */
function setRows(sets: readonly ControlSet[]): Row[] {
  const bar = (set: AlphaBetaSet, i: number, isAdjusted: boolean): Row => ({
    row: 2 * i + Number(isAdjusted),
    role: ROLES[i],
    isAdjusted,
    from: set.lowGy ?? LOW,
    to: set.highGy ?? HIGH,
    isOpenBelow: set.lowGy === null,
    isOpenAbove: set.highGy === null,
    best: sets[i].profile.bestGy,
    words: setInWords(set),
  });
  return sets.flatMap(({ profile: { set95, adjustedSet95 } }, i) => [
    bar(set95, i, false),
    bar(adjustedSet95, i, true),
  ]);
}

function titleOf({ result: { sets, verdict } }: CalibrationRecord): string {
  const [first, second] = sets;
  const { lowGy, highGy } = first.profile.adjustedSet95;
  if (!second && lowGy === null && highGy === null)
    return `No α/β from ${LOW} to ${HIGH} Gy is refused by the ${first.ids.length} irradiated studies`;
  const found = second
    ? `The best α/β is ${bestInWords(first.profile.bestGy)}, and ${bestInWords(second.profile.bestGy)} ${secondSetWords(sets)}`
    : `The best α/β is ${bestInWords(first.profile.bestGy)}, the adjusted 95 % set ${setInWords(first.profile.adjustedSet95)}`;
  return `${found}: ${verdict.isIdentified ? 'identified within this model' : 'not identified'}`;
}

export const alphaBetaProfile: CalibrationChart = {
  summary: 'Profile of α/β for both choices of studies, with plain and adjusted 95 % sets.',
  reference: 'Venzon & Moolgavkar 1988, Appl Stat 37:87',
  spec,
  content(record) {
    const { sets } = record.result;
    const most = Math.max(...sets.map(({ profile }) => profile.overdispersion));
    const second = sets[1] ? ` Orange, dashed: ${setNames[sets[1].name]}.` : '';
    return {
      title: titleOf(record),
      description: `How much worse each α/β fits than the best, all else fitted anew; α/β on a logarithmic axis, at 1000 Gy the size of a fraction does not matter. Values under the grey line are not refused at the 95 % level; dotted lines allow for studies that differ by more than chance (over-dispersion φ). Blue: ${setNames[sets[0].name]}.${second} Below, both sets of each; a mark is the best value, an arrow a set without bound on the grid.`,
      data: { curves: curveRows(sets), limits: limitRows(sets), sets: setRows(sets) },
      params: {
        ...axisParams('x', [LOW, HIGH]),
        yHigh: short(Math.max(LEAST_HEIGHT, HEADROOM * CHI_SQUARED_95 * most)),
        names: sets.flatMap(({ name }) => [`${SHORT[name]}, 95 %`, `${SHORT[name]}, adjusted`]),
      },
    };
  },
};
