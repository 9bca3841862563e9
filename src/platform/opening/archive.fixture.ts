import { deflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly content: Buffer;
  /** What its index says that it weighs, where that is not the truth. */
  readonly announced?: number;
  readonly encrypted?: boolean;
}

/** An archive as its index describes it: true or not. */
export function archiveOf(parts: readonly Part[]): Uint8Array {
  const [files, index]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content, { level: 1 });
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(part.announced ?? part.content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), facts, name, packed]);
    index.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), facts, place, name]));
    files.push(file);
    at += file.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(index).length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...files, ...index, Buffer.from("PK\x05\x06"), end]));
}
