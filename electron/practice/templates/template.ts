import type { Json, JsonObject } from '#shared/json.ts';

/** A template on the simulated platform. */
export interface PracticeTemplate {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  category: string;
  status: string;
  components: Json;
  parameterFormat: string;
  quality: string;
  rejectedReason: string;
  ttlSeconds: number | null;
  /** When approved content was changed, in ms since 1970. */
  readonly edits: number[];
}

/** What a platform begins with. */
export interface SeedTemplate {
  /** Left out, the platform gives one. */
  readonly id?: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly components: readonly JsonObject[];
  readonly parameterFormat?: string;
  readonly quality?: string;
  readonly rejectedReason?: string;
}

/** As Meta answers it. Source: meta-platform §1.9. */
export function templateNode(template: PracticeTemplate): JsonObject {
  return {
    id: template.id,
    name: template.name,
    language: template.language,
    status: template.status,
    category: template.category,
    components: template.components,
    parameter_format: template.parameterFormat,
    quality_score: { score: template.quality },
    rejected_reason: template.rejectedReason,
    ...(template.ttlSeconds !== null && { message_send_ttl_seconds: template.ttlSeconds }),
  };
}
