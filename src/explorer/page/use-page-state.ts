import { useEffect, useRef, useState } from 'preact/hooks';
import { openLink } from './open-link.ts';
import type { PageState } from './page-state.ts';
import type { Office } from './use-staff.ts';
import { writeLink } from './write-link.ts';

/** The address follows what is done after a pause of so long: browsers refuse more. */
const PAUSE_MS = 400;

/** The page's state, kept in its address; and a change of it, made on what it is when its turn comes. */
export interface KeptState {
  /** Undefined before the address has been read. */
  readonly state: PageState | undefined;
  /** Why the link that led here could not be followed, or what is done cannot be linked to. */
  readonly problem?: string;
  change(next: (before: PageState) => PageState | Promise<PageState>): void;
}

/** State of a page whose address is a link to what it shows. */
export function usePageState(office: Office | undefined): KeptState {
  const [state, setState] = useState<PageState>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef<{ state?: PageState; turn: Promise<void>; hash?: string }>({
    turn: Promise.resolve(),
  });

  const take = (next: PageState): void => {
    latest.current.state = next;
    setState(next);
  };
  useEffect(() => {
    if (!office) return;
    const { shipped, staff } = office;
    const open = async (): Promise<void> => {
      const opened = await openLink(location.hash.slice(1), shipped, staff);
      setProblem(opened.problem);
      take(opened.state);
    };
    const follow = (): void => {
      if (location.hash !== latest.current.hash) void open();
    };
    if (!latest.current.state) void open();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [office]);

  useEffect(() => {
    if (!office || !state) return;
    const { shipped, staff } = office;
    const timer = setTimeout(() => {
      writeLink(state, shipped, staff).then(
        (hash) => {
          latest.current.hash = hash;
          if (location.hash !== hash) history.replaceState(null, '', hash);
        },
        (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [office, state]);

  const change: KeptState['change'] = (next) => {
    const { current } = latest;
    current.turn = current.turn.then(async () => {
      try {
        if (current.state) take(await next(current.state));
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
    });
  };
  return { state, change, ...(problem !== undefined && { problem }) };
}
