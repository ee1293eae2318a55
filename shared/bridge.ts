import type { CommandInput, CommandName, CommandOutput } from './contract.ts';
import type { FileNote } from './file-door.ts';
import type { EventName, Events } from './events.ts';
import type { Result } from './errors.ts';
import type { MediaId } from './ids.ts';

export interface Notification {
  readonly title: string;
  readonly body: string;
  /** Notifications of one tag replace each other; one tag per chat. */
  readonly tag: string;
}

/** What the surroundings can do for the app. The same calls everywhere; a weaker host does less. */
export interface Shell {
  readonly platform: 'mac' | 'windows' | 'linux';
  notify(notification: Notification, onClick: () => void): void;
  /** Unread chats on the dock or task bar; 0 clears it. */
  setBadge(count: number): void;
  /** Opens http, https, mailto and tel links outside the app; anything else is refused. */
  openExternal(url: string): void;
  /** Where the page finds a file that is here, for `src` attributes. */
  mediaUrl(id: MediaId): string;
  /** Where the page finds the small picture of a file, and where it hands in one that it drew. */
  previewUrl(id: MediaId): string;
  /** Lets the owner save a file that is here. */
  saveMedia(id: MediaId): void;
  /** Begins to drag a copy of a file to other programs; null where the page's own dragging does it. */
  readonly dragMedia: ((id: MediaId) => void) | null;
  /** Opens a copy in the program that the system has for it; null where nothing can be opened. */
  readonly openMedia: ((id: MediaId) => void) | null;
}

/**
 * The way in for the owner's own files: a file of 100 MB does not fit through `invoke`, which takes
 * JSON.
 */
export interface FileDoor {
  /**
   * Where the page POSTs the bytes of one file, as they are. The answer is a `Result<Attachment>` as
   * JSON. The address opens the door to this page only, and only for this launch.
   */
  address(note: FileNote): string;
}

/** The one object the renderer knows, as `window.frontdesk`. */
export interface FrontdeskBridge {
  invoke<C extends CommandName>(
    command: C,
    input: CommandInput<C>,
  ): Promise<Result<CommandOutput<C>>>;
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  readonly shell: Shell;
  readonly files: FileDoor;
}
