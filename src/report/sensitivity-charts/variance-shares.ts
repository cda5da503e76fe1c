import spec from '../../../reports/variance-shares.vl.json' with { type: 'json' };
import type { InputResult } from '../../study/sensitivity/sensitivity-result.ts';
import type { Row } from '../charts/definition.ts';
import { inputAxisParams } from '../input-axis.ts';
import { inputWords } from '../input-words.ts';
import { percent, short } from '../numbers.ts';
import { cutShare, SHARES_ARE_CUT, shareWords } from '../sensitivity-words.ts';
import type { SensitivityChart } from './definition.ts';

const KINDS = { firstOrder: 'by itself', total: 'with its interactions' } as const;

/** A share in percent of the axis, which ends where shares do. */
const onAxis = (share: number): number => short(100 * cutShare(share));

const shareRows = (inputs: readonly InputResult[]): Row[] =>
  inputs.flatMap(({ power }, row) =>
    (['firstOrder', 'total'] as const).map((kind) => {
      const { estimate, low, high } = power![kind];
      return {
        row,
        kind: KINDS[kind],
        share: onAxis(estimate),
        low: onAxis(low),
        high: onAxis(high),
        label: `${shareWords(estimate)} %`,
      };
    }),
  );

export const varianceShares: SensitivityChart = {
  summary: 'Share of the variance of power that each input brings, by itself and with its interactions.',
  reference: 'Saltelli et al. 2010, Comput Phys Commun 181:259',
  spec,
  content({ result }) {
    const { inputs, power, level } = result;
    if (!power) return undefined;
    const [first] = inputs;
    const words = inputWords(inputs);
    return {
      title: `${words(first.name)} accounts for ${shareWords(first.power!.firstOrder.estimate)} % of the variance of power by itself, ${shareWords(first.power!.total.estimate)} % with its interactions`,
      description: `Upper bar: the share of the variance of power that would go if the input were known (first-order index). Lower bar: the share that would stay if all else were known (total index). Thin lines are ${percent(level, 0)} % bootstrap intervals. ${SHARES_ARE_CUT} Power has mean ${percent(power.mean)} % and standard deviation ${percent(power.standardDeviation)} percentage points over all that is uncertain.`,
      data: { shares: shareRows(inputs) },
      params: {
        kinds: Object.values(KINDS),
        ...inputAxisParams(
          inputs,
          inputs.map(({ name }) => name),
        ),
      },
    };
  },
};
