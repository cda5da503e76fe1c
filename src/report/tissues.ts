import { createCohort } from '../cohort/cohort.ts';
import { medianOf } from '../cohort/column-quantile.ts';
import type { RunResult } from '../engine/result.ts';
import { meanDoseSums } from '../engine/summarise-arms.ts';
import type { EndpointDefinition } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { PlannedArm } from '../outcomes/planned-arm.ts';
import type { DoseSums } from '../radiobiology/linear-quadratic.ts';
import { preoperativePart } from '../radiobiology/schedule.ts';
import { plannedArms } from '../scenario/planned-arms.ts';

/** A tissue with its α/β, and the dose that matters to it. */
export interface Tissue {
  readonly kind: 'tumour' | 'normal';
  /** In running text: `the tumour`, `wound complications`. */
  readonly label: string;
  readonly alphaBetaGy: number;
  /** Of each arm as prescribed, as far as it matters to the tissue; of several schedules the mean. */
  readonly sums: readonly DoseSums[];
}

/** Σ d and Σ d² of every arm as far as they matter to an endpoint; undefined where an arm states no schedule. */
export function armSums(result: RunResult, countsPostoperative: boolean): DoseSums[] | undefined {
  const sums = plannedArms(result.scenario.resolved).map((arm) => {
    const schedules = arm.schedules.map((own) =>
      countsPostoperative ? own : { ...own, schedule: preoperativePart(own.schedule) },
    );
    return meanDoseSums({ ...arm, schedules });
  });
  return sums.every((own) => own !== undefined && own.doseGy > 0) ? (sums as DoseSums[]) : undefined;
}

/** Whether number and size of fractions say what an arm does: photons to the prescribed dose, and nothing beside. */
const isPlain = ({ agents, schedules }: PlannedArm): boolean =>
  agents.length === 0 &&
  schedules.every(({ schedule }) =>
    schedule.phases.every(
      ({ regionsGy, radiation, hyperthermia }) => !regionsGy && radiation === undefined && !hyperthermia,
    ),
  );

/** α/β in Gy of a complication as planned; undefined where it is not modelled by dose. */
function complicationAlphaBeta(result: RunResult, { name }: EndpointDefinition): number | undefined {
  const block = result.scenario.resolved.truth[name] as { readonly alphaBetaGy?: number } | undefined;
  return block?.alphaBetaGy;
}

/** The two complications that are looked at: the first one, and the one of the lowest α/β where that is another value. */
function shownComplications(result: RunResult): { definition: EndpointDefinition; alphaBetaGy: number }[] {
  const modelled = Object.values(endpoints).flatMap((definition) => {
    const alphaBetaGy = definition.eventIsGood ? undefined : complicationAlphaBeta(result, definition);
    return alphaBetaGy === undefined ? [] : [{ definition, alphaBetaGy }];
  });
  if (modelled.length === 0) return [];
  const [first] = modelled;
  const lowest = modelled.reduce((a, b) => (b.alphaBetaGy < a.alphaBetaGy ? b : a));
  return lowest.alphaBetaGy < first.alphaBetaGy ? [first, lowest] : [first];
}

/**
 * The tumour at the cohort's median α/β and up to two normal tissues, as planned; those without α/β or dose are left out,
 * and all of them where an arm gets more than prescribed fractions of photons.
 */
export function tissuesOf(result: RunResult): Tissue[] {
  if (!plannedArms(result.scenario.resolved).every(isPlain)) return [];
  const { cohort, localControl } = result.scenario.resolved.truth;
  const median = localControl && medianOf(createCohort(cohort), 'alphaBetaGy');
  const wanted = [
    ...(median === undefined
      ? []
      : [
          {
            kind: 'tumour' as const,
            label: 'the tumour',
            alphaBetaGy: median,
            countsPostoperative: endpoints.localControl.countsPostoperative,
          },
        ]),
    ...shownComplications(result).map(({ definition, alphaBetaGy }) => ({
      kind: 'normal' as const,
      label: definition.label,
      alphaBetaGy,
      countsPostoperative: definition.countsPostoperative,
    })),
  ];
  return wanted.flatMap(({ countsPostoperative, ...tissue }): Tissue[] => {
    const sums = armSums(result, countsPostoperative);
    return sums ? [{ ...tissue, sums }] : [];
  });
}
