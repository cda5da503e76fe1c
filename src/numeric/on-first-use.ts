import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A third party's export, loaded when it is first asked for: most commands never call it, and its hundreds of small files
 * take longer to load than they take to run.
 *
 * @param name of a CommonJS package, whose types the caller imports
 */
export function onFirstUse<Loaded>(name: string): () => Loaded {
  let loaded: Loaded | undefined;
  return () => {
    loaded ??= require(name) as Loaded;
    return loaded;
  };
}
