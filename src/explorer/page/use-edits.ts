import { useRef } from 'preact/hooks';
import { MOST_SCENARIO_CHARACTERS } from '../../scenario/most-characters.ts';
import type { Field } from '../edit/fields.ts';
import type { Shipped } from '../shipped.ts';
import type { Staff } from './connect.ts';
import { shippedScenario } from './open-link.ts';
import type { PageScenario, PageState } from './page-state.ts';
import type { Change } from './use-page-state.ts';

/** Ways of changing the scenario; each is over once the page has it, or has told why not. */
export interface Edits {
  pick(name: string): Promise<void>;
  openFile(file: File): Promise<void>;
  setText(text: string): Promise<void>;
  setField(path: string, value: Field['value']): Promise<void>;
  /** Of positions that a slider goes through before its turn comes, the last is taken. */
  moveSlider(id: string, value: number): Promise<void>;
}

/** Most bytes of a character in UTF-8, but for those that count as two. */
const MOST_BYTES = 3;

async function textOf(file: File): Promise<string> {
  if (file.size > MOST_BYTES * MOST_SCENARIO_CHARACTERS)
    throw new RangeError(`${file.name} is too long for a scenario.`);
  return file.text();
}

const withScenario = (before: PageState, scenario: PageScenario): PageState => ({ ...before, scenario });
const withText = (before: PageState, text: string): PageState =>
  withScenario(before, { ...before.scenario, text });

/** The ways of changing the scenario of a page. */
export function useEdits({ desk }: Staff, shipped: Shipped, change: Change): Edits {
  const positions = useRef(new Map<string, number>()).current;
  return {
    pick: (name) => change((before) => withScenario(before, shippedScenario(shipped, name))),
    openFile: (file) =>
      change(async (before) => withScenario(before, { file: file.name, text: await textOf(file) })),
    setText: (text) => change((before) => withText(before, text)),
    setField: (path, value) =>
      change(async (before) => withText(before, await desk.setAll(before.scenario.text, [[path, value]]))),
    moveSlider: (id, value) => {
      positions.set(id, value);
      return change(async (before) => {
        const last = positions.get(id);
        if (last === undefined) return before;
        positions.delete(id);
        return withText(before, await desk.moveSlider(before.scenario.text, id, last));
      });
    },
  };
}
