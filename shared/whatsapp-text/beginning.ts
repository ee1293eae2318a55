const CHARACTERS = 1400;
const LINES = 22;
/** A rest this small is not worth a button. */
const SLACK = 1.25;

/**
 * The part of a long message that is shown first; each further step shows ten times as much.
 *
 * @param step 0 for the first look
 */
export function beginning(text: string, step: number): string {
  const scale = 10 ** step;
  const end = Math.min(cutAt(text, scale), text.length);
  return end === text.length || cutAt(text, scale * SLACK) >= text.length
    ? text
    : text.slice(0, wholeLetter(text, end));
}

function cutAt(text: string, scale: number): number {
  const limit = CHARACTERS * scale;
  let end = -1;
  for (let line = 0; line < LINES * scale; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1 || end > limit) return limit;
  }
  return end;
}

/** A letter of two code units is not cut in half. */
function wholeLetter(text: string, end: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end;
}
