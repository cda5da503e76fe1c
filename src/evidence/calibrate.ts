import { crossingAlphaBetaGy } from '../radiobiology/linear-quadratic.ts';
import { seedKey } from '../random/seed-key.ts';
import { calibrationAssumptions } from './calibration-assumptions.ts';
import type { CalibrationResult, ControlSet } from './calibration-result.ts';
import { judgeCalibration } from './calibration-verdict.ts';
import { fitConstantControl } from './constant-control.ts';
import type { ControlFitModel } from './control-models/definition.ts';
import { controlFitModels } from './control-models/index.ts';
import { controlLogPosterior, controlVariables } from './control-posterior.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { isSurgeryAlone } from './evidence-schedule.ts';
import { type ControlFitter, createControlFitter, hasControl } from './fit-control.ts';
import { hasWound, type WoundRow } from './fit-wounds.ts';
import { drawPosterior, type PosteriorSample } from './posterior-draws.ts';
import { leaveOneOut, profileAlphaBeta } from './profile-alpha-beta.ts';
import { type StudyChanges, type StudyChoice, selectStudies } from './select-studies.ts';
import { studyResiduals } from './study-residuals.ts';
import { type ComparedSchedule, costTrialist } from './trialist-cost.ts';
import { calibrateWounds, type WoundCalibration, woundLogPosterior } from './wound-calibration.ts';

/**
 * The α/β in Gy at which studies are set beside the fit.
 *
 * @see Haas et al. 2021, Radiat Res 196:23 (median of 14 sarcoma lines in vitro)
 */
export const REFERENCE_ALPHA_BETA_GY = 4.9;

/** What a calibration is asked for. */
export interface CalibrationOptions extends StudyChanges {
  /** Name of the evidence in messages and results. */
  readonly evidence: string;
  readonly model: keyof typeof controlFitModels;
  readonly compare: readonly [ComparedSchedule, ComparedSchedule];
  /** α/β in Gy for which a trial of the two schedules is sized. */
  readonly costAlphaBetasGy: readonly number[];
  readonly woundAlphaBetaGy: number;
  readonly draws: number;
  readonly seed: string;
  /** Told what is being done. */
  readonly onStage?: (stage: string) => void;
}

/**
 * Fits local control and wounds to published studies, and asks what they say of α/β.
 *
 * @throws ScenarioError if ids are unknown or too few studies are left
 */
export function calibrate(evidence: readonly EvidenceRow[], options: CalibrationOptions): CalibrationResult {
  const { exclude, onStage = () => {} } = options;
  const model = controlFitModels[options.model];
  const rows = evidence.filter(hasControl);
  const choices = selectStudies(evidence, rows, options);
  onStage('preparing the model');
  const fitter = createControlFitter(model, rows);
  onStage('profiling α/β, and leaving out one study after the other');
  const sets = choices.map((choice) => describeSet(fitter, choice));
  const woundRows = evidence.filter(hasWound).filter(({ id }) => !exclude.includes(id));
  const wounds = woundRows.length > 0 ? calibrateWounds(woundRows, options.woundAlphaBetaGy) : null;
  onStage('drawing from the posterior');
  const posteriors = drawPosteriors(model, fitter, choices[0], sets[0], woundRows, wounds, options);
  const [first, second] = options.compare;
  return {
    evidence: options.evidence,
    model: model.name,
    seed: options.seed,
    referenceAlphaBetaGy: REFERENCE_ALPHA_BETA_GY,
    sets,
    studies: studyResiduals(fitter, choices[0].included, sets),
    comparison: {
      schedules: [first.text, second.text],
      crossingAlphaBetaGy: crossingAlphaBetaGy(first.sums, second.sums) ?? null,
      costs: costTrialist(model, fitter, choices[0].included, options.compare, options.costAlphaBetasGy),
    },
    wounds,
    posteriors,
    assumptions: calibrationAssumptions(model),
    warnings: warningsOf(sets, posteriors),
    verdict: judgeCalibration(sets),
  };
}

function describeSet(fitter: ControlFitter, { name, included }: StudyChoice): ControlSet {
  const chosen = fitter.rows.filter((_, i) => included[i]);
  const profile = profileAlphaBeta(fitter, included);
  const irradiated = chosen.filter(({ schedule }) => !isSurgeryAlone(schedule));
  return {
    name,
    ids: irradiated.map(({ id }) => id),
    surgeryAloneIds: chosen.filter(({ schedule }) => isSurgeryAlone(schedule)).map(({ id }) => id),
    myxoidIds: chosen.filter(({ subtype }) => subtype === 'myxoid').map(({ id }) => id),
    reference: fitter.fit(REFERENCE_ALPHA_BETA_GY, included),
    constant: fitConstantControl(irradiated),
    profile,
    leaveOneOut: leaveOneOut(fitter, included, profile),
  };
}

/** Draws for local control, and on their own for wounds where the studies of one definition give a slope. */
function drawPosteriors(
  model: ControlFitModel,
  fitter: ControlFitter,
  { included }: StudyChoice,
  { profile }: ControlSet,
  woundRows: readonly WoundRow[],
  wounds: WoundCalibration | null,
  { draws, seed, woundAlphaBetaGy }: CalibrationOptions,
): PosteriorSample[] {
  const key = seedKey(seed);
  const lnControl = controlLogPosterior(model, fitter, included, profile.overdispersion);
  const control = drawPosterior(lnControl, controlVariables(model), draws, key, 'calibration/localControl');
  const strict = wounds?.sets.find(({ name }) => name === 'strict');
  if (!strict?.fit) return [control];
  const rows = woundRows.filter(({ id }) => strict.ids.includes(id));
  const overdispersion = Math.max(1, strict.fit.deviance / Math.max(1, rows.length - 2));
  const variables = (['intercept', 'slopePer10Gy'] as const).map((name) => ({
    path: `truth.woundComplication.${name}`,
    start: strict.fit![name],
    fromScale: (value: number) => value,
    summaryScale: 'value' as const,
  }));
  const lnWounds = woundLogPosterior(rows, woundAlphaBetaGy, overdispersion);
  return [control, drawPosterior(lnWounds, variables, draws, key, 'calibration/woundComplication')];
}

/** R̂ above it: the chains have not met. */
const MOST_R_HAT = 1.02;

function warningsOf([fitted]: readonly ControlSet[], posteriors: readonly PosteriorSample[]): string[] {
  const apart = posteriors.flatMap(({ marginals }) =>
    marginals.filter(({ rHat }) => !(rHat <= MOST_R_HAT)).map(({ path }) => path),
  );
  return [
    ...(fitted.surgeryAloneIds.length === 0
      ? [
          'no study of surgery alone: how much control is left without dose rests on the prior and on extrapolation',
        ]
      : []),
    ...(apart.length > 0 ? [`the chains have not met (R̂ above ${MOST_R_HAT}) for ${apart.join(', ')}`] : []),
  ];
}
