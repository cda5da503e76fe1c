interface MastheadProps {
  /** Whether the lessons are open; undefined before it is known. */
  readonly isTeaching: boolean | undefined;
  onExplore(): void;
  onTeach(): void;
}

/** What the page is, and the way to its two views. */
export function Masthead({ isTeaching, onExplore, onTeach }: MastheadProps) {
  return (
    <header>
      <h1>isoeffect explorer</h1>
      <p>Gy × fractions in, a trial decision out. Everything is computed in this page.</p>
      {isTeaching !== undefined && (
        <nav aria-label="Views">
          <button type="button" aria-current={isTeaching ? undefined : 'page'} onClick={onExplore}>
            Explore
          </button>
          <button type="button" aria-current={isTeaching ? 'page' : undefined} onClick={onTeach}>
            Lessons
          </button>
        </nav>
      )}
    </header>
  );
}
