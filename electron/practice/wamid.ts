import { createHash } from 'node:crypto';

export type WamidDirection = 'from_customer' | 'from_business';

/** Makes WhatsApp message ids, and knows its own again, even those of an earlier run. */
export interface WamidMint {
  next(direction: WamidDirection, digits: string): string;
  /** What an id of this platform says about itself; null for any other text. */
  read(wamid: string): { readonly direction: WamidDirection; readonly digits: string } | null;
}

const HEADER = Buffer.from([0x1c, 0x18]);
const MARK = { from_customer: 0x12, from_business: 0x11 } as const;

/**
 * The ids have the shape of Meta's (`wamid.` + base64 of the peer's number and an upper-case hex
 * serial) and carry a check value, because the practice platform forgets its messages when the app
 * restarts and must still accept reactions to them and read receipts for them.
 *
 * @param run differs between runs, so that a restart never repeats an id.
 */
export function createWamidMint(run: number): WamidMint {
  let serial = 0;
  return {
    next(direction, digits) {
      serial += 1;
      const unique = hex(run % 0x100_0000_0000, 10) + hex(serial, 6);
      const payload = Buffer.concat([
        HEADER,
        Buffer.from([digits.length]),
        Buffer.from(digits, 'latin1'),
        Buffer.from([0x15, 0x02, 0x00, MARK[direction], 0x18, 0x18]),
        Buffer.from(unique + checkValue(direction, digits, unique), 'latin1'),
        Buffer.from([0x00]),
      ]);
      return `wamid.${payload.toString('base64')}`;
    },
    read: readWamid,
  };
}

function readWamid(wamid: string): ReturnType<WamidMint['read']> {
  if (!wamid.startsWith('wamid.')) return null;
  const bytes = Buffer.from(wamid.slice('wamid.'.length), 'base64');
  const length = bytes[2] ?? 0;
  const rest = 3 + length;
  if (bytes.length !== rest + 6 + 24 + 1) return null;
  const digits = bytes.toString('latin1', 3, rest);
  const direction = bytes[rest + 3] === MARK.from_customer ? 'from_customer' : 'from_business';
  const unique = bytes.toString('latin1', rest + 6, rest + 22);
  const check = bytes.toString('latin1', rest + 22, rest + 30);
  return check === checkValue(direction, digits, unique) ? { direction, digits } : null;
}

function checkValue(direction: WamidDirection, digits: string, unique: string): string {
  const digest = createHash('md5').update(`${direction} ${digits} ${unique}`).digest('hex');
  return digest.slice(0, 8).toUpperCase();
}

function hex(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0');
}
