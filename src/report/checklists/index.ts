import { ademp } from './ademp.ts';
import { consortNi } from './consort-ni.ts';
import { delta2 } from './delta2.ts';
import { isoeffect } from './isoeffect.ts';
import { octave } from './octave.ts';

/** Every checklist that a report answers. */
export const checklists = { ademp, delta2, consortNi, octave, isoeffect };
