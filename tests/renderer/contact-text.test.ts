import { describe, expect, it } from 'vitest';
import { contactHandle, contactName } from '../../renderer/ui/contact-text.ts';
import { aChat } from './builders.ts';

describe('how a person is shown', () => {
  it.each([
    [{ name: 'Mariana', phone: '+5511988776655' }, 'Mariana', '+55 11 98877 6655'],
    [{ name: '+5511988776655', phone: '+5511988776655' }, '+55 11 98877 6655', null],
    [{ name: 'Camille', phone: null, username: 'camille.b' }, 'Camille', '@camille.b'],
    [{ name: '@camille.b', phone: null, username: 'camille.b' }, '@camille.b', null],
    [{ name: 'Somebody', phone: '+999123456789' }, 'Somebody', '+999123456789'],
    [{ name: 'US.1349120', phone: null, username: null }, 'US.1349120', null],
  ])('%o', (person, name, handle) => {
    const contact = { ...aChat(1).contact, ...person };
    expect([contactName(contact), contactHandle(contact)]).toEqual([name, handle]);
  });
});
