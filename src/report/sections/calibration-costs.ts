import type { CalibrationResult } from '../../evidence/calibration-result.ts';
import { POWER, TWO_SIDED_ALPHA } from '../../evidence/trialist-cost.ts';
import { scheduleWords } from '../calibration-words.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped, percent, signed } from '../numbers.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

/** What a trial of the two schedules would find and need if α/β were known. */
export function calibrationCostsSection({ comparison, sets }: CalibrationResult): Markup | undefined {
  const { costs, crossingAlphaBetaGy } = comparison;
  if (costs.length === 0) return undefined;
  const [first, second] = comparison.schedules.map(scheduleWords);
  const rows = costs.map(({ alphaBetaGy, eqd2Gy, longRunControl, difference, perArm }) => [
    unbroken(`${alphaBetaGy} Gy`),
    eqd2Gy.map((dose) => dose.toFixed(1)).join(' and '),
    percent(longRunControl[0]),
    percent(longRunControl[1]),
    signed(100 * difference),
    perArm === null ? 'no difference' : grouped(perArm),
  ]);
  const columns = [
    { heading: 'α/β' },
    { heading: 'EQD2 (Gy)', isNumber: true },
    { heading: `${first}, %`, isNumber: true },
    { heading: `${second}, %`, isNumber: true },
    { heading: 'Difference (points)', isNumber: true },
    { heading: 'Patients an arm', isNumber: true },
  ];
  const crossing =
    crossingAlphaBetaGy === null
      ? undefined
      : markup`<p>${unbroken(`Both schedules have the same EQD2 at α/β ${Number(crossingAlphaBetaGy.toFixed(2))} Gy.`)}</p>`;
  return markup`<section aria-labelledby="costs"><h2 id="costs">What not knowing α/β costs a trialist</h2>
<p>${unbroken(`Long-run local control, ${sets[0].ids.length} irradiated studies fitted anew at each α/β, and patients an arm that show the difference (two-sided ${100 * TWO_SIDED_ALPHA} %, power ${100 * POWER} %).`)}</p>
${table('Costs', columns, rows)}
${crossing}
</section>`;
}
