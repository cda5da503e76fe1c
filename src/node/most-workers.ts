/** More threads than this take more memory than they save time. */
export const MOST_WORKERS = 512;
