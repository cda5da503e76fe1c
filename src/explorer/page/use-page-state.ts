import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../message-of.ts';
import { openLink } from './open-link.ts';
import type { PageState } from './page-state.ts';
import type { Office } from './use-staff.ts';
import { useTurns } from './use-turns.ts';
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
  const { state, problem, latest, inTurn } = useTurns();
  const [linkProblem, setLinkProblem] = useState<string>();
  const own = useRef<string | undefined>(undefined);

  const change: Change = (next) =>
    inTurn(async () => {
      const before = latest();
      return before && { state: await next(before) };
    });
  const link = async (): Promise<string> => {
    const written = latest()!;
    const hash = await writeLink(written, office!.shipped, office!.staff);
    if (latest() === written) {
      own.current = hash;
      if (location.hash !== hash) history.replaceState(null, '', hash);
    }
    return new URL(hash, location.href).href;
  };

  useEffect(() => {
    if (!office) return;
    const open = () => inTurn(() => openLink(location.hash.slice(1), office.shipped, office.staff));
    const follow = (): void => {
      if (location.hash !== own.current) void open();
    };
    if (!latest()) void open();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [office]);
  useEffect(() => {
    if (!office || !state) return;
    const write = (): void =>
      void link().then(
        () => setLinkProblem(undefined),
        (error: unknown) => setLinkProblem(messageOf(error)),
      );
    const timer = setTimeout(write, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [office, state]);

  const told = problem ?? linkProblem;
  return { state, change, link, ...(told !== undefined && { problem: told }) };
}
