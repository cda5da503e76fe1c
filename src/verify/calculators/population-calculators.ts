import { findRoot } from '../../numeric/find-root.ts';
import { logit } from '../../numeric/logit.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuadrature } from '../../numeric/normal-quadrature.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { lkbRisk } from '../../radiobiology/complications/lkb.ts';
import { woundRisk } from '../../radiobiology/complications/logistic.ts';
import { relativeSerialityRisk } from '../../radiobiology/complications/relative-seriality.ts';
import { generalisedEud } from '../../radiobiology/generalised-eud.ts';
import { distributions } from '../../random/distributions/index.ts';
import type { Calculators, Inputs } from './reference-inputs.ts';

/** F of a mixture of two log-normal laws. */
function mixtureCdf({ first, second }: Inputs, w: number, x: number): number {
  const of = ([median, sigma]: readonly [number, number]) => normalCdf(Math.log(x / median) / sigma);
  return w * of(first) + (1 - w) * of(second);
}

/** Models of complications, and arithmetic on how patients differ. */
export const populationCalculators: Calculators = {
  'wound risk, logistic in EQD2': ({ eqd2_10, intercept, slopePer10Gy, lnOR }) =>
    woundRisk(eqd2_10, intercept, slopePer10Gy, lnOR),
  'generalised EUD': ({ doses, vols, a }) => generalisedEud({ doseGy: doses, volume: vols }, a),
  'Lyman-Kutcher-Burman risk': ({ geud, TD50, m }) => lkbRisk(geud, TD50, m),
  'relative seriality risk': ({ doses, vols, D50, gamma, s }) =>
    relativeSerialityRisk({ doseGy: doses, volume: vols }, D50, gamma, s),
  'log-normal mean from median and sigma': ({ median, sigma }) => {
    const law = distributions.logNormal.create({ median, sigma });
    const { nodes, weights } = normalQuadrature(4);
    return nodes.reduce((mean, z, i) => mean + weights[i] * law.atNormalScore(z), 0);
  },
  'log-normal sigma from the coefficient of variation': ({ cv }) =>
    Math.log(distributions.logNormal.create({ median: 1, cv }).atNormalScore(1)),
  'log-normal sigma from the median and a share': ({ median, p, x }) =>
    Math.log(x / median) / normalQuantile(p),
  'log-normal sigma from quartiles': ({ q1, q3 }) => Math.log(q3 / q1) / (2 * normalQuantile(0.75)),
  'weight of the first component that gives the median of a mixture': (inputs) =>
    findRoot((w) => mixtureCdf(inputs, w, inputs.median) - 0.5, 0, 1),
  'quantile of a mixture of two log-normal laws': (inputs) =>
    findRoot((x) => mixtureCdf(inputs, inputs.w, x) - inputs.p, 0.01, 100),
  'odds ratio from counts': ({ a, n1, c, n0 }) => Math.exp(logit(a / n1) - logit(c / n0)),
  'logistic slope per Gy through two points': ({ p1, d1, p2, d2 }) => (logit(p2) - logit(p1)) / (d2 - d1),
};
