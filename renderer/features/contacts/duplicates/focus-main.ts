/** Where a keyboard goes on when what had the focus has gone: the title of the screen's list. */
export function focusMain(): void {
  const next = document.querySelector<HTMLElement>('main button[aria-expanded]');
  (next ?? document.querySelector<HTMLElement>('main a'))?.focus();
}
