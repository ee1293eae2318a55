import type { JsonObject } from '../json.ts';
import type { MediaFile } from './media-file.ts';

/** What the screen shows of a message, whatever shape Meta sent it in. */
export type MessageContent =
  | { readonly kind: 'text'; readonly body: string }
  | {
      readonly kind: 'media';
      readonly media: 'image' | 'video' | 'audio' | 'document' | 'sticker';
      readonly caption: string;
      readonly filename: string | null;
      readonly mimeType: string | null;
      readonly isVoice: boolean;
      /** Null when nothing is known of a file, as in history without its files. */
      readonly file: MediaFile | null;
    }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name: string | null;
      readonly address: string | null;
    }
  | { readonly kind: 'contacts'; readonly cards: readonly ContactCard[] }
  /** A tap on a button, a list row or a template's quick reply. */
  | {
      readonly kind: 'answer';
      readonly title: string;
      readonly description: string | null;
      readonly payload: string | null;
    }
  | { readonly kind: 'flow_answer'; readonly fields: readonly FlowField[] }
  | {
      readonly kind: 'interactive';
      readonly body: string;
      readonly header: string | null;
      readonly footer: string | null;
      readonly choices: readonly string[];
    }
  | {
      readonly kind: 'template';
      readonly name: string;
      readonly language: string | null;
      readonly body: string;
    }
  | {
      readonly kind: 'order';
      readonly items: readonly OrderItem[];
      readonly note: string | null;
    }
  | { readonly kind: 'reaction'; readonly emoji: string | null }
  | { readonly kind: 'system'; readonly event: SystemEvent; readonly body: string }
  /** WhatsApp says there is a message but does not hand it over; it can be read on the phone. */
  | { readonly kind: 'unsupported'; readonly whatsappType: string | null }
  | { readonly kind: 'unknown'; readonly whatsappType: string; readonly payload: JsonObject };

export interface ContactCard {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly organisation: string | null;
}

export interface FlowField {
  readonly name: string;
  readonly value: string;
}

export interface OrderItem {
  readonly retailerId: string;
  readonly quantity: number;
  readonly price: number;
  readonly currency: string;
}

export type SystemEvent =
  'number_changed' | 'identity_changed' | 'call' | 'call_permission' | 'other';
