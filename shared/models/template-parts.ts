import type { JsonObject } from '../json.ts';

/** Variable → what stands there in the sample that Meta reviews. `1` or `name`, without braces. */
export type Examples = Readonly<Record<string, string>>;

export const HEADER_MEDIA = ['image', 'video', 'document', 'gif'] as const;
export type HeaderMedia = (typeof HEADER_MEDIA)[number];

export type TemplateHeader =
  | { readonly kind: 'text'; readonly text: string; readonly examples: Examples }
  /** `handle`: the sample as Meta's upload named it; null while there is none. */
  | { readonly kind: 'media'; readonly media: HeaderMedia; readonly handle: string | null }
  | { readonly kind: 'location' }
  | { readonly kind: 'product' };

export interface TemplateBody {
  /** Authentication templates have Meta's own words, which it tells only after they were made. */
  readonly text: string;
  readonly examples: Examples;
  readonly addSecurityRecommendation: boolean;
}

export type TemplateFooter =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expiry'; readonly minutes: number };

export const OTP_KINDS = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'] as const;
export type OtpKind = (typeof OTP_KINDS)[number];

export interface OtpApp {
  readonly packageName: string;
  readonly signatureHash: string;
}

/** Named as Meta names them. */
export type TemplateButton =
  | { readonly type: 'QUICK_REPLY'; readonly text: string }
  | {
      readonly type: 'URL';
      readonly text: string;
      /** May end in `{{1}}`. */
      readonly url: string;
      /** A whole address with something in the variable's place. */
      readonly example: string;
    }
  | { readonly type: 'PHONE_NUMBER'; readonly text: string; readonly phone: string }
  | { readonly type: 'COPY_CODE'; readonly example: string }
  | {
      readonly type: 'OTP';
      readonly otp: OtpKind;
      readonly text: string;
      readonly autofillText: string;
      readonly apps: readonly OtpApp[];
    }
  | { readonly type: 'CATALOG' | 'MPM' | 'VOICE_CALL'; readonly text: string }
  /** Kept as Meta wrote it: flows, asking for the number, and whatever comes later. */
  | {
      readonly type: 'OTHER';
      readonly metaType: string;
      readonly text: string;
      readonly raw: JsonObject;
    };

/** One card of a carousel. */
export interface TemplateCard {
  readonly header: TemplateHeader | null;
  readonly body: TemplateBody;
  readonly buttons: readonly TemplateButton[];
}

/** The words about a limited-time offer, and whether a clock runs. */
export interface TemplateOffer {
  readonly text: string;
  readonly hasExpiration: boolean;
}

/** What a template consists of, read from Meta's list of components. */
export interface TemplateParts {
  readonly header: TemplateHeader | null;
  readonly body: TemplateBody;
  readonly footer: TemplateFooter | null;
  readonly buttons: readonly TemplateButton[];
  readonly offer: TemplateOffer | null;
  readonly cards: readonly TemplateCard[];
  /** Components of kinds that are not known here, as Meta wrote them. */
  readonly others: readonly JsonObject[];
}
