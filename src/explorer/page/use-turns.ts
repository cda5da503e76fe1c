import { useRef, useState } from 'preact/hooks';
import { messageOf } from '../message-of.ts';
import type { OpenedLink } from './open-link.ts';
import type { PageState } from './page-state.ts';

/** The page's state, and the changes of it, one after another. */
export interface Turns {
  /** Undefined before there is any. */
  readonly state: PageState | undefined;
  /** The same, as it is now rather than when the page was drawn. */
  latest(): PageState | undefined;
  /** Why the last change was not made, or not as it was asked for. */
  readonly problem?: string;
  /** Makes a change once those before it are made; nothing is changed where it makes none. */
  inTurn(make: () => Promise<OpenedLink | undefined>): Promise<void>;
}

/** A state that changes in turns: each change is made on what the one before it left. */
export function useTurns(): Turns {
  const [state, setState] = useState<PageState>();
  const [problem, setProblem] = useState<string>();
  const { current } = useRef<{ state?: PageState; turn: Promise<void> }>({ turn: Promise.resolve() });
  const inTurn: Turns['inTurn'] = (make) => {
    const take = async (): Promise<void> => {
      try {
        const made = await make();
        if (!made) return;
        current.state = made.state;
        setState(made.state);
        setProblem(made.problem);
      } catch (error) {
        setProblem(messageOf(error));
      }
    };
    current.turn = current.turn.then(take);
    return current.turn;
  };
  return { state, latest: () => current.state, inTurn, ...(problem !== undefined && { problem }) };
}
