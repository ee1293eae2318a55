import { refuse, unknownObject, type Refusal } from '../graph-errors.ts';
import { readJson } from '../http.ts';
import type { PracticeNumber } from '../model.ts';
import type { Answer } from '../outbound.ts';
import type { TemplateShelf } from './shelf.ts';
import type { PracticeTemplate } from './template.ts';

interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly bytes: Buffer;
}

/** `/{WABA}/message_templates`. Source: meta-platform §1.9. */
export function templateListCall(
  shelf: TemplateShelf,
  { method, query, bytes }: Asked,
  number: PracticeNumber,
): Answer | Refusal {
  if (method === 'GET') return shelf.list(number, query);
  if (method === 'DELETE') return shelf.remove(number, query);
  const json = readJson(bytes);
  return json.ok ? shelf.create(number, json.body) : json;
}

/** `/{TEMPLATE_ID}`. Source: meta-platform §1.9. */
export function templateCall(
  shelf: TemplateShelf,
  { method, path, bytes }: Asked,
  number: PracticeNumber,
  template: PracticeTemplate,
): Answer | Refusal {
  const edge = path[1];
  if (method === 'GET' && edge === undefined) return shelf.read(template);
  if (method !== 'POST') return unknownObject(method, template.id);
  if (edge === 'unpause') return shelf.unpause(template);
  if (edge !== undefined) return refuse(2500);
  const json = readJson(bytes);
  return json.ok ? shelf.edit(number, template, json.body) : json;
}
