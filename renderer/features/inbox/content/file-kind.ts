/** The format of a file in the letters people know: PDF, JPEG, OGG. Null when nothing says it. */
export function fileKind(mimeType: string | null, filename: string | null): string | null {
  const extension = /\.([a-z0-9]{2,5})$/iu.exec(filename ?? '')?.[1];
  if (extension !== undefined) return extension.toUpperCase();
  const subtype = /^[a-z]+\/(?:x-)?([a-z0-9]{2,5})(?:;|$)/iu.exec(mimeType ?? '')?.[1];
  return subtype?.toUpperCase() ?? null;
}
