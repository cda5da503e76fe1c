import { useEffect, useState } from 'preact/hooks';

/** Widths in pixels at which every chart is known to have room for its words. */
const WIDE = 600;
const NARROW = 275;
const NARROW_PAGE = '(max-width: 42rem)';

/** Width of the charts' plots for the page as it is now. */
export function usePlotWidth(): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW_PAGE).matches);
  useEffect(() => {
    const query = matchMedia(NARROW_PAGE);
    const change = (): void => setNarrow(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return isNarrow ? NARROW : WIDE;
}
