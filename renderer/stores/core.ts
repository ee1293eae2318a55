import type { CommandInput, CommandName, CommandOutput } from '#shared/contract.ts';
import type { FrontdeskBridge } from '#shared/bridge.ts';
import type { Result } from '#shared/errors.ts';
import { useConnection } from './connection.ts';

declare global {
  interface Window {
    readonly frontdesk: FrontdeskBridge;
  }
}

/** Gives a command to the core. A broken line shows as a banner until the core says `resync`. */
export async function call<C extends CommandName>(
  command: C,
  input: CommandInput<C>,
): Promise<Result<CommandOutput<C>>> {
  const result = await window.frontdesk.invoke(command, input);
  if (!result.ok && result.error.code === 'disconnected') useConnection.setState({ isLost: true });
  return result;
}
