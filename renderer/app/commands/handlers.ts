import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import { COMMANDS, COMMAND_IDS } from './commands.ts';
import type { CommandId } from './commands.ts';
import { isKeyFor } from './key-combo.ts';

interface Handlers {
  readonly byCommand: ReadonlyMap<CommandId, () => void>;
}

const useHandlers = create<Handlers>()(() => ({ byCommand: new Map() }));

/**
 * Answers a command for as long as the component is there: by the palette, and by its keys where
 * its section is "everywhere".
 */
export function useCommand(command: CommandId, run: () => void): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    const handler = () => runLatest();
    useHandlers.setState(({ byCommand }) => ({
      byCommand: new Map(byCommand).set(command, handler),
    }));
    return () => {
      useHandlers.setState(({ byCommand }) => {
        const left = new Map(byCommand);
        if (left.get(command) === handler) left.delete(command);
        return { byCommand: left };
      });
    };
  }, [command]);
}

/** Those commands that something on the screen answers now, in the order of the list. */
export function useAnsweredCommands(): CommandId[] {
  const byCommand = useHandlers((state) => state.byCommand);
  return COMMAND_IDS.filter((command) => byCommand.has(command));
}

export function runCommand(command: CommandId): void {
  useHandlers.getState().byCommand.get(command)?.();
}

/** Listens to the keys of commands that hold everywhere. Returns the function that ends it. */
export function listenToKeys(): () => void {
  const { platform } = window.frontdesk.shell;
  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return;
    if (isTyping(event) && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    const { byCommand } = useHandlers.getState();
    for (const command of COMMAND_IDS) {
      if (COMMANDS[command].section !== 'everywhere') continue;
      const handler = byCommand.get(command);
      if (handler === undefined || !isKeyFor(command, event, platform)) continue;
      if (isTyping(event) && 'notWhileTyping' in COMMANDS[command]) continue;
      event.preventDefault();
      handler();
      return;
    }
  }
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
