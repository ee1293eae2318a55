/** A stretch of words inside a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  /** `code` stands inside a line, `preformatted` may run over several. */
  | { readonly kind: 'code' | 'preformatted'; readonly text: string }
  /** `url` is where the link really goes; `text` is what was written. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export interface ListItem {
  /** As it was written, with its space: `- `, `* `, `2. `. */
  readonly marker: string;
  readonly children: readonly Inline[];
}

/** Blocks follow each other on new lines; the line break between two of them is not kept. */
export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: readonly ListItem[] };

/** Counts what a reader does with a text, so that nobody can make it work more than in proportion. */
export interface Effort {
  steps: number;
}
