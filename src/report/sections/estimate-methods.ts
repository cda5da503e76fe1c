import type { EstimateResult } from '../../engine/estimate-result.ts';
import type { Markup } from '../markup.ts';
import type { Method } from '../method.ts';
import { methodsList } from './methods.ts';

const MODEL: Method = {
  name: 'Linear-quadratic model',
  text: 'The effect against the control is g1·x + g2·y, with x the difference in Σd and y that in Σd²; α/β = g1/g2.',
  reference: 'Fowler 1989, Br J Radiol 62:679; Thames & Hendry 1987, Fractionation in Radiotherapy',
};
const EXTERNAL: Method = {
  name: 'Two arms and an external slope',
  text: 'The difference of the rates gives one equation, the slope of the rate in EQD2 (= g1 + 2·g2) the other. With a control in 2 Gy fractions: α/β = (D2·d2 − 2·E2)/(E2 − D2), E2 = D1 + (P2 − P1)/slope.',
  reference: 'Bentzen & Ritter 2005, Radiother Oncol 76:1',
};
const LEAST_SQUARES: Method = {
  name: 'Generalised least squares',
  text: 'g = (AᵀV⁻¹A)⁻¹AᵀV⁻¹L over the arms’ log effects L with covariance V; χ² of the residuals.',
  reference: 'Aitken 1935, Proc R Soc Edinb 55:42',
};
const SATURATED: Method = {
  name: 'Two effects, two coefficients',
  text: 'Both equations are met exactly: g2 = (L1·x2 − L2·x1)/(x2·y1 − x1·y2), g1 = (L1 − g2·y1)/x1.',
};
const DELTA: Method = {
  name: 'Delta interval',
  text: 'r ± z·SE, SE² = (V11 − 2rV12 + r²V22)/g2² with r = g1/g2. Publications give this one; it fails where g2 may be 0.',
};
const FIELLER: Method = {
  name: 'Fieller set',
  text: 'Every r with (g1 − r·g2)² ≤ z²·(V11 − 2rV12 + r²V22). It may be an interval, all but an interval, or everything.',
  reference: 'Fieller 1954, J R Stat Soc B 16:175',
};
const SIGNS: Method = {
  name: 'Wrong signs',
  text: 'P(wrong sign) = Φ(−s·g/SE) with s the sign that the event demands: the normal law of the estimate read as that of the truth. P(unbounded set in a repeat) = Φ(z − g2/SE) − Φ(−z − g2/SE).',
};
const ISOEFFECT: Method = {
  name: 'Isoeffective dose',
  text: 'D²/n + (α/β)·D = Σd² + (α/β)·Σd of the control; its error from that of α/β by the delta method.',
};

/** How the estimate was made. */
export function estimateMethodsSection({ measure, coefficients, isoeffective }: EstimateResult): Markup {
  const fit = measure === 'rate' ? EXTERNAL : coefficients.goodnessOfFit ? LEAST_SQUARES : SATURATED;
  return methodsList([MODEL, fit, DELTA, FIELLER, SIGNS, ...(isoeffective.length > 0 ? [ISOEFFECT] : [])]);
}
