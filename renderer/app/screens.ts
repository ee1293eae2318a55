import { lazy } from 'react';
import type { ComponentType } from 'react';
import { LayoutTemplate, MessageCircle, ShieldBan, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ScreenName } from '../stores/route.ts';

interface Screen {
  readonly icon: LucideIcon;
  /** Comes when it is first opened. */
  readonly Screen: ComponentType;
}

/** Every place that the rail leads to, in its order. */
export const SCREENS: Readonly<Record<ScreenName, Screen>> = {
  inbox: {
    icon: MessageCircle,
    Screen: lazy(async () => {
      const { InboxScreen } = await import('../features/inbox/InboxScreen.tsx');
      return { default: InboxScreen };
    }),
  },
  contacts: {
    icon: Users,
    Screen: lazy(async () => {
      const { ContactsScreen } = await import('../features/contacts/ContactsScreen.tsx');
      return { default: ContactsScreen };
    }),
  },
  templates: {
    icon: LayoutTemplate,
    Screen: lazy(async () => {
      const { TemplatesScreen } = await import('../features/templates/TemplatesScreen.tsx');
      return { default: TemplatesScreen };
    }),
  },
  blocks: {
    icon: ShieldBan,
    Screen: lazy(async () => {
      const { BlocksScreen } = await import('../features/blocks/BlocksScreen.tsx');
      return { default: BlocksScreen };
    }),
  },
};
