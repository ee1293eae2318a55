import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { parseWords } from '#shared/whatsapp-text/parse.ts';
import type { Block, Inline } from '#shared/whatsapp-text/tree.ts';
import { unreachable } from '#shared/unreachable.ts';
import { OutsideLink } from './OutsideLink.tsx';
import styles from './FormattedText.module.css';

/** A text with WhatsApp's marks turned into what they mean. Everything else in it stays text. */
export function FormattedText({ text }: { readonly text: string }) {
  return parseWords(text).map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <span className={styles['paragraph']}>
          <Inlines inlines={block.children} />
        </span>
      );
    case 'quote':
      return (
        <blockquote className={styles['quote']}>
          <Inlines inlines={block.children} />
        </blockquote>
      );
    case 'bullets':
      return (
        <ul className={styles['list']}>
          {block.items.map(({ children }, index) => (
            <li key={index}>
              <Inlines inlines={children} />
            </li>
          ))}
        </ul>
      );
    case 'numbers':
      return (
        <ol className={styles['list']}>
          {block.items.map(({ marker, children }, index) => (
            <li key={index} value={Number.parseInt(marker, 10)}>
              <Inlines inlines={children} />
            </li>
          ))}
        </ol>
      );
    default:
      return unreachable(block);
  }
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => (
    <Fragment key={index}>
      <InlineView inline={inline} />
    </Fragment>
  ));
}

function InlineView({ inline }: { readonly inline: Inline }): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'bold':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.children} />
        </s>
      );
    case 'code':
      return <code className={styles['code']}>{inline.text}</code>;
    case 'preformatted':
      return <code className={styles['preformatted']}>{inline.text}</code>;
    case 'link':
      return <OutsideLink text={inline.text} url={inline.url} />;
    default:
      return unreachable(inline);
  }
}
