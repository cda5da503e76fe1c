/**
 * Version of the package; a test holds it to package.json.
 *
 * @example
 * ```ts
 * import { VERSION } from 'isoeffect';
 *
 * console.log(/^\d+\.\d+\.\d+$/.test(VERSION)); // true
 * ```
 */
export const VERSION = '0.1.0';
