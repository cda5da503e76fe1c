import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../src/node/pack.ts';

const value = {
  kind: 'replicates',
  rows: 3,
  nested: { bytes: Uint8Array.of(1, 2, 255), words: Uint16Array.of(65_535) },
  columns: [Uint32Array.of(4_294_967_295, 0), Float64Array.of(Number.NaN, -0, 0.1, Number.POSITIVE_INFINITY)],
  none: new Float64Array(0),
  missing: undefined,
  numbers: [Number.NaN, 1e-300],
};

describe('packed data', () => {
  it('comes back as it was, its columns as views of the bytes', () => {
    const bytes = pack(value, new SharedArrayBuffer(0));
    const found = unpack(bytes) as typeof value;
    expect(found).toEqual(value);
    expect(found.columns[1].buffer).toBe(bytes.buffer);
    expect(unpack(Uint8Array.from(bytes))).toEqual(value);
  });

  it('takes the room it is given where it fits, over what lies there, and no other', () => {
    const room = new SharedArrayBuffer(pack(value, new SharedArrayBuffer(0)).length);
    new Uint8Array(room).fill(7);
    expect(pack(value, room).buffer).toBe(room);
    expect(unpack(pack('less', room))).toBe('less');
    expect(unpack(pack(value, room))).toEqual(value);
    expect(pack(value, new SharedArrayBuffer(room.byteLength - 1)).buffer).not.toBe(room);
  });

  it('refuses bytes that are not whole, and columns it does not know', () => {
    const bytes = Uint8Array.from(pack(value, new SharedArrayBuffer(0)));
    expect(() => unpack(bytes.subarray(0, -1))).toThrow(RangeError);
    expect(() => unpack(new Uint8Array(16))).toThrow(RangeError);
    expect(() => pack({ column: new Int8Array(1) }, new SharedArrayBuffer(0))).toThrow(RangeError);
  });
});
