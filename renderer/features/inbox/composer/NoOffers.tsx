import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';

/** Where a template is the only way, and the person wants none that advertise: what undoes that. */
export function NoOffers({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const { id, name, optedOut } = chat.contact;
  if (!optedOut) return null;
  return (
    <>
      <p>{t('composer.noOffers', { name })}</p>
      <p>
        <Button kind="text" onClick={() => goToScreen('contacts', String(id))}>
          {t('composer.toConsent')}
        </Button>
      </p>
    </>
  );
}
