/** Acts at the first Ctrl-C or SIGTERM; returns what ends that, after which a signal does what it does by itself. */
export function onInterrupt(act: () => void): () => void {
  process.once('SIGINT', act).once('SIGTERM', act);
  return () => void process.off('SIGINT', act).off('SIGTERM', act);
}
