/**
 * Files that another program may open with one click: pictures, sound, video, plain text, PDF, and
 * office documents that can't hold macros. Everything else could be a program, or carry one.
 */
const HARMLESS: ReadonlySet<string> = new Set(
  'jpg jpeg png gif webp heic mp3 m4a aac amr ogg opus wav mp4 mov 3gp webm txt csv pdf docx xlsx pptx odt ods odp vcf ics'.split(
    ' ',
  ),
);

/** @param name under which it would be opened: systems go by the ending */
export function mayOpen(name: string): boolean {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1];
  return ending !== undefined && HARMLESS.has(ending.toLowerCase());
}
