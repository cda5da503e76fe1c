import type { ExploreEvent } from '../explore-event.ts';
import type { Exploration } from './exploration.ts';

/**
 * What is known after an event.
 *
 * @param text that the event is about
 */
export function nextExploration(before: Exploration, event: ExploreEvent, text: string): Exploration {
  const { refusal: _, ...rest } = before;
  const begun = { ...rest, readText: text, problems: [], share: 0, isStale: true };
  switch (event.kind) {
    case 'accepted':
      return { ...begun, warnings: event.warnings };
    case 'problems':
      return { ...begun, problems: event.problems };
    case 'refused':
      return { ...begun, refusal: event.reason };
    case 'progress':
      return { ...before, share: event.share };
    case 'stage': {
      const { stage } = event;
      return { ...before, stage, text, isStale: false, share: stage.isLast ? 1 : before.share };
    }
  }
}
