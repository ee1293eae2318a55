import { writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addOwnFile } from '#electron/store/own-files.ts';
import { findMessage } from '#electron/store/messages.ts';
import { startSender } from '#electron/sending/sender.ts';
import { beginTemplate, saveDraft } from '#electron/templates/drafts.ts';
import { handIn } from '#electron/templates/hand-in.ts';
import { giveSample } from '#electron/templates/sample.ts';
import { sendTemplate } from '#electron/templates/send.ts';
import { syncTemplates } from '#electron/templates/sync.ts';
import { createHash } from 'node:crypto';
import type { MediaId } from '#shared/ids.ts';
import { fieldAt } from '#shared/json-fields.ts';
import { mediaFolder } from '../support/files.ts';
import { ANA, NUMBER } from '../support/practice.ts';
import { aBody, aTemplate } from '../shared/templates/builders.ts';
import { addChat } from '../support/store.ts';
import { templateRig } from '../support/templates.ts';
import type { TemplateRig } from '../support/templates.ts';

const PICTURE = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7)]);

async function withPicture() {
  const folder = await mediaFolder();
  const rig = await templateRig({
    templates: [
      {
        name: 'new_bouquet',
        language: 'en_US',
        category: 'UTILITY',
        status: 'APPROVED',
        components: [
          { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://a.example/x'] } },
          { type: 'BODY', text: 'Your bouquet is ready.' },
        ],
      },
    ],
  });
  await syncTemplates(rig, rig.accountId);
  const sha256 = createHash('sha256').update(PICTURE).digest('hex');
  writeFileSync(folder.pathOf(sha256), PICTURE);
  return { rig, folder, mediaId: addPicture(rig, sha256) };
}

function addPicture({ store }: TemplateRig, sha256: string): MediaId {
  return store.write((tx) =>
    addOwnFile(
      tx,
      {
        name: 'bouquet.jpg',
        mimeType: 'image/jpeg',
        isVoice: false,
        kept: { sha256, bytes: PICTURE.length, shownType: 'image/jpeg', width: null, height: null },
      },
      1,
    ),
  );
}

describe('files of templates', () => {
  it('are given to Meta as a sample, whose handle goes in with the template', async () => {
    const { rig, folder, mediaId } = await withPicture();
    const draft = beginTemplate(rig, rig.accountId);
    const header = { kind: 'media', media: 'image', handle: null } as const;
    const content = aTemplate({ header, body: aBody('See the new bouquet.') });
    saveDraft(rig, draft.id, content);
    const handle = await giveSample({ ...rig, files: folder }, draft.id, mediaId);
    saveDraft(rig, draft.id, {
      ...content,
      parts: { ...content.parts, header: { ...header, handle } },
    });
    await handIn(rig, draft.id);
    const made = rig.platform.templates.named(NUMBER.wabaId, 'order_ready', 'en_US');
    expect(made?.components).toMatchObject([{ example: { header_handle: [handle] } }, {}]);
  });

  it('are refused as a sample of another kind', async () => {
    const { rig, folder, mediaId } = await withPicture();
    const draft = beginTemplate(rig, rig.accountId);
    const header = { kind: 'media', media: 'document', handle: null } as const;
    saveDraft(rig, draft.id, aTemplate({ header }));
    await expect(giveSample({ ...rig, files: folder }, draft.id, mediaId)).rejects.toMatchObject({
      code: 'file_refused',
    });
  });

  it('leave in the header of a message with Meta’s id', async () => {
    const { rig, folder, mediaId } = await withPicture();
    const { chatId } = addChat(rig.store, rig.accountId, { phone: `+${ANA.waId}` });
    const { id } = rig.template('new_bouquet');
    const picture = { kind: 'file', mediaId, filename: 'bouquet.jpg' } as const;
    const messageId = sendTemplate(rig, {
      chatId,
      templateId: id,
      values: { 'header.media': picture },
    });
    const sender = startSender({
      ...rig,
      random: () => 0.5,
      files: folder,
      onUpload: () => undefined,
    });
    onTestFinished(() => sender.stop());
    await sender.idle();
    const [accepted] = rig.platform.accepted;
    expect(fieldAt(accepted?.body, 'template')).toMatchObject({
      components: [
        {
          type: 'header',
          parameters: [{ type: 'image', image: { id: expect.any(String) as unknown } }],
        },
      ],
    });
    expect(findMessage(rig.store, messageId)?.status).not.toBe('failed');
  });
});
