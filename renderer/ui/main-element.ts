import type { RefObject } from 'react';

/**
 * The page's main part: menus open inside it, so that they belong to a landmark. Looked up when a
 * menu opens, because it need not be there yet when the menu's button is first drawn.
 */
export function mainElement(): RefObject<HTMLElement | null> {
  return {
    get current() {
      return document.querySelector('main');
    },
  };
}
