/** Gives the owner a text as a file, where they or their browser want it. */
export function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has begun by then; until it has, the address must stand.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
