/** What one input may take. */
const MOST_SECONDS = 2;
const MOST_BYTES = 200e6;

/** Names of everything that plain objects, lists, texts and functions inherit. */
const inherited = (): string =>
  [Object, Array, String, Function]
    .map(({ prototype }) => Reflect.ownKeys(prototype).map(String).join(' '))
    .join('; ');

const AT_START = inherited();

/** Processor time of this thread's process in seconds: the clock would count what others do on this machine. */
const spentSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Most memory that the process has held so far, in bytes. */
const mostBytes = (): number => process.resourceUsage().maxRSS * 1024;

/**
 * Does a piece of work and makes sure that it took no more than one input may take, and that plain objects inherit what
 * they did before.
 *
 * @throws what the work throws; Error if it took too much or left something behind
 */
export async function withinLimits(work: () => void | Promise<void>): Promise<void> {
  const [seconds, bytes] = [spentSeconds(), mostBytes()];
  try {
    await work();
  } finally {
    checkPrototypes();
  }
  const took = spentSeconds() - seconds;
  if (took > MOST_SECONDS) throw new Error(`took ${took.toFixed(1)} s`);
  const grew = mostBytes() - bytes;
  if (grew > MOST_BYTES) throw new Error(`took ${(grew / 1e6).toFixed(0)} MB`);
}

/** @throws Error if plain objects inherit anything new */
function checkPrototypes(): void {
  if (inherited() === AT_START) return;
  for (const key of Reflect.ownKeys(Object.prototype))
    if (!AT_START.split(/[ ;]+/).includes(String(key))) Reflect.deleteProperty(Object.prototype, key);
  throw new Error('prototypes are polluted');
}
