import { describe, expect, it } from 'vitest';
import { portNumber } from '../../src/cli/options.ts';

describe('the number of a port', () => {
  it.each([
    ['0', 0],
    ['8080', 8080],
    ['65535', 65_535],
  ])('%s is one', (text, port) => {
    expect(portNumber(text)).toBe(port);
  });

  it.each(['', ' ', '-1', '65536', '80a', '8e3', '0x50', '80.5', 'Infinity'])('%j is none', (text) => {
    expect(() => portNumber(text)).toThrow('must be a whole number from 0 to 65535');
  });
});
