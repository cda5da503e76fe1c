import { withError } from '../../../report/numbers.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import { powerAt } from '../../lesson-parts/power-at.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { exactOutlook, PATIENTS, PATIENTS_SLIDER, SCENARIO, uncertainTrial } from './uncertain-trial.ts';

const WORLDS = 300;

export const twiceThePatients: LessonStep = {
  shown: {
    title: 'Twice the patients',
    paragraphs: [
      'At α/β 4 Gy, twice the patients would lift the power from 80 % to *about 97 %*.',
      'What do they do for the assurance, which was a little above 40 %?',
    ],
    question: 'What is the assurance with 330 patients an arm?',
    prediction: { kind: 'number', unit: '%', min: 0, max: 100, step: 1 },
    sliders: [PATIENTS_SLIDER],
  },
  answer: async (tools): Promise<Answer> => {
    const { assurance } = await tools.run(tools.files.scenario(SCENARIO), {
      truths: {},
      'simulation.replicates': 100,
      'simulation.worlds': WORLDS,
      'design.perArm': 2 * PATIENTS,
    });
    const doubled = uncertainTrial(tools, { 'design.perArm': 2 * PATIENTS });
    const before = exactOutlook(uncertainTrial(tools)).assurance;
    const value = assurance!.exact!;
    return {
      kind: 'number',
      value: 100 * value,
      words: percentOf(value),
      near: 4,
      sentence: `*${percentOf(value)}* (${withError(assurance!)} from ${WORLDS} simulated worlds), where it was ${percentOf(before)}.`,
      remarks: {
        near: 'Right: more patients help only where power lies in between, and that is in few worlds.',
        far: 'Where the trial is as good as won there is little to gain, and where the claim is false there must be none.',
        mistakes: [
          {
            value: 100 * powerAt(doubled, ALPHA_BETA, 4),
            within: 5,
            remark: 'That is the power at α/β 4 Gy. In most worlds α/β is another.',
          },
        ],
      },
    };
  },
  play: ({ patients }, tools): Finding => {
    const { assurance, successAndTrue } = exactOutlook(uncertainTrial(tools, { 'design.perArm': patients }));
    return {
      sentence: `With ${patients} patients an arm the assurance is *${percentOf(assurance)}*, ${percentOf(successAndTrue)} of it with the claim true.`,
    };
  },
};
