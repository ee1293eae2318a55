import type { Shell } from '#shared/bridge.ts';
import { COMMANDS } from './commands.ts';
import type { CommandId } from './commands.ts';

type Platform = Shell['platform'];

/** What a key event must say about itself; DOM's and React's both do. */
interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether this key press gives this command. */
export function isKeyFor(command: CommandId, press: KeyPress, platform: Platform): boolean {
  return COMMANDS[command].keys.some((combo) => isCombo(combo, press, platform));
}

function isCombo(combo: string, press: KeyPress, platform: Platform): boolean {
  const { key, modifiers } = parse(combo);
  const isMac = platform === 'mac';
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (otherMod || mod !== modifiers.has('Mod') || press.altKey !== modifiers.has('Alt')) {
    return false;
  }
  // Which of the signs need Shift depends on the keyboard; letters and named keys are the same on all.
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  if (!isSign && press.shiftKey !== modifiers.has('Shift')) return false;
  return press.key.toLowerCase() === (key === 'Space' ? ' ' : key.toLowerCase());
}

function parse(combo: string): { readonly key: string; readonly modifiers: ReadonlySet<string> } {
  const parts = combo === '+' ? ['+'] : combo.split('+');
  return { key: parts.at(-1) ?? '', modifiers: new Set(parts.slice(0, -1)) };
}

const KEY_SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** A combination as it is printed: "Ctrl+Shift+U", "⌘⇧U". */
export function comboText(combo: string, platform: Platform): string {
  const { key, modifiers } = parse(combo);
  const isMac = platform === 'mac';
  const names = isMac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
  const order = ['Mod', 'Alt', 'Shift'] as const;
  const held = order.filter((name) => modifiers.has(name)).map((name) => names[name]);
  return [...held, KEY_SIGNS[key] ?? key].join(isMac ? '' : '+');
}

export function commandKeysText(command: CommandId, platform: Platform): string {
  return comboText(COMMANDS[command].keys[0], platform);
}
