// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { startI18n } from '../../renderer/app/i18n.ts';
import { announceHeld } from '../../renderer/stores/held-messages.ts';
import { useLiveText } from '../../renderer/stores/live-text.ts';
import { aMessage } from './builders.ts';

beforeEach(async () => {
  await startI18n();
  useLiveText.setState(useLiveText.getInitialState());
});

const sent = aMessage(1, { direction: 'outbound', text: 'We close at six' });
const held = { ...sent, hold: 'window_closed' } as const;

it('says once that a message has come to need a decision', () => {
  announceHeld([sent], [held]);
  expect(useLiveText.getState().text).toContain('We close at six');
  useLiveText.setState({ text: '' });
  announceHeld([held], [held]);
  announceHeld([held], [{ ...held, hold: 'until_reply' }]);
  expect(useLiveText.getState().text).toBe('');
});
