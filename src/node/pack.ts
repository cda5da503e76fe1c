import { Deserializer, Serializer } from 'node:v8';

/** Where the part without columns lies: its offset and its length, in bytes. */
const HEAD_BYTES = 8;
/** Every column begins at a multiple of so many bytes, so that it can be read where it lies. */
const ALIGNMENT = 8;

const columnTypes = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;
type Column = InstanceType<(typeof columnTypes)[number]>;

const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/** Serialises all but columns, of which it writes type, offset and length. */
class Packer extends Serializer {
  readonly columns: { readonly column: Column; readonly offset: number }[] = [];
  end = HEAD_BYTES;
  declare _setTreatArrayBufferViewsAsHostObjects: (isHost: boolean) => void;

  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
    this.writeHeader();
  }

  _writeHostObject(column: Column): void {
    const type = columnTypes.findIndex((Type) => column instanceof Type);
    if (type < 0) throw new RangeError(`invalid column: ${column.constructor.name} (cannot be packed)`);
    this.writeUint32(type);
    this.writeUint32(this.end);
    this.writeUint32(column.length);
    this.columns.push({ column, offset: this.end });
    this.end = aligned(this.end + column.byteLength);
  }
}

class Unpacker extends Deserializer {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, rest: Uint8Array) {
    super(rest);
    this.#bytes = bytes;
    this.readHeader();
  }

  _readHostObject(): Column {
    const [type, offset, length] = [this.readUint32(), this.readUint32(), this.readUint32()];
    return new columnTypes[type](this.#bytes.buffer as ArrayBuffer, this.#bytes.byteOffset + offset, length);
  }
}

/**
 * Packs data with columns (typed arrays) in one piece of memory, where threads, files and readers find them as they lie.
 *
 * @param room where it is packed; where it does not fit, in new memory that the threads share
 * @returns the bytes of the room that are used
 * @throws RangeError for a column of another type than those of the results of batches
 */
export function pack(value: unknown, room: SharedArrayBuffer): Uint8Array {
  const packer = new Packer();
  packer.writeValue(value);
  const rest = packer.releaseBuffer();
  const { columns, end } = packer;
  const length = end + rest.length;
  const bytes = new Uint8Array(length <= room.byteLength ? room : new SharedArrayBuffer(length), 0, length);
  new Uint32Array(bytes.buffer, 0, 2).set([end, rest.length]);
  for (const { column, offset } of columns)
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
  bytes.set(rest, end);
  return bytes;
}

/**
 * What was packed; its columns are views of the bytes, good for as long as these are not written over.
 *
 * @param bytes beginning at a multiple of 8 bytes of its memory
 * @throws if these are not bytes that {@link pack} made, or not all of them
 */
export function unpack(bytes: Uint8Array): unknown {
  const [offset, length] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (offset + length !== bytes.length)
    throw new RangeError(`invalid bytes: ${bytes.length} (must be ${offset + length})`);
  return new Unpacker(bytes, bytes.subarray(offset, offset + length)).readValue();
}
