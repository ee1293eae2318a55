export const SECTIONS = ['everywhere', 'list', 'contacts', 'message', 'composer'] as const;
export type Section = (typeof SECTIONS)[number];

interface CommandEntry {
  readonly section: Section;
  /** `Mod` is ⌘ on a Mac and Ctrl elsewhere. Any of these will do. */
  readonly keys: readonly [string, ...string[]];
  /** These keys mean something else in a text field. */
  readonly notWhileTyping?: true;
}

/** Every shortcut there is: the key handlers and the cheat sheet both read this list. */
export const COMMANDS = {
  palette: { section: 'everywhere', keys: ['Mod+K'] },
  // A browser keeps Ctrl+N for itself.
  newChat: { section: 'everywhere', keys: ['Mod+N', 'Mod+Alt+N'] },
  undo: { section: 'everywhere', keys: ['Mod+Z'], notWhileTyping: true },
  doneAndNext: { section: 'everywhere', keys: ['Mod+Alt+E'] },
  snoozeOpen: { section: 'everywhere', keys: ['Mod+Shift+J'] },
  previousChat: { section: 'everywhere', keys: ['Alt+ArrowUp'] },
  nextChat: { section: 'everywhere', keys: ['Alt+ArrowDown'] },
  nextUnread: { section: 'everywhere', keys: ['Mod+Shift+U'] },
  searchEverywhere: { section: 'everywhere', keys: ['Mod+Shift+F'] },
  searchChat: { section: 'everywhere', keys: ['Mod+F'] },
  goToDay: { section: 'everywhere', keys: ['Mod+G'] },
  attach: { section: 'everywhere', keys: ['Mod+Shift+A'] },
  compose: { section: 'everywhere', keys: ['Mod+;'] },
  template: { section: 'everywhere', keys: ['Mod+Shift+T'] },
  contextPanel: { section: 'everywhere', keys: ['Mod+.'] },
  note: { section: 'everywhere', keys: ['Mod+Shift+M'] },
  emoji: { section: 'everywhere', keys: ['Mod+E'] },
  block: { section: 'everywhere', keys: ['Mod+Alt+B'] },
  closeChat: { section: 'everywhere', keys: ['Escape'] },
  voiceNote: { section: 'everywhere', keys: ['Mod+R'] },
  showShortcuts: { section: 'everywhere', keys: ['?', 'Mod+/'] },
  rowDown: { section: 'list', keys: ['ArrowDown', 'J'] },
  rowUp: { section: 'list', keys: ['ArrowUp', 'K'] },
  firstRow: { section: 'list', keys: ['Home'] },
  lastRow: { section: 'list', keys: ['End'] },
  openRow: { section: 'list', keys: ['Enter'] },
  extendDown: { section: 'list', keys: ['Shift+ArrowDown'] },
  extendUp: { section: 'list', keys: ['Shift+ArrowUp'] },
  done: { section: 'list', keys: ['E'] },
  snooze: { section: 'list', keys: ['H'] },
  toggleUnread: { section: 'list', keys: ['U'] },
  mute: { section: 'list', keys: ['M'] },
  pin: { section: 'list', keys: ['P'] },
  label: { section: 'list', keys: ['L'] },
  newContact: { section: 'contacts', keys: ['N'] },
  openProfile: { section: 'contacts', keys: ['Enter'] },
  openContactChat: { section: 'contacts', keys: ['M'] },
  chooseRow: { section: 'contacts', keys: ['Space'] },
  chooseAllRows: { section: 'contacts', keys: ['Mod+A'] },
  labelContacts: { section: 'contacts', keys: ['L'] },
  blockContacts: { section: 'contacts', keys: ['B'] },
  deleteContacts: { section: 'contacts', keys: ['Delete'] },
  messageUp: { section: 'message', keys: ['ArrowUp'] },
  messageDown: { section: 'message', keys: ['ArrowDown'] },
  threadStart: { section: 'message', keys: ['Home', 'Mod+Home'] },
  threadEnd: { section: 'message', keys: ['End', 'Mod+End'] },
  reply: { section: 'message', keys: ['R'] },
  react: { section: 'message', keys: ['+'] },
  inspect: { section: 'message', keys: ['I'] },
  forward: { section: 'message', keys: ['F'] },
  copy: { section: 'message', keys: ['Mod+C'] },
  send: { section: 'composer', keys: ['Enter'] },
  sendLater: { section: 'composer', keys: ['Mod+Shift+Enter'] },
  newLine: { section: 'composer', keys: ['Shift+Enter'] },
  quickReply: { section: 'composer', keys: ['/'] },
  emojiName: { section: 'composer', keys: [':'] },
  cancelReply: { section: 'composer', keys: ['Escape'] },
  lastMessage: { section: 'composer', keys: ['ArrowUp'] },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandId = keyof typeof COMMANDS;

function isCommandId(name: string): name is CommandId {
  return Object.hasOwn(COMMANDS, name);
}

export const COMMAND_IDS: readonly CommandId[] = Object.keys(COMMANDS).filter(isCommandId);
