import fc from 'fast-check';
import { decodeState } from '../../../src/explorer/share/decode-state.ts';
import { encodeState } from '../../../src/explorer/share/encode-state.ts';
import { encodeScenarioText } from '../../../src/scenario/scenario-link.ts';
import { exampleText } from '../../fixtures/scenario-text.ts';
import { expectRefusal } from '../expected-error.ts';
import { hostileWords } from '../hostile-words.ts';
import { mutatedText } from '../mutated-text.ts';
import type { FuzzTarget } from '../target.ts';

const limits = { scenarios: ['quick-start', 'scopes-ii'], lessons: ['eqd2-and-alpha-beta'] };
const packed = await encodeScenarioText(exampleText);
// A million letters in a thousand bytes
const bomb = await encodeScenarioText('x'.repeat(1_000_000));

const written = [
  'scenario=quick-start&set=design.perArm=150',
  '#scenario=scopes-ii&set=truth.localControl.gamma50=1.5&pinned.scenario=quick-start&pinned.set=seed=a',
  'lesson=eqd2-and-alpha-beta&step=3',
  `yaml=${packed}`,
  `yaml=${bomb}`,
  'pinned=',
  'set=arms.control=%7B%22schedule%22:%2225+x+2+Gy%22%7D',
];
const set = fc
  .tuple(fc.constantFrom(...hostileWords), fc.oneof(fc.constantFrom(...hostileWords), fc.json()))
  .map(([path, value]) => `set=${encodeURIComponent(`${path}=${value}`)}`);

/** The part of the explorer's address after `#`: opened, or a problem in one sentence; what was opened is linked to again. */
export const linkTarget: FuzzTarget<string> = {
  summary: 'addresses of the explorer',
  quick: 300,
  inputs: fc.oneof(
    { weight: 4, arbitrary: mutatedText(written) },
    { weight: 1, arbitrary: fc.array(set, { minLength: 1, maxLength: 4 }).map((sets) => sets.join('&')) },
    { weight: 1, arbitrary: fc.base64String({ maxLength: 200 }).map((letters) => `yaml=${letters}`) },
  ),
  async take(hash) {
    const state = await decodeState(hash, limits);
    if ('problem' in state) return expectRefusal(new RangeError(state.problem), 'RangeError');
    let again: string;
    try {
      again = await encodeState(state);
    } catch (error) {
      return expectRefusal(error, 'RangeError');
    }
    const reread = await decodeState(again, limits);
    if (JSON.stringify(reread) !== JSON.stringify(state)) throw new Error('a link that says something else');
  },
};
