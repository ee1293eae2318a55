/** Who sends a message over IPC, as the app sees it. */
export type Sender =
  /** The page in our window. */
  | 'our_page'
  /** Our window, gone to another address. */
  | 'foreign_address'
  /** A frame inside our page. */
  | 'inner_frame'
  /** Another page at our address, in no window of ours. */
  | 'other_contents'
  /** A frame that is gone already. */
  | 'gone_frame';

/** What a test has the outside world do to the app. */
export type Order =
  | { readonly do: 'report' }
  | { readonly do: 'fetch'; readonly url: string; readonly method: string }
  | { readonly do: 'invoke'; readonly sender: Sender; readonly args: readonly unknown[] }
  | { readonly do: 'send'; readonly sender: Sender; readonly message: unknown }
  | { readonly do: 'navigate'; readonly event: string; readonly url: string }
  | { readonly do: 'open_window'; readonly url: string }
  | {
      readonly do: 'ask_permission';
      readonly permission:
        'media' | 'notifications' | 'geolocation' | 'clipboard-sanitized-write' | 'openExternal';
      readonly from: string;
      readonly media: readonly ('audio' | 'video')[];
    }
  | { readonly do: 'click_notification' }
  /** The computer woke up; the answer is whether anybody heard it. */
  | { readonly do: 'resume' }
  | { readonly do: 'quit' };

export type Reply = { readonly value: unknown } | { readonly error: string };
