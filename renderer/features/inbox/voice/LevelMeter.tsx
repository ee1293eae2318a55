import styles from './RecorderBar.module.css';

export const LEVEL_COUNT = 120;

/** How loud it was over the last seconds; the newest at the end, as many as there is room for. */
export function LevelMeter({ levels }: { readonly levels: readonly number[] }) {
  return (
    <div aria-hidden="true" className={styles['levels']}>
      {levels.map((level, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the places stay, the levels move
        <span key={index} style={{ '--level': level }} />
      ))}
    </div>
  );
}
