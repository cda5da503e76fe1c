import type { TwoArmCounts } from './tests/definition.ts';

/** Counts of events as counts of what one hopes for. */
export function successesOf(
  eventIsGood: boolean,
  controlEvents: number,
  controlSize: number,
  experimentalEvents: number,
  experimentalSize: number,
): TwoArmCounts {
  return {
    controlSuccesses: eventIsGood ? controlEvents : controlSize - controlEvents,
    controlSize,
    experimentalSuccesses: eventIsGood ? experimentalEvents : experimentalSize - experimentalEvents,
    experimentalSize,
  };
}
