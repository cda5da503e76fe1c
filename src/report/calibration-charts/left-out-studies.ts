import spec from '../../../reports/left-out-studies.vl.json' with { type: 'json' };
import type { CalibrationResult, ControlSet } from '../../evidence/calibration-result.ts';
import { bestInWords } from '../../evidence/calibration-verdict.ts';
import { decidingStudy, largestSet } from '../../evidence/deciding-study.ts';
import { ALPHA_BETA_GRID } from '../../evidence/profile-alpha-beta.ts';
import { cut } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { axisParams } from '../numbers.ts';
import { studyAxisParams } from '../study-axis.ts';
import type { CalibrationChart } from './definition.ts';

const [LOW, HIGH] = [ALPHA_BETA_GRID[0], ALPHA_BETA_GRID.at(-1)!];
/** Beyond it a label stands to the left of its line. */
const RIGHT_GY = 30;

const studyRows = (set: ControlSet): Row[] =>
  set.leaveOneOut.map(({ id, bestGy, set95, adjustedSet95 }, row) => ({
    row,
    best: bestGy,
    decides: decidingStudy(set)?.id === id,
    from: set95.lowGy ?? LOW,
    to: set95.highGy ?? HIGH,
    adjustedFrom: adjustedSet95.lowGy ?? LOW,
    adjustedTo: adjustedSet95.highGy ?? HIGH,
    isOpenBelow: adjustedSet95.lowGy === null,
    isOpenAbove: adjustedSet95.highGy === null,
  }));

/** From the least to the greatest of some best values. */
function rangeInWords(least: number, most: number): string {
  if (least === most) return bestInWords(least);
  if (most === HIGH) return least === LOW ? 'anything' : `${least} Gy or more`;
  return `${least} to ${most} Gy`;
}

function titleOf(set: ControlSet): string {
  const { leaveOneOut, profile } = set;
  const deciding = decidingStudy(set);
  const others = leaveOneOut.filter(({ id }) => id !== deciding?.id).map(({ bestGy }) => bestGy);
  const range = rangeInWords(Math.min(...others), Math.max(...others));
  if (!deciding) return `No single study decides: without any one the best α/β is ${range}`;
  return `Without study ${cut(deciding.id, 24)} the best α/β moves from ${bestInWords(profile.bestGy)} to ${bestInWords(deciding.bestGy)}; without any other it is ${range}`;
}

/** The studies of a set in its order, as rows. */
const rowStudies = ({ studies }: CalibrationResult, { leaveOneOut }: ControlSet) =>
  leaveOneOut.map(({ id }) => studies.find((study) => study.id === id)!);

export const leftOutStudies: CalibrationChart = {
  summary: 'Best α/β and its sets when each study is left out: which study decides.',
  reference: 'Viechtbauer & Cheung 2010, Res Synth Methods 1:112',
  spec,
  content({ result }) {
    const set = largestSet(result.sets);
    const { bestGy } = set.profile;
    const words = decidingStudy(set) ? ' The orange diamond is the study that decides.' : '';
    return {
      title: titleOf(set),
      description: `A row is the fit to the ${set.ids.length} irradiated studies but that one: best α/β (mark), 95 % set (thick), and the set adjusted for over-dispersion (thin; arrows go on beyond the grid).${words} The dashed line is the best value of all. * myxoid liposarcoma only.`,
      data: {
        studies: studyRows(set),
        all: [{ best: bestGy, label: `all: ${bestInWords(bestGy)}`, isRight: bestGy > RIGHT_GY }],
      },
      params: { ...axisParams('x', [LOW, HIGH]), ...studyAxisParams(rowStudies(result, set)) },
    };
  },
};
