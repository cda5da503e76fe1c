import { endpoints } from '../outcomes/endpoints/index.ts';
import type { InformationEstimate } from '../study/sensitivity/decision-value.ts';
import type { InputResult, SensitivityResult } from '../study/sensitivity/sensitivity-result.ts';
import type { TornadoBar, TornadoEnd } from '../study/sensitivity/tornado.ts';
import type { WithInterval } from '../study/sensitivity/variance-shares.ts';
import { inputWords } from './input-words.ts';
import { percent, signed } from './numbers.ts';

/** A share within 0 and 1, where shares end: its estimate may lie beyond by chance. */
export const cutShare = (share: number): number => Math.min(1, Math.max(0, share));

/** Said wherever shares are. */
export const SHARES_ARE_CUT =
  'What estimates and intervals reach beyond 0 and 100 %, by their own error, is cut off.';

/** A share in whole percent, cut at 0 and 100. */
export const shareWords = (share: number): string => percent(cutShare(share), 0);

/** `62 % (58 to 66)`: a share with its interval, both cut at 0 and 100. */
export function shareWithInterval({ estimate, low, high }: WithInterval): string {
  return `${shareWords(estimate)} % (${shareWords(low)} to ${shareWords(high)})`;
}

/** `0.029 ± 0.003`: a value of information with the standard error of its estimate. */
export function informationWords({ estimate, standardError }: Omit<InformationEstimate, 'bias'>): string {
  return `${estimate.toFixed(3).replace('-', '−')} ± ${standardError.toFixed(3)}`;
}

/** What the first claim is about, and whether it is a difference. */
export function rateHeading({ firstClaim: { endpoint, arms } }: SensitivityResult): string {
  const { label } = endpoints[endpoint];
  return arms === 1 ? label : `difference in ${label}`;
}

/** The first claim’s difference in percentage points, or its rate in percent. */
export function rateWords(
  { firstClaim: { arms } }: SensitivityResult,
  end: Pick<TornadoEnd, 'control' | 'experimental'>,
): string {
  return arms === 1 ? percent(end.experimental) : signed(100 * (end.experimental - end.control));
}

/** A value of an input to three figures, or which draw it is. */
export function valueWords({ values, draw }: TornadoEnd): string {
  if (draw !== undefined) return `draw ${draw}`;
  return String(Number(Object.values(values)[0].toPrecision(3))).replace('-', '−');
}

/** `65.4 → 4.6 %`, both powers of a bar. */
export function powerWords({ low, high }: TornadoBar): string {
  return `${percent(low.power)} → ${percent(high.power)} %`;
}

/** Above this share of the variance interactions are worth a sentence. */
const WORTH_SAYING = 0.05;

function sharesSentence(result: SensitivityResult): string {
  const { power, inputs, isExact, replicatesPerWorld } = result;
  if (!power) {
    return isExact
      ? 'Power does not vary over what is uncertain.'
      : `Power varies over what is uncertain by no more than the chance of ${replicatesPerWorld} simulated trials a world.`;
  }
  const words = inputWords(inputs);
  const parts = inputs.map(({ name, power: shares }, i) =>
    i === 0
      ? `${words(name)} accounts for ${shareWithInterval(shares!.firstOrder)} of the variance of power by itself and for ${shareWithInterval(shares!.total)} with its interactions`
      : `${words(name)} for ${shareWithInterval(shares!.firstOrder)} and ${shareWithInterval(shares!.total)}`,
  );
  const { low } = power.interactions;
  const apart =
    inputs.length > 1 && low > WORTH_SAYING
      ? ` No input by itself accounts for the remaining ${shareWithInterval(power.interactions)}: there inputs act together.`
      : '';
  return `${parts.join('; ')}.${apart}`;
}

function tornadoSentence(result: SensitivityResult): string {
  const { tornado, planned, inputs } = result;
  const [widest] = tornado;
  const words = inputWords(inputs);
  const ends =
    widest.low.draw === undefined ? 'its 5 % and 95 % quantiles' : 'its draws of 5 % and 95 % rank';
  return `As planned the power is ${percent(planned.power)} %. Between ${ends}, all else as planned, ${words(widest.name)} alone takes it from ${percent(widest.low.power)} to ${percent(widest.high.power)} %${tornado.length > 1 ? ', further than any other input' : ''}.`;
}

/** The input that is most worth knowing before the decision. */
function mostInformative(inputs: readonly InputResult[]): InputResult {
  return inputs.reduce((best, input) =>
    input.information.estimate > best.information.estimate ? input : best,
  );
}

function decisionSentence({ decision, inputs }: SensitivityResult): string {
  const { lossOfFalseSuccess, cost, expectedUtility, isRun, perfectInformation } = decision;
  const best = mostInformative(inputs);
  const words = inputWords(inputs);
  const alone =
    inputs.length > 1 && best.information.estimate > 0
      ? `, knowing ${words(best.name)} alone ${informationWords(best.information)}`
      : '';
  return `If a correct success is worth 1, a false one loses ${lossOfFalseSuccess} and running costs ${cost} (assumed, not found), running is worth ${informationWords(expectedUtility)} and the better decision is ${isRun ? 'to run' : 'not to run'}. Knowing beforehand all that is uncertain would be worth ${informationWords(perfectInformation)}${alone}.`;
}

/** What a sensitivity study found, a paragraph each; the headline first. */
export function sensitivityAnswer(result: SensitivityResult): string[] {
  return [sharesSentence(result), tornadoSentence(result), decisionSentence(result)];
}
