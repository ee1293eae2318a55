import type { PracticePlatform } from '#electron/practice/platform.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { textAt } from '#shared/json-fields.ts';
import { sample } from './files.ts';
import type { SampleKind } from './files.ts';
import { NUMBER } from './practice.ts';

const SAMPLES: Readonly<Record<string, readonly [kind: SampleKind, mimeType: string]>> = {
  video: ['mp4', 'video/mp4'],
  audio: ['mp3', 'audio/mpeg'],
  document: ['pdf', 'application/pdf'],
  sticker: ['webp', 'image/webp'],
};

/** The content with the id of a file that the platform really has, wherever it names one by `1`. */
export async function withUploadedFiles(
  platform: PracticePlatform,
  type: string,
  content: Json,
): Promise<Json> {
  const text = JSON.stringify(content);
  if (!text.includes('"id":"1"')) return content;
  return parseJson(text.replaceAll('"id":"1"', `"id":"${await uploadFile(platform, type)}"`));
}

async function uploadFile(platform: PracticePlatform, type: string): Promise<string> {
  const [kind, mimeType] = SAMPLES[type] ?? ['jpeg', 'image/jpeg'];
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', mimeType);
  form.set('file', new Blob([new Uint8Array(sample(kind))], { type: mimeType }), 'file');
  const response = await fetch(`${platform.url}/v26.0/${NUMBER.phoneNumberId}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${NUMBER.accessToken}` },
    body: form,
  });
  const body = parseJson(await response.text());
  const id = isJsonObject(body) ? textAt(body, 'id') : undefined;
  if (id === undefined) throw new Error('The platform took no file.');
  return id;
}
