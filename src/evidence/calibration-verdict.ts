import type { CalibrationVerdict, ControlSet } from './calibration-result.ts';
import { decidingStudy, largestSet } from './deciding-study.ts';
import { ALPHA_BETA_GRID, type AlphaBetaSet } from './profile-alpha-beta.ts';

/** A set is narrow enough to be of use if its ends differ by less than this factor. */
const NARROW = 4;

const [GRID_LOW, GRID_HIGH] = [ALPHA_BETA_GRID[0], ALPHA_BETA_GRID.at(-1)!];

/** A best value of α/β in words: at the end of the grid it may lie beyond. */
export function bestInWords(bestGy: number): string {
  return bestGy >= GRID_HIGH
    ? 'without bound'
    : bestGy <= GRID_LOW
      ? `${GRID_LOW} Gy or less`
      : `${bestGy} Gy`;
}

/** A set of α/β in words. */
export function setInWords({ lowGy, highGy }: AlphaBetaSet): string {
  if (lowGy === null && highGy === null) return 'every value';
  if (lowGy === null) return `up to ${highGy} Gy`;
  return highGy === null ? `${lowGy} Gy and more, without bound` : `${lowGy} to ${highGy} Gy`;
}

const isNarrow = ({ lowGy, highGy }: AlphaBetaSet): boolean =>
  lowGy !== null && highGy !== null && highGy / lowGy < NARROW;

/** Judges from the likelihood sets, adjusted for over-dispersion, and from leaving out single studies. */
export function judgeCalibration(sets: readonly ControlSet[]): CalibrationVerdict {
  const isIdentified = sets.every((set) => isNarrow(set.profile.adjustedSet95) && !decidingStudy(set));
  const [fitted, other] = sets;
  const said = setInWords(fitted.profile.adjustedSet95);
  return {
    isIdentified,
    sentences: [
      isIdentified
        ? `α/β is identified within this model: ${said} (95 %, adjusted for over-dispersion).`
        : `α/β is not identified: the 95 % set, adjusted for over-dispersion, is ${said}.`,
      ...(other ? [otherSentence(fitted, other)] : []),
      ...leftOutSentence(largestSet(sets)),
      constantSentence(fitted),
    ],
  };
}

/** What the second choice of studies makes of it. */
function otherSentence(fitted: ControlSet, other: ControlSet): string {
  const moved = `the best value moves from ${bestInWords(fitted.profile.bestGy)} to ${bestInWords(other.profile.bestGy)}`;
  const isLarger =
    other.ids.length + other.surgeryAloneIds.length > fitted.ids.length + fitted.surgeryAloneIds.length;
  const all = ({ ids, surgeryAloneIds }: ControlSet): string[] => [...ids, ...surgeryAloneIds];
  const [small, large] = isLarger ? [fitted, other] : [other, fitted];
  const between = all(large).filter((id) => !all(small).includes(id));
  const studies = between.length === 1 ? `study ${between[0]}` : `studies ${between.join(', ')}`;
  return `${isLarger ? 'With' : 'Without'} ${studies} it is ${setInWords(other.profile.adjustedSet95)}; ${moved}.`;
}

/** The single study that α/β hangs on most, if it does. */
function leftOutSentence(set: ControlSet): string[] {
  const deciding = decidingStudy(set);
  if (!deciding) return [];
  const { id, bestGy } = deciding;
  const before = bestInWords(set.profile.bestGy);
  return [
    `Leaving out one of ${set.ids.length} studies (${id}) moves the best value from ${before} to ${bestInWords(bestGy)}; ${before} is then refused.`,
  ];
}

/** Whether the irradiated studies show a dose-response at all. */
function constantSentence({ constant, reference }: ControlSet): string {
  return `One rate for every schedule fits the irradiated studies with deviance ${constant.deviance.toFixed(1)} on ${constant.degreesOfFreedom} degrees of freedom; the model, at α/β ${reference.alphaBetaGy} Gy, with ${reference.deviance.toFixed(1)}.`;
}
