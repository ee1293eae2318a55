import type { Result } from '#shared/errors.ts';

interface Piece {
  readonly base64: string;
  readonly next: number | null;
}

/**
 * Fetches a file piece by piece and lets the owner save it.
 *
 * @param fetchPiece asks for the piece at a place; a null `next` means that it was the last
 * @returns what went wrong; undefined: it is saved, or the owner is asked where to
 */
export async function saveInPieces(
  fileName: string,
  mimeType: string,
  fetchPiece: (at: number) => Promise<Result<Piece>>,
): Promise<string | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at: number | null = 0; at !== null;) {
    const piece: Result<Piece> = await fetchPiece(at);
    if (!piece.ok) return piece.error.message;
    parts.push(fromBase64(piece.data.base64));
    at = piece.data.next;
  }
  saveFile(fileName, new Blob(parts, { type: mimeType }));
  return undefined;
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Lets the owner save a file that is all here. */
export function saveFile(fileName: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileName;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
