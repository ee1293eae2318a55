import { isJsonObject } from '#shared/json.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { fieldAt, listAt, objectAt, textAt } from '#shared/json-fields.ts';

const MEDIA = ['image', 'video', 'document'] as const;

/** The `template` object with Meta's id of the file that stands in its header. Source: meta-platform §1.5. */
export function withHeaderFile(template: Json | undefined, metaMediaId: string): JsonObject {
  const whole = isJsonObject(template) ? template : {};
  return {
    ...whole,
    components: listAt(whole, 'components').map((component) =>
      textAt(component, 'type') === 'header' && isJsonObject(component)
        ? {
            ...component,
            parameters: listAt(component, 'parameters').map((one) => withId(one, metaMediaId)),
          }
        : component,
    ),
  };
}

function withId(parameter: Json, id: string): Json {
  const kind = MEDIA.find((one) => fieldAt(parameter, one) !== undefined);
  if (kind === undefined || !isJsonObject(parameter)) return parameter;
  return { ...parameter, [kind]: { id, ...objectAt(parameter, kind) } };
}
