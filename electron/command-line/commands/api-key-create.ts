import { mintApiKey } from '../../api/api-key.ts';
import { DEFAULT_SCOPES, SCOPES } from '../../api/scope.ts';
import type { Scope } from '../../api/scope.ts';
import { UsageError } from '../command.ts';
import type { Command } from '../command.ts';

export const apiKeyCreate: Command = {
  words: ['api-key', 'create'],
  summary: 'Makes a key for the local REST API and prints it once.',
  options: {
    name: { value: 'N', help: 'what it is for' },
    scopes: {
      value: 'a,b',
      help: `what it may do: ${SCOPES.join(', ')} (${DEFAULT_SCOPES.join(',')}; admin may do everything)`,
    },
  },
  access: 'writes',
  run({ given, home, surroundings: { clock } }) {
    const name = given.required('name').trim();
    const scopes = parseScopes(given.text('scopes'));
    const { apiKey, key } = mintApiKey({ store: home.store, clock }, { name, scopes });
    return {
      json: { id: apiKey.id, name: apiKey.name, key, scopes: apiKey.scopes },
      text: `${key}\nThis is the key “${apiKey.name}” (${apiKey.id}) for ${scopes.join(', ')}. It is not shown again.`,
    };
  },
};

function parseScopes(text: string | undefined): readonly Scope[] {
  if (text === undefined) return DEFAULT_SCOPES;
  const words = text.split(',').map((word) => word.trim());
  const scopes = words.map((word) => SCOPES.find((scope) => scope === word) ?? unknownScope(word));
  return [...new Set(scopes)];
}

function unknownScope(word: string): never {
  throw new UsageError(`“${word}” is no scope. There are ${SCOPES.join(', ')}.`);
}
