import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/models/contact-import.ts';
import styles from './TopRows.module.css';

const SHOWN = 6;

/** The beginning of the file as it is read, so that a person sees at once whether that is right. */
export function TopRows({ file: { top, headerRow } }: { readonly file: ImportFile }) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('imports.found.top')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
      tabIndex={0}
      className={styles['scroller']}
    >
      <table className={styles['table']}>
        <tbody>
          {top.slice(0, SHOWN).map(({ row, cells }) => (
            <tr key={row} data-header={row === headerRow} data-above={row < (headerRow ?? 0)}>
              <th scope="row">{row}</th>
              {cells.map((cell, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                <td key={index} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
