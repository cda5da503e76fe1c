import { z } from 'zod';
import { strict } from '../../numeric/quantities.ts';
import { ruleOfSix } from '../ladder/rule-of-six.ts';
import { startProblems, stepsShape } from '../ladder/steps-shape.ts';
import { defineDoseFinding } from './definition.ts';

export const threePlusThree = defineDoseFinding({
  label: '3+3 design',
  summary:
    'Three patients at a level, three more after one toxicity; up after none of three or one of six, down after two.',
  reference: 'Storer 1989, Biometrics 45:925; Lin & Shih 2001, Biostatistics 2:203',
  equations: ['P("up" | p) = (1 − p)^3 + 3 p (1 − p)^5'],
  symbols: { startLevel: 'd_1' },
  parameters: strict({
    startLevel: stepsShape.startLevel,
    sixAtRecommended: z
      .boolean()
      .default(true)
      .describe('whether a level is recommended only once six patients were treated at it'),
  }),
  examples: [{}, { startLevel: 2, sixAtRecommended: false }],
  waits: true,
  problems: startProblems,
  create: ruleOfSix,
});
