import type { ClipboardEvent } from 'react';

/**
 * The files in what is pasted. None where there is text too: a table copied from a spreadsheet
 * brings a picture of itself along, and the words are what was meant.
 */
export function pastedFiles({ clipboardData }: ClipboardEvent): File[] {
  return clipboardData.types.includes('text/plain') ? [] : [...clipboardData.files];
}
