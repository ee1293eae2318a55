import { describe, expect, it } from 'vitest';
import { COMMANDS, COMMAND_IDS } from '../../renderer/app/commands/commands.ts';
import { comboText, isKeyFor } from '../../renderer/app/commands/key-combo.ts';

const press = (key: string, held: Partial<Record<string, boolean>> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('want exactly their modifiers', () => {
    expect(isKeyFor('nextChat', press('ArrowDown', { altKey: true }), 'linux')).toBe(true);
    expect(isKeyFor('nextChat', press('ArrowDown'), 'linux')).toBe(false);
    expect(isKeyFor('send', press('Enter', { shiftKey: true }), 'linux')).toBe(false);
    expect(isKeyFor('reply', press('r', { ctrlKey: true }), 'linux')).toBe(false);
  });

  it('mean ⌘ on a Mac and Ctrl elsewhere', () => {
    expect(isKeyFor('copy', press('c', { metaKey: true }), 'mac')).toBe(true);
    expect(isKeyFor('copy', press('c', { ctrlKey: true }), 'mac')).toBe(false);
    expect(isKeyFor('copy', press('c', { ctrlKey: true }), 'windows')).toBe(true);
  });

  it('find signs on keyboards where they need Shift and where they do not', () => {
    expect(isKeyFor('react', press('+', { shiftKey: true }), 'linux')).toBe(true);
    expect(isKeyFor('react', press('+'), 'linux')).toBe(true);
    expect(isKeyFor('showShortcuts', press('?', { shiftKey: true }), 'linux')).toBe(true);
  });

  it('are printed as the platform prints them', () => {
    expect(comboText('Mod+Shift+U', 'windows')).toBe('Ctrl+Shift+U');
    expect(comboText('Mod+Shift+U', 'mac')).toBe('⌘⇧U');
    expect(comboText('+', 'linux')).toBe('+');
  });

  it('never mean two things in the same place', () => {
    for (const section of ['everywhere', 'list', 'message', 'composer']) {
      const keys = COMMAND_IDS.filter((id) => COMMANDS[id].section === section).flatMap((id) => [
        ...COMMANDS[id].keys,
      ]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
