import type { PracticePlatform } from '#electron/practice/platform.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { textAt } from '#shared/json-fields.ts';
import { NUMBER } from './practice.ts';

/** The content with the id of a file that the platform really has, wherever it names one by `1`. */
export async function withUploadedFiles(platform: PracticePlatform, content: Json): Promise<Json> {
  const text = JSON.stringify(content);
  if (!text.includes('"id":"1"')) return content;
  return parseJson(text.replaceAll('"id":"1"', `"id":"${await uploadFile(platform)}"`));
}

async function uploadFile(platform: PracticePlatform): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', 'image/png');
  form.set('file', new Blob(['x'], { type: 'image/png' }), 'file');
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
