import type { Json } from '../json.ts';

/** A template as Meta tells it, in Meta's words. */
export interface MetaTemplate {
  readonly metaTemplateId: string;
  readonly name: string;
  /** With `_`, as it is sent: `en_US`. */
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly components: Json;
  readonly parameterFormat: string;
  readonly quality: string;
  readonly rejectedReason: string | null;
  readonly remark: string | null;
  readonly correctCategory: string | null;
  readonly ttlSeconds: number | null;
}
