import type { ReactNode } from 'react';
import styles from './ScreenHeader.module.css';

export interface ScreenTab {
  /** Each part of a screen has an address of its own. */
  readonly href: string;
  readonly name: string;
  readonly isShown: boolean;
}

interface ScreenHeaderProps {
  readonly title: string;
  readonly tabsLabel: string;
  readonly tabs: readonly ScreenTab[];
  /** What can be done with the whole screen. */
  readonly children?: ReactNode;
}

/** The name of a screen, and the ways to its parts. */
export function ScreenHeader({ title, tabsLabel, tabs, children }: ScreenHeaderProps) {
  return (
    <header className={styles['header']}>
      <h1 className={styles['title']}>{title}</h1>
      <nav aria-label={tabsLabel} className={styles['tabs']}>
        {tabs.map(({ href, name, isShown }) => (
          <a
            key={href}
            href={href}
            aria-current={isShown ? 'page' : undefined}
            className={styles['tab']}
          >
            {name}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}
