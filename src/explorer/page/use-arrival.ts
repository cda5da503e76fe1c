import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A heading that takes the focus once it is there, and comes into sight: who comes by keyboard, or hears the page, goes on from it. */
export function useArrival(): { readonly ref: RefObject<HTMLHeadingElement | null>; readonly tabIndex: -1 } {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => ref.current?.focus(), []);
  return { ref, tabIndex: -1 };
}
