import { messageOf } from '../message-of.ts';
import { decodeState } from '../share/decode-state.ts';
import type { Setting } from '../share/state.ts';
import type { Shipped } from '../shipped.ts';
import type { Staff } from './connect.ts';
import { Dismissed } from './open-questions.ts';
import type { PageScenario, PageState } from './page-state.ts';

const FIRST_SCENARIO = 'quick-start';

/** The shipped scenario of a name, as it stands. */
export const shippedScenario = ({ scenarios }: Shipped, name: string): PageScenario => ({
  name,
  file: `${name}.yaml`,
  text: scenarios[name],
});

/** What a link leads to. */
export interface OpenedLink {
  readonly state: PageState;
  /** Why the link could not be followed; what is opened is then where everybody begins. */
  readonly problem?: string;
}

/** What the hash of a link leads to: where everybody begins, if it is empty or damaged. */
export async function openLink(hash: string, shipped: Shipped, staff: Staff): Promise<OpenedLink> {
  const begin: PageState = { scenario: shippedScenario(shipped, FIRST_SCENARIO) };
  // The tutor is called in only where there is something to teach
  const lessons = hash.includes('lesson=') ? Object.keys(await staff.tutor().lessons()) : [];
  const found = await decodeState(hash, { scenarios: Object.keys(shipped.scenarios), lessons });
  if ('problem' in found) return { state: begin, problem: found.problem };
  try {
    const { pinned, lesson, step = 0 } = found;
    return {
      state: {
        scenario: await scenarioOf(found, shipped, staff),
        ...(pinned && { kept: { scenario: await scenarioOf(pinned, shipped, staff) } }),
        ...(lesson !== undefined && { place: { lesson, step } }),
      },
    };
  } catch (error) {
    if (error instanceof Dismissed) throw error;
    return { state: begin, problem: `The link changes what cannot be changed: ${messageOf(error)}.` };
  }
}

async function scenarioOf(
  { scenario = FIRST_SCENARIO, yaml, changes }: Setting,
  shipped: Shipped,
  staff: Staff,
): Promise<PageScenario> {
  if (yaml !== undefined) return { file: 'scenario.yaml', text: yaml };
  const opened = shippedScenario(shipped, scenario);
  return changes.length === 0 ? opened : { ...opened, text: await staff.desk.setAll(opened.text, changes) };
}
