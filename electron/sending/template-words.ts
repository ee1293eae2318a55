import type { AccountId } from '#shared/ids.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { isJsonList, objectAt, textAt } from '#shared/json-fields.ts';
import type { Reader } from '../store/store.ts';
import { definitionOf } from '../store/templates.ts';

/**
 * The words of a template as they are now, to be kept beside the message: Meta's body only names the
 * template, which may be another one tomorrow. Nothing for other messages, or where it is not known.
 */
export function templateWords(
  db: Reader,
  accountId: AccountId,
  { type, content }: { readonly type: string; readonly content: Json },
): JsonObject {
  const name = textAt(content, 'name');
  const language = textAt(objectAt(content, 'language'), 'code');
  if (type !== 'template' || name === undefined || language === undefined) return {};
  const components = definitionOf(db, accountId, name, language);
  if (components === undefined) return {};
  return { definition: withoutExamples(parseJson(components)) };
}

/** Samples are for Meta's review, and may be long addresses. */
function withoutExamples(components: Json): Json {
  if (!isJsonList(components)) return [];
  return components
    .filter(isJsonObject)
    .map((component) =>
      Object.fromEntries(Object.entries(component).filter(([key]) => key !== 'example')),
    );
}
