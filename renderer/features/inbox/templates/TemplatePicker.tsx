import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import type { Template } from '#shared/models/template.ts';
import { stopPicking } from '../../../stores/template-picker.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ApprovedList } from './ApprovedList.tsx';
import { FillSheet } from './FillSheet.tsx';

/** Chooses an approved template, fills it from what is known of the person, and sends it. */
export function TemplatePicker({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Template>();
  return (
    <Dialog
      title={chosen === undefined ? t('templates.picker.title') : chosen.name}
      size="wide"
      beginsInField
      returnsFocus={false}
      isOpen
      onClose={stopPicking}
    >
      {chosen === undefined ? (
        <ApprovedList accountId={chat.accountId} onChoose={setChosen} />
      ) : (
        <FillSheet
          key={chosen.id}
          chat={chat}
          template={chosen}
          onBack={() => setChosen(undefined)}
        />
      )}
    </Dialog>
  );
}
