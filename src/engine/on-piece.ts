/**
 * Told of each piece of a batch before it begins, so that whoever waits knows that work goes on, and where it is.
 *
 * @param world whole number >= 0
 * @param replicate whole number >= 0; left out where the piece is a whole world
 */
export type OnPiece = (world: number, replicate?: number) => void;

/** For those who do not watch. */
export const unwatched: OnPiece = () => {};
