import {
  Contact,
  FileText,
  Film,
  Image,
  Info,
  ListChecks,
  MapPin,
  MessageCircleQuestion,
  Mic,
  ShoppingBag,
  SmilePlus,
  Sticker,
  LayoutTemplate,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MessageType } from '#shared/models/message.ts';

/** The sign of each kind of message, wherever one is shown; text needs none. */
export const TYPE_ICONS: Readonly<Record<MessageType, LucideIcon | null>> = {
  text: null,
  image: Image,
  video: Film,
  audio: Mic,
  document: FileText,
  location: MapPin,
  template: LayoutTemplate,
  reaction: SmilePlus,
  sticker: Sticker,
  interactive: ListChecks,
  button: ListChecks,
  contacts: Contact,
  order: ShoppingBag,
  system: Info,
  unknown: MessageCircleQuestion,
};
