import type { ScenarioText } from '../desk.ts';
import type { ExploreEvent } from '../explore-event.ts';
import { messageOf } from '../message-of.ts';

/** Explores a scenario's text, as a desk does. */
export type Explore = (scenario: ScenarioText, onEvent: (event: ExploreEvent) => void) => Promise<void>;

/**
 * Asks for one text after another: while one is being read no other is sent, and of what is typed or slid meanwhile the
 * latest. Of a text that a newer one was sent after, and of a desk that was replaced, nothing more is heard.
 *
 * @param onEvent hears of the text that was sent last
 * @returns asks for a text, of the same desk as before or of another
 */
export function createEnquiry(
  onEvent: (event: ExploreEvent, text: string) => void,
): (explore: Explore, scenario: ScenarioText) => void {
  let desk: Explore | undefined;
  let wanted: ScenarioText | undefined;
  let newest = 0;
  let isReading = false;
  const send = (): void => {
    if (!desk || !wanted || isReading) return;
    const mine = ++newest;
    const scenario = wanted;
    wanted = undefined;
    isReading = true;
    const isRead = (): void => {
      if (mine !== newest || !isReading) return;
      isReading = false;
      send();
    };
    const hear = (event: ExploreEvent): void => {
      if (mine !== newest) return;
      onEvent(event, scenario.text);
      isRead();
    };
    desk(scenario, hear).then(isRead, (error: unknown) =>
      hear({ kind: 'refused', reason: messageOf(error) }),
    );
  };
  return (explore, scenario) => {
    if (explore !== desk) {
      desk = explore;
      newest++;
      isReading = false;
    }
    wanted = scenario;
    send();
  };
}
