// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '../../renderer/app/i18n.ts';
import {
  changeConsent,
  loadConsentSettings,
  useConsentSettings,
} from '../../renderer/stores/consent-settings.ts';
import { undoLast, useUndo } from '../../renderer/stores/undo.ts';
import { DEFAULT_CONSENT_SETTINGS } from '#shared/consent-settings.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

let bridge: FakeBridge;
let changes: unknown[];

beforeEach(async () => {
  await startI18n();
  useUndo.setState({ actions: [] });
  useConsentSettings.setState({ settings: undefined, problem: undefined });
  bridge = fakeBridge(aWorld(Date.now()), { hasAccount: true });
  changes = [];
  const invoke: FakeBridge['invoke'] = async (command, input) => {
    if (command === 'consent.changeSettings') changes.push(input);
    return await bridge.invoke(command, input);
  };
  vi.stubGlobal('window', Object.assign(window, { frontdesk: { ...bridge, invoke } }));
  await loadConsentSettings();
});

describe('what counts as a stop word', () => {
  it('is changed, and undone without touching what else was changed since', async () => {
    await changeConsent({ stopWords: ['chega'] }, 'Added “chega”');
    await changeConsent({ confirms: false }, 'Changed the reply');
    await undoLast();
    await undoLast();
    expect(changes).toEqual([
      { stopWords: ['chega'] },
      { confirms: false },
      { confirms: DEFAULT_CONSENT_SETTINGS.confirms },
      { stopWords: null },
    ]);
  });

  it('stays as it is when it could not be kept, with the reason and nothing to undo', async () => {
    bridge.failWith('internal');
    expect(await changeConsent({ confirms: false }, 'Changed the reply')).toMatch(/./);
    expect(useConsentSettings.getState().settings).toEqual(DEFAULT_CONSENT_SETTINGS);
    expect(useUndo.getState().actions).toEqual([]);
  });

  it('says in words why it can’t be shown', async () => {
    bridge.failWith('internal');
    await loadConsentSettings();
    expect(useConsentSettings.getState().problem).toMatch(/./);
  });
});
