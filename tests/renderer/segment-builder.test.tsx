// @vitest-environment happy-dom
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { segmentRulesSchema } from '#shared/segments/schema.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import { SegmentsScreen } from '../../renderer/features/contacts/segments/SegmentsScreen.tsx';
import { goToScreen, useRoute } from '../../renderer/stores/route.ts';
import { useSegmentDrafts } from '../../renderer/stores/segment-drafts.ts';
import { useSegments } from '../../renderer/stores/segments.ts';
import { undoLast } from '../../renderer/stores/undo.ts';
import { fakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

let root: Root;

beforeEach(async () => {
  await startI18n();
  const bridge = fakeBridge(aWorld(Date.now()), { hasAccount: true });
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  useSegments.setState(useSegments.getInitialState(), true);
  useSegmentDrafts.setState(useSegmentDrafts.getInitialState(), true);
  goToScreen('contacts', 'segments/new');
  const place = document.createElement('main');
  document.body.replaceChildren(place);
  root = createRoot(place);
  root.render(<SegmentsScreen />);
  await vi.waitFor(() => expect(button('Add a rule')).toBeTruthy());
});

afterEach(() => {
  root.unmount();
  vi.unstubAllGlobals();
});

function all<E extends Element>(selector: string): E[] {
  return [...document.querySelectorAll<E>(selector)];
}

function one<E extends Element>(found: readonly E[], what: string): E {
  const [first] = found;
  if (first === undefined) throw new Error(`There is no ${what}.`);
  return first;
}

function button(name: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>('button').filter(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  );
  return one(found, `button “${name}”`);
}

function fields(label: string): (HTMLSelectElement | HTMLInputElement)[] {
  return all<HTMLSelectElement | HTMLInputElement>(`[aria-label="${label}"]`);
}

function press(name: string): void {
  flushSync(() => button(name).click());
}

/** As a person does: React listens to the setter of the element itself, so it must be gone around. */
function put(field: HTMLSelectElement | HTMLInputElement, value: string): void {
  Reflect.set(Object.getPrototypeOf(field), 'value', value, field);
  const event = new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true });
  flushSync(() => field.dispatchEvent(event));
}

const words = (): string => one(all('[aria-label="In words"] p'), 'sentence').textContent;

describe('the builder of segments', () => {
  it('turns what is chosen into rules, a sentence and a count', async () => {
    expect(words()).toBe('Everybody.');
    press('Add a rule');
    expect(document.activeElement, 'a new rule is gone on with').toBe(
      one(fields('What the rule is about'), 'rule'),
    );
    put(one(fields('What the rule is about'), 'rule'), 'last_message');
    put(one(fields('When'), 'time'), 'longer_ago');
    put(one(fields('Days'), 'days'), '90');
    expect(words()).toBe('People who last wrote more than 90 days ago.');
    press('Add a group');
    put(one(fields('How the rules are taken together').slice(1), 'inner'), 'none');
    const kinds = fields('What the rule is about');
    put(one(kinds.slice(1), 'second rule'), 'blocked');
    put(one(fields('Block'), 'block'), 'yes');
    expect(words()).toBe(
      'People who last wrote more than 90 days ago and are not among those who are blocked.',
    );
    await vi.waitFor(() => expect(document.body.textContent).toContain('3 of 9 people'));
    const draft = useSegmentDrafts.getState().drafts.get('new');
    expect(segmentRulesSchema.parse(draft?.rules)).toEqual({
      kind: 'group',
      combine: 'all',
      rules: [
        { kind: 'last_message', from: 'them', when: { kind: 'longer_ago', days: 90 } },
        { kind: 'group', combine: 'none', rules: [{ kind: 'blocked', isBlocked: true }] },
      ],
    });
  });

  it('saves only what is finished and has a name, and brings a deleted one back', async () => {
    press('Add a rule');
    put(one(fields('What the rule is about'), 'rule'), 'created');
    put(one(fields('Days'), 'days'), '');
    expect(button('Save').disabled).toBe(true);
    expect(document.body.textContent).toContain('Finish the rules that are marked');
    put(one(fields('Days'), 'days'), '7');
    expect(button('Save').disabled, 'it has no name').toBe(true);
    put(one(all<HTMLInputElement>('input[type="text"]'), 'name'), 'New ones');
    press('Save');
    await vi.waitFor(() => expect(useRoute.getState().path).toBe('segments/1'));
    await vi.waitFor(() => expect(button('Show these 3 people').disabled).toBe(false));

    press('Delete');
    await vi.waitFor(() => expect(useSegments.getState().all).toEqual([]));
    await undoLast();
    expect(useSegments.getState().all).toMatchObject([{ name: 'New ones' }]);
  });

  it('takes a group away with its last rule, and keeps what was not saved', async () => {
    press('Add a group');
    press('Remove this rule: carry “VIP”');
    expect(words()).toBe('Everybody.');
    press('Add a rule');
    flushSync(() => goToScreen('contacts', 'segments'));
    flushSync(() => goToScreen('contacts', 'segments/new'));
    expect(words()).toBe('People who carry “VIP”.');
    press('Discard the changes');
    expect(words()).toBe('Everybody.');
  });
});
