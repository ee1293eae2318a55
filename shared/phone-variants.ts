/**
 * The ways one subscriber's number is written. Brazil put a 9 before its mobile numbers and Mexico
 * dropped a 1, but WhatsApp may know people by the older form; Argentina's mobile numbers have a 9
 * that many leave out. The number itself comes first.
 *
 * @param phone E.164 with `+`
 */
export function phoneVariants(phone: string): string[] {
  for (const { long, toShort, short, toLong } of FORMS) {
    if (long.test(phone)) return [phone, phone.replace(long, toShort)];
    if (short.test(phone)) return [phone, phone.replace(short, toLong)];
  }
  return [phone];
}

interface Form {
  readonly long: RegExp;
  readonly toShort: string;
  readonly short: RegExp;
  readonly toLong: string;
}

const FORMS: readonly Form[] = [
  {
    long: /^\+55(?<area>\d\d)9(?<rest>[6-9]\d{7})$/,
    toShort: '+55$<area>$<rest>',
    short: /^\+55(?<area>\d\d)(?<rest>[6-9]\d{7})$/,
    toLong: '+55$<area>9$<rest>',
  },
  {
    long: /^\+521(?<rest>\d{10})$/,
    toShort: '+52$<rest>',
    short: /^\+52(?<rest>\d{10})$/,
    toLong: '+521$<rest>',
  },
  {
    long: /^\+549(?<rest>\d{10})$/,
    toShort: '+54$<rest>',
    short: /^\+54(?<rest>[1-8]\d{9})$/,
    toLong: '+549$<rest>',
  },
];
