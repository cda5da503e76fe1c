import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../message-of.ts';
import { Dismissed } from './open-questions.ts';

/** What went wrong where nobody waited for it; undefined where nothing did. */
export function useMishap(): string | undefined {
  const [mishap, setMishap] = useState<string>();
  useEffect(() => {
    const hear = (event: PromiseRejectionEvent): void => {
      // What is drawn or read anew by those who take the place of who was asked is no mishap
      if (event.reason instanceof Dismissed) event.preventDefault();
      else setMishap(`Something failed in this page: ${messageOf(event.reason)}.`);
    };
    addEventListener('unhandledrejection', hear);
    return () => removeEventListener('unhandledrejection', hear);
  }, []);
  return mishap;
}
