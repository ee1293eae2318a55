import type { Handlers } from './fake-bridge.ts';

function notHere(): never {
  throw new Error('No template is made or sent in this test.');
}

/** No screen under test has to do with templates. */
export const templateHandlers = {
  'templates.page': () => ({ templates: [], nextCursor: null, syncedAt: null }),
  'templates.drafts': () => [],
  'templates.detail': notHere,
  'templates.results': notHere,
  'templates.draft': notHere,
  'templates.sync': notHere,
  'templates.begin': notHere,
  'templates.edit': notHere,
  'templates.duplicate': notHere,
  'templates.saveDraft': notHere,
  'templates.discardDraft': notHere,
  'templates.handIn': notHere,
  'templates.remove': notHere,
  'templates.unpause': notHere,
  'templates.uploadSample': notHere,
  'templates.send': notHere,
  'templates.sendTest': notHere,
  'templates.testPhone': () => null,
} satisfies Partial<Handlers>;
