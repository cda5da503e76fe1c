import spec from '../../../reports/power-tornado.vl.json' with { type: 'json' };
import type { TornadoBar } from '../../study/sensitivity/tornado.ts';
import type { Row } from '../charts/definition.ts';
import { inputAxisParams } from '../input-axis.ts';
import { inputWords } from '../input-words.ts';
import { percent, short } from '../numbers.ts';
import { valueWords } from '../sensitivity-words.ts';
import type { SensitivityChart } from './definition.ts';

/** What the two bars of an input are called. */
const ENDS = { low: 'at its 5 % quantile', high: 'at its 95 % quantile' } as const;

const barRows = (bars: readonly TornadoBar[], planned: number): Row[] =>
  bars.flatMap((bar, row) =>
    (['low', 'high'] as const).map((end) => ({
      row,
      end: ENDS[end],
      from: short(100 * planned),
      power: short(100 * bar[end].power),
      value: valueWords(bar[end]).replace('draw ', '#'),
      isRight: bar[end].power >= planned,
    })),
  );

export const powerTornado: SensitivityChart = {
  summary: 'Power with one input after the other at its lower and upper quantile, the others as planned.',
  reference: 'Eschenbach 1992, Interfaces 22:40',
  spec,
  content({ result }) {
    const { tornado, planned, inputs } = result;
    const [widest] = tornado;
    const words = inputWords(inputs);
    const hasDraws = tornado.some(({ low }) => low.draw !== undefined);
    const draws = hasDraws
      ? ' Joint draws have no quantiles: theirs are the draws of 5 % and 95 % rank by power, with their numbers.'
      : '';
    return {
      title: `${words(widest.name)} alone moves power from ${percent(widest.low.power)} to ${percent(widest.high.power)} %${tornado.length > 1 ? ', further than any other input' : ''}`,
      description: `Power with each input by itself at its 5 % quantile (upper bar) and its 95 % quantile (lower bar), the others as planned; the number at a bar’s end is the input’s value there, the line the power as planned, ${percent(planned.power)} %.${draws} The inputs stand by how far apart their two powers are.`,
      data: {
        bars: barRows(tornado, planned.power),
        planned: [{ power: short(100 * planned.power), label: `as planned ${percent(planned.power)} %` }],
      },
      params: {
        ends: Object.values(ENDS),
        ...inputAxisParams(
          inputs,
          tornado.map(({ name }) => name),
        ),
      },
    };
  },
};
