import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawPage } from '../../../pictures/draw-pdf.ts';
import { openPdf } from '../../../pictures/open-pdf.ts';
import type { OpenPdf } from '../../../pictures/open-pdf.ts';
import { useWhenSeen } from './use-when-seen.ts';
import styles from './Viewer.module.css';

/** More than anybody leafs through here; the whole document opens in its own program. */
const MOST_PAGES = 200;
/** Pixels of the longer side: sharp on a large screen. */
const PAGE_SIDE = 1_800;

type Reading = 'opening' | 'unreadable' | OpenPdf;

/** The pages below each other, each drawn when it comes near the window. */
export function PdfPages({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const [pdf, setPdf] = useState<Reading>('opening');
  useEffect(() => {
    let isGone = false;
    let opened: OpenPdf | undefined;
    async function read(): Promise<void> {
      try {
        opened = await openPdf(url);
        if (isGone) opened.close();
        else setPdf(opened);
      } catch {
        setPdf('unreadable');
      }
    }
    void read();
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [url]);

  if (pdf === 'opening') return <p className={styles['notice']}>{t('media.opening')}</p>;
  if (pdf === 'unreadable') return <p className={styles['notice']}>{t('media.unreadable')}</p>;
  const count = Math.min(pdf.document.numPages, MOST_PAGES);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys scroll it
    <section tabIndex={0} aria-label={t('media.document')} className={styles['pages']}>
      {Array.from({ length: count }, (_, index) => (
        <Page key={index} pdf={pdf} number={index + 1} />
      ))}
      {count < pdf.document.numPages && (
        <p className={styles['notice']}>{t('media.morePages', { count })}</p>
      )}
    </section>
  );
}

interface PageProps {
  readonly pdf: OpenPdf;
  /** From 1. */
  readonly number: number;
}

function Page({ pdf, number }: PageProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isSeen = useWhenSeen(canvas);
  const [cannotDraw, setCannotDraw] = useState(false);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!isSeen || canvas.current === null) return;
    const { document } = pdf;
    drawPage({ document, number, canvas: canvas.current, fit: PAGE_SIDE }).then(
      async () => setWords(await pageWords(pdf, number)),
      () => setCannotDraw(true),
    );
  }, [isSeen, pdf, number]);
  if (cannotDraw)
    return <p className={styles['notice']}>{t('media.pageUnreadable', { number })}</p>;
  const count = pdf.document.numPages;
  const label = t('media.page', { number, count });
  return (
    <canvas ref={canvas} className={styles['page']}>
      {label} {words}
    </canvas>
  );
}

const MOST_WORDS = 3_000;

/** For those who listen to a page instead of looking at it. */
async function pageWords({ document }: OpenPdf, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return text.slice(0, MOST_WORDS);
}
