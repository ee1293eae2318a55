import { isJsonObject, parseJson } from './json.ts';
import type { Json } from './json.ts';
import { textAt } from './json-fields.ts';
import type { FlowField } from './models/message-content.ts';

/**
 * What a customer filled in. The fields come as JSON inside a text, in the order of the form; the
 * token that ties the answer to its question is no field of it. Source: meta-platform §2.4, `nfm_reply`.
 */
export function readFlowFields(reply: Json): FlowField[] {
  const answers = parseAnswers(textAt(reply, 'response_json'));
  if (!isJsonObject(answers)) {
    const body = textAt(reply, 'body');
    return body === undefined ? [] : [{ name: 'body', value: body }];
  }
  return Object.entries(answers)
    .filter(([name]) => name !== 'flow_token')
    .map(([name, value]) => ({ name, value: inWords(value) }));
}

function parseAnswers(text: string | undefined): Json {
  if (text === undefined) return null;
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}

function inWords(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(', ');
  }
  return JSON.stringify(value);
}
