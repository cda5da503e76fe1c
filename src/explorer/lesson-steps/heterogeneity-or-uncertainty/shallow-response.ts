import { countSpread, inflation } from '../../lesson-parts/count-spread.ts';
import { nearestOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { countPicture } from './count-picture.ts';
import { GAMMA50_SLIDER, PATIENTS, ratesAt, SHALLOW, STEEP, spreadAt } from './spread-of-counts.ts';

/** How many times the binomial variance, by option. */
const TIMES = { one: 1, three: 3, thirteen: 13, forty: 40 };

export const shallowResponse: LessonStep = {
  shown: {
    title: 'A shallow dose response',
    paragraphs: [
      'How much an unknown α/β matters hangs on how steeply control rises with dose. So far γ50 was *1.5*: where control is 50 %, 1 % more dose brings 1.5 percentage points.',
      'Now let it be *0.36*, a shallow dose response; all else stays.',
    ],
    question: 'About how many times the binomial variance is it now?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'one', text: 'About once: steepness was all of it' },
        { id: 'three', text: 'About 3 times' },
        { id: 'thirteen', text: 'About 13 times: it is α/β that is unknown' },
        { id: 'forty', text: 'About 40 times' },
      ],
    },
    sliders: [GAMMA50_SLIDER],
  },
  answer: (tools): Answer => {
    const [shallow, steep] = [SHALLOW, STEEP].map((gamma50) => spreadAt(tools, { gamma50 }));
    const rows = [steep, shallow].map((spread, i) => [
      String([STEEP, SHALLOW][i]),
      `${(100 * spread.meanRate).toFixed(1)} %`,
      (100 * spread.rateDeviation).toFixed(1),
      inflation(spread).toFixed(1),
    ]);
    return {
      kind: 'choice',
      right: nearestOption(TIMES, inflation(shallow)),
      sentence: `*${inflation(shallow).toFixed(1)} times*, where a steep dose response gave ${inflation(steep).toFixed(1)}: the same doubt about α/β is less doubt about control.`,
      remarks: {
        one: 'A shallow response leaves some: control still hangs on dose, and EQD2 on α/β.',
        three: 'Right: what matters is how far the *rate* is unknown, not α/β itself.',
        thirteen:
          'What counts is how far the *rate of control* is unknown; a shallow response carries less of α/β into it.',
        forty: 'It is less, not more: a shallow response carries less of α/β into the rate of control.',
      },
      table: {
        caption: 'An unknown α/β at two steepnesses, 165 patients',
        columns: ['γ50', 'Mean rate', 'Its uncertainty (percentage points)', 'Times the binomial variance'],
        rows,
      },
    };
  },
  play: ({ gamma50 }, tools): Finding => {
    const rates = ratesAt(tools, gamma50);
    return {
      sentence: `At γ50 ${gamma50.toFixed(2)} the variance is *${inflation(countSpread(PATIENTS, rates)).toFixed(1)} times* the binomial one.`,
      picture: countPicture(PATIENTS, rates),
    };
  },
};
