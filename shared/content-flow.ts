import { isJsonObject, parseJson } from './json.ts';
import type { Json } from './json.ts';
import { textAt } from './json-fields.ts';
import type { FlowField } from './models/message-content.ts';

/**
 * What a customer filled in. The fields come as JSON inside a text, in the order of the form; the
 * token that ties the answer to its question is no field of it. Source: meta-platform §2.4, `nfm_reply`.
 */
export function readFlowFields(reply: Json): FlowField[] {
  return readAnswers(textAt(reply, 'response_json')) ?? readBody(reply);
}

/** Undefined when the text is no form: not JSON, no object, or nested too deep to be written out again. */
function readAnswers(text: string | undefined): FlowField[] | undefined {
  if (text === undefined) return undefined;
  try {
    const answers = parseJson(text);
    if (!isJsonObject(answers)) return undefined;
    return Object.entries(answers)
      .filter(([name]) => name !== 'flow_token')
      .map(([name, value]) => ({ name, value: inWords(value) }));
  } catch {
    return undefined;
  }
}

function readBody(reply: Json): FlowField[] {
  const body = textAt(reply, 'body');
  return body === undefined ? [] : [{ name: 'body', value: body }];
}

function inWords(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(', ');
  }
  return JSON.stringify(value);
}
