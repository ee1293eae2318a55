/** The page's main part: menus open inside it, so that they belong to a landmark. */
export function mainElement(): HTMLElement | null {
  return document.querySelector('main');
}
