import type { EstimateResult } from '../../engine/estimate-result.ts';
import type { SignCheck } from '../../trial/alpha-beta/wrong-sign.ts';
import { fiellerWords, intervalWords, isoeffectiveWords, levelWords, plain } from '../estimate-words.ts';
import { type Markup, markup } from '../markup.ts';
import { percent } from '../numbers.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

function signsTable({ wrongSign }: EstimateResult): Markup {
  const row = (name: string, { estimate, standardError, isWrong, probability }: SignCheck) => [
    name,
    plain(estimate, 4),
    plain(standardError, 4),
    plain(estimate / standardError),
    isWrong ? markup`<strong>wrong</strong>` : 'right',
    `${percent(probability)} %`,
  ];
  return table(
    'Coefficients',
    [
      { heading: 'Effect of' },
      { heading: 'Estimate', isNumber: true },
      { heading: 'Standard error', isNumber: true },
      { heading: 'In standard errors', isNumber: true },
      { heading: 'Sign' },
      { heading: 'P(wrong sign)', isNumber: true },
    ],
    [
      row('total dose: g1, for each Gy', wrongSign.perGy),
      row('fraction size: g2, for each Gy² of Σd²', wrongSign.perGy2),
      row('dose in 2 Gy fractions: g1 + 2·g2, for each Gy', wrongSign.slopePerGyEqd2),
    ],
  );
}

function ratioTable({ alphaBetaGy, level, verdict }: EstimateResult): Markup {
  const at = levelWords(level);
  const name = verdict.status === 'noEstimate' ? 'g1/g2, which is no estimate of α/β' : 'α/β = g1/g2';
  return table(
    'Ratio',
    [{ heading: 'Quantity' }, { heading: 'Value' }],
    [
      [
        name,
        unbroken(`${plain(alphaBetaGy.estimate)} Gy (standard error ${plain(alphaBetaGy.standardError)} Gy)`),
      ],
      [`Delta interval, ${at}`, unbroken(intervalWords(alphaBetaGy.delta))],
      [`Fieller set, ${at}`, unbroken(fiellerWords(alphaBetaGy.fieller))],
    ],
  );
}

function fitSentence({ coefficients: { goodnessOfFit: fit, correlation }, measure }: EstimateResult): string {
  const correlated = `The estimates of the two coefficients correlate by ${plain(correlation)}.`;
  if (fit) {
    return `${correlated} The model fits the arms with χ² ${plain(fit.chiSquared)} on ${fit.degreesOfFreedom} degrees of freedom (p = ${plain(fit.pValue, 3)}).`;
  }
  const inputs = measure === 'rate' ? 'one difference and one slope' : 'two effects';
  return `${correlated} Two coefficients from ${inputs}: the fit is exact and tests nothing.`;
}

/** Coefficients, ratio with both intervals, and the isoeffective doses. */
export function estimateResultsSection(result: EstimateResult): Markup {
  const { isoeffective, level, arms } = result;
  const doses =
    isoeffective.length === 0
      ? undefined
      : markup`<h3>Isoeffective dose</h3>
<p>${unbroken(`Equal to ${arms[0].schedule} by the estimate, with delta intervals: ${isoeffective.map((dose) => isoeffectiveWords(dose, level)).join('; ')}.`)}</p>`;
  return markup`<section aria-labelledby="results"><h2 id="results">Results</h2>
<h3>Coefficients of dose</h3>
${signsTable(result)}
<p>${fitSentence(result)}</p>
<h3>Their ratio</h3>
${ratioTable(result)}
${doses}
</section>`;
}
