import { create } from 'zustand';

interface OutsideLink {
  /** The address that the reader is asked about. */
  readonly url: string | undefined;
}

export const useOutsideLink = create<OutsideLink>()(() => ({ url: undefined }));

/** Nothing opens before its true target was seen. */
export function askToOpen(url: string): void {
  useOutsideLink.setState({ url });
}

export function dropLink(): void {
  useOutsideLink.setState({ url: undefined });
}

export function openAskedLink(): void {
  const { url } = useOutsideLink.getState();
  if (url !== undefined) window.frontdesk.shell.openExternal(url);
  dropLink();
}
