import type { RunResult } from '../engine/result.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import type { Path } from '../scenario/path.ts';

/** The one number of a scenario that says what the median α/β of the patients is. */
export interface AssumedAlphaBeta {
  readonly path: Path;
  readonly planned: number;
  /** Values that the path may take without leaving the law's limits. */
  readonly limits: readonly [low: number, high: number];
  /** The median in Gy over the patients at a value of the path: the law's limits may move it. */
  medianGy(value: number): number;
}

const PATH = 'truth.cohort.heterogeneity.alphaBetaGy';

/** The assumed median α/β; undefined where several numbers decide it, or none is a median. */
export function assumedAlphaBeta({ scenario }: RunResult): AssumedAlphaBeta | undefined {
  const { heterogeneity, subtypes } = scenario.resolved.truth.cohort;
  const stated = heterogeneity.alphaBetaGy;
  const isBySubtype = Object.values(subtypes).some((own) => own.heterogeneity.alphaBetaGy !== undefined);
  if (stated === undefined || isBySubtype) return undefined;
  if (typeof stated === 'number')
    return { path: PATH, planned: stated, limits: [0, Infinity], medianGy: (value) => value };
  const law = stated as LawSpec & { readonly logNormal?: { readonly median: number } };
  if (!law.logNormal) return undefined;
  const { logNormal } = law;
  const medianGy = (median: number): number =>
    createLaw({ ...law, logNormal: { ...logNormal, median } } as LawSpec).quantile(0.5);
  return {
    path: `${PATH}.logNormal.median`,
    planned: logNormal.median,
    limits: law.within ?? [0, Infinity],
    medianGy,
  };
}
