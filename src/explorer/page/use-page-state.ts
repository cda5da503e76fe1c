import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../message-of.ts';
import { type OpenedLink, openLink } from './open-link.ts';
import type { PageState } from './page-state.ts';
import type { Office } from './use-staff.ts';
import { writeLink } from './write-link.ts';

/** The address follows what is done after a pause of so long: browsers refuse more. */
const PAUSE_MS = 400;

/** Makes a change of the page's state, on what it is when its turn comes; over once it is made, or is told of as a problem. */
export type Change = (next: (before: PageState) => PageState | Promise<PageState>) => Promise<void>;

/** The page's state, kept in its address. */
export interface KeptState {
  /** Undefined before the address has been read. */
  readonly state: PageState | undefined;
  /** Why the link that led here could not be followed, the last change not be made, or what is done not be linked to. */
  readonly problem?: string;
  readonly change: Change;
  /** The address of the page as it is now. @throws RangeError if it is too long for a link */
  link(): Promise<string>;
}

/** State of a page whose address is a link to what it shows. */
export function usePageState(office: Office | undefined): KeptState {
  const [state, setState] = useState<PageState>();
  const [problem, setProblem] = useState<string>();
  const [linkProblem, setLinkProblem] = useState<string>();
  const latest = useRef<{ state?: PageState; turn: Promise<void>; hash?: string }>({
    turn: Promise.resolve(),
  });

  const inTurn = (make: () => Promise<OpenedLink | undefined>): Promise<void> => {
    const { current } = latest;
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
  const change: Change = (next) =>
    inTurn(async () => {
      const before = latest.current.state;
      return before && { state: await next(before) };
    });
  const link = async (): Promise<string> => {
    const { current } = latest;
    const written = current.state!;
    const hash = await writeLink(written, office!.shipped, office!.staff);
    if (current.state === written) {
      current.hash = hash;
      if (location.hash !== hash) history.replaceState(null, '', hash);
    }
    return new URL(hash, location.href).href;
  };

  useEffect(() => {
    if (!office) return;
    const open = (): void =>
      void inTurn(() => openLink(location.hash.slice(1), office.shipped, office.staff));
    const follow = (): void => {
      if (location.hash !== latest.current.hash) open();
    };
    if (!latest.current.state) open();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [office]);
  useEffect(() => {
    if (!office || !state) return;
    const timer = setTimeout(() => {
      link().then(
        () => setLinkProblem(undefined),
        (error: unknown) => setLinkProblem(messageOf(error)),
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [office, state]);

  const told = problem ?? linkProblem;
  return { state, change, link, ...(told !== undefined && { problem: told }) };
}
