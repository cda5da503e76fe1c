import type { ExploreEvent } from '../explore-event.ts';
import type { Exploration } from './exploration.ts';

/**
 * What is known after an event.
 *
 * @param text that the event is about
 */
export function nextExploration(before: Exploration, event: ExploreEvent, text: string): Exploration {
  switch (event.kind) {
    case 'accepted': {
      const { refusal: _, ...rest } = before;
      return { ...rest, problems: [], warnings: event.warnings, share: 0, isStale: true };
    }
    case 'problems':
      return { ...before, problems: event.problems, share: 0, isStale: true };
    case 'refused':
      return { ...before, refusal: event.reason, share: 0, isStale: true };
    case 'progress':
      return { ...before, share: event.share };
    case 'stage':
      return {
        ...before,
        stage: event.stage,
        text,
        isStale: false,
        share: event.stage.isLast ? 1 : before.share,
      };
  }
}
