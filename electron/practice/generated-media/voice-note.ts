/** One 20 ms frame of silence in Opus, mono, as the codec itself encodes it. */
const SILENT_FRAME = Buffer.from([0xf8, 0xff, 0xfe]);
const FRAMES_PER_SECOND = 50;
const SAMPLES_PER_FRAME = 960;
const PRE_SKIP = 312;
const SERIAL = 0x46_44_53_4b;

const FIRST_PAGE = 0x02;
const LAST_PAGE = 0x04;

/** An OGG/Opus voice note without sound: it has a length and plays everywhere. */
export function silentVoiceNote(seconds: number): Buffer {
  const pages = [page(0, FIRST_PAGE, 0, [opusHead()]), page(1, 0, 0, [opusTags()])];
  for (let second = 1; second <= seconds; second += 1) {
    const position = PRE_SKIP + second * FRAMES_PER_SECOND * SAMPLES_PER_FRAME;
    const frames = Array.from({ length: FRAMES_PER_SECOND }, () => SILENT_FRAME);
    pages.push(page(1 + second, second === seconds ? LAST_PAGE : 0, position, frames));
  }
  return Buffer.concat(pages);
}

function opusHead(): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9);
  head.writeUInt16LE(PRE_SKIP, 10);
  head.writeUInt32LE(48_000, 12);
  return head;
}

function opusTags(): Buffer {
  const vendor = Buffer.from('frontdesk', 'latin1');
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4);
  tags.write('OpusTags', 'latin1');
  tags.writeUInt32LE(vendor.length, 8);
  vendor.copy(tags, 12);
  return tags;
}

/** Every packet here is shorter than 255 bytes, so each takes one entry of the segment table. */
function page(index: number, flags: number, position: number, packets: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(27);
  header.write('OggS', 'latin1');
  header.writeUInt8(flags, 5);
  header.writeBigUInt64LE(BigInt(position), 6);
  header.writeUInt32LE(SERIAL, 14);
  header.writeUInt32LE(index, 18);
  header.writeUInt8(packets.length, 26);
  const whole = Buffer.concat([
    header,
    Buffer.from(packets.map(({ length }) => length)),
    ...packets,
  ]);
  whole.writeUInt32LE(oggCrc(whole), 22);
  return whole;
}

/** OGG's own CRC-32: polynomial 0x04c11db7, not reflected, starting from zero. */
function oggCrc(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
    }
  }
  return crc >>> 0;
}
