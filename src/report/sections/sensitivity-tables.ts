import type { SensitivityResult } from '../../study/sensitivity/sensitivity-result.ts';
import { capitalised } from '../endpoint-words.ts';
import { inputWords } from '../input-words.ts';
import { type Markup, markup } from '../markup.ts';
import { percent } from '../numbers.ts';
import {
  informationWords,
  rateHeading,
  rateWords,
  SHARES_ARE_CUT,
  shareWithInterval,
  valueWords,
} from '../sensitivity-words.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

function tornadoTable(result: SensitivityResult): Markup {
  const { tornado, inputs } = result;
  const words = inputWords(inputs);
  const rows = tornado.flatMap(({ name, low, high }) =>
    [low, high].map((end, i) => [
      unbroken(words(name)),
      i === 0 ? '5 %' : '95 %',
      valueWords(end),
      percent(end.power),
      rateWords(result, end),
      end.claimIsTrue ? 'true' : 'false',
    ]),
  );
  const columns = [
    { heading: 'Input' },
    { heading: 'Quantile', isNumber: true },
    { heading: 'Value', isNumber: true },
    { heading: 'Power, %', isNumber: true },
    {
      heading: `${capitalised(rateHeading(result))}, ${result.firstClaim.arms === 1 ? '%' : 'points'}`,
      isNumber: true,
    },
    { heading: 'Claim' },
  ];
  return table('One input at a time', columns, rows);
}

function sharesTable({ inputs, level }: SensitivityResult): Markup {
  const words = inputWords(inputs);
  const rows = inputs.map(({ name, power, difference, information }) => [
    unbroken(words(name)),
    unbroken(power ? shareWithInterval(power.firstOrder) : '–'),
    unbroken(power ? shareWithInterval(power.total) : '–'),
    unbroken(difference ? shareWithInterval(difference.total) : '–'),
    unbroken(informationWords(information)),
  ]);
  const columns = [
    { heading: 'Input' },
    { heading: 'By itself', isNumber: true },
    { heading: 'With interactions', isNumber: true },
    { heading: 'Of the rates, with interactions', isNumber: true },
    { heading: 'Worth knowing', isNumber: true },
  ];
  return markup`${table('All inputs at once', columns, rows)}
<p class="note">${unbroken(`Shares of the variance of power, and in the fourth column of that of the first claim’s true rates; in brackets ${percent(level, 0)} % intervals. ${SHARES_ARE_CUT}`)}</p>`;
}

function decisionParagraph({ decision }: SensitivityResult): Markup {
  const { lossOfFalseSuccess, cost, perfectInformation, expectedUtility } = decision;
  return markup`<h3>The worth of knowing</h3>
<p>${unbroken(`Assumed, not found: a success with the claim true is worth 1, one with the claim false loses ${lossOfFalseSuccess}, running costs ${cost}, not running is 0 (--loss and --cost change them). Running is worth ${informationWords(expectedUtility)}; to know all that is uncertain before deciding, ${informationWords(perfectInformation)}. An input that would never change the decision is worth nothing to know, however much of the variance it brings.`)}</p>`;
}

/** The numbers behind the charts. */
export function sensitivityTablesSection(result: SensitivityResult): Markup {
  return markup`<section aria-labelledby="numbers"><h2 id="numbers">In numbers</h2>
<h3>One input at a time, the others as planned</h3>
${tornadoTable(result)}
<h3>All inputs at once</h3>
${sharesTable(result)}
${decisionParagraph(result)}
</section>`;
}
