import { proxy } from 'comlink';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScenarioText } from '../desk.ts';
import type { Staff } from './connect.ts';
import { createEnquiry, type Explore } from './enquiry.ts';
import { type Exploration, UNEXPLORED } from './exploration.ts';
import { nextExploration } from './next-exploration.ts';

/** The answer to a scenario's text, refined as the run goes on. */
export function useExploration({ desk }: Staff, scenario: ScenarioText): Exploration {
  const [exploration, setExploration] = useState(UNEXPLORED);
  const ask = useMemo(
    () => createEnquiry((event, text) => setExploration((before) => nextExploration(before, event, text))),
    [],
  );
  const explore = useMemo<Explore>(() => (text, onEvent) => desk.explore(text, proxy(onEvent)), [desk]);
  useEffect(() => ask(explore, scenario), [explore, scenario]);
  return exploration;
}
