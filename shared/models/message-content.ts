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
  | ({
      readonly kind: 'interactive';
      readonly footer: string | null;
      /** The words that open a list; null for what is no list. */
      readonly listButton: string | null;
      readonly sections: readonly ChoiceSection[];
      /** A carousel's, from first to last. */
      readonly cards: readonly QuestionCard[];
    } & QuestionCard)
  | {
      readonly kind: 'template';
      readonly name: string;
      readonly language: string | null;
      readonly heading: Heading | null;
      readonly body: string;
      readonly footer: string | null;
      readonly choices: readonly Choice[];
      /** A carousel's, from first to last. */
      readonly cards: readonly QuestionCard[];
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

/** What stands above the words: words of its own, or a file whose kind is told. */
export interface Heading {
  readonly kind: 'text' | 'image' | 'video' | 'document' | 'location' | 'product';
  /** The words, or the file's name where it has one. */
  readonly text: string | null;
}

/** Something that the customer can tap. An empty title has WhatsApp's own words for its kind. */
export interface Choice {
  readonly kind:
    | 'reply'
    | 'row'
    | 'link'
    | 'product'
    | 'flow'
    | 'call'
    | 'location'
    | 'contact'
    | 'catalog'
    /** Copies a code. */
    | 'code';
  readonly title: string;
  readonly description: string | null;
  readonly url: string | null;
}

export interface ChoiceSection {
  readonly title: string | null;
  readonly choices: readonly Choice[];
}

export interface QuestionCard {
  readonly heading: Heading | null;
  readonly body: string;
  readonly choices: readonly Choice[];
}

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
