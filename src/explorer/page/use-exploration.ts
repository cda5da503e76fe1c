import { proxy } from 'comlink';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScenarioText } from '../desk.ts';
import type { ExploreEvent } from '../explore-event.ts';
import type { Staff } from './connect.ts';
import { type Exploration, UNEXPLORED } from './exploration.ts';
import { nextExploration } from './next-exploration.ts';

/**
 * The answer to a scenario's text, refined as the run goes on.
 *
 * While the desk reads one text it is sent no other: of what is typed or slid meanwhile it gets the latest.
 */
export function useExploration(staff: Staff | undefined, scenario: ScenarioText | undefined): Exploration {
  const [exploration, setExploration] = useState(UNEXPLORED);
  const state = useRef<{ staff?: Staff; wanted?: ScenarioText; isReading: boolean }>({ isReading: false });

  const send = (): void => {
    const { current } = state;
    const { staff: to, wanted } = current;
    if (!to || !wanted || current.isReading) return;
    delete current.wanted;
    current.isReading = true;
    const isRead = (): void => {
      if (current.staff !== to || !current.isReading) return;
      current.isReading = false;
      send();
    };
    const onEvent = (event: ExploreEvent): void => {
      if (current.staff !== to) return;
      setExploration((before) => nextExploration(before, event, wanted.text));
      isRead();
    };
    to.desk.explore(wanted, proxy(onEvent)).then(isRead, (error: unknown) => {
      onEvent({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
    });
  };

  useEffect(() => {
    if (!staff || !scenario) return;
    const { current } = state;
    if (current.staff !== staff) {
      current.staff = staff;
      current.isReading = false;
    }
    current.wanted = scenario;
    send();
  }, [staff, scenario]);
  return exploration;
}
