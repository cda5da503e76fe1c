import { encodeState } from '../share/encode-state.ts';
import type { Setting } from '../share/state.ts';
import type { Shipped } from '../shipped.ts';
import type { Staff } from './connect.ts';
import type { PageScenario, PageState } from './page-state.ts';

/** The hash of a link to a state of the page, with its `#`. @throws RangeError if it is too long for a link */
export async function writeLink(state: PageState, shipped: Shipped, staff: Staff): Promise<string> {
  const { scenario, kept, place } = state;
  const hash = await encodeState({
    ...(await settingOf(scenario, shipped, staff)),
    ...(kept && { pinned: await settingOf(kept.scenario, shipped, staff) }),
    ...(place?.lesson !== undefined && { lesson: place.lesson, step: place.step }),
  });
  return `#${hash}`;
}

/** A scenario by what was changed in a shipped one, where that says it, else by its text. */
async function settingOf({ name, text }: PageScenario, shipped: Shipped, staff: Staff): Promise<Setting> {
  const changes =
    name === undefined ? undefined : await staff.desk.changesBetween(shipped.scenarios[name], text);
  return changes ? { scenario: name!, changes } : { changes: [], yaml: text };
}
