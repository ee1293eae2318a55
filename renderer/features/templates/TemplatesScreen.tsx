import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { asId } from '#shared/ids.ts';
import type { TemplateDraftId, TemplateId } from '#shared/ids.ts';
import { useRoute } from '../../stores/route.ts';
import { useStatus } from '../../stores/status.ts';
import { closeTemplates, openTemplates, useTemplates } from '../../stores/templates.ts';
import { LinkDialog } from '../../ui/message/LinkDialog.tsx';
import { TemplateDetailPane } from './detail/TemplateDetailPane.tsx';
import { EditorPane } from './edit/EditorPane.tsx';
import { TemplateListPane } from './list/TemplateListPane.tsx';
import styles from './TemplatesScreen.module.css';

/** What the address names behind `#/templates/`. */
type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'template'; readonly id: TemplateId }
  | { readonly kind: 'draft'; readonly id: TemplateDraftId };

export function TemplatesScreen() {
  const { t } = useTranslation();
  const path = useRoute((state) => state.path);
  const firstAccount = useStatus((state) => state.status?.accounts[0]?.id);
  const accountId = useTemplates((state) => state.accountId);
  useEffect(() => {
    if (firstAccount !== undefined) void openTemplates(firstAccount);
    return closeTemplates;
  }, [firstAccount]);
  const place = readPlace(path);
  return (
    <main className={styles['screen']} data-open={place.kind !== 'list'}>
      {accountId !== undefined && <TemplateListPane accountId={accountId} />}
      <section className={styles['pane']} aria-label={t('templates.chosen')}>
        {place.kind === 'list' && <p className={styles['nothing']}>{t('templates.chooseOne')}</p>}
        {place.kind === 'template' && <TemplateDetailPane key={place.id} id={place.id} />}
        {place.kind === 'draft' && <EditorPane key={place.id} id={place.id} />}
      </section>
      <LinkDialog />
    </main>
  );
}

function readPlace(path: string): Place {
  const [, draft, id] = /^(draft\/)?([1-9]\d{0,14})$/.exec(path) ?? [];
  if (id === undefined) return { kind: 'list' };
  const number = Number(id);
  return draft === undefined
    ? { kind: 'template', id: asId<TemplateId>(number) }
    : { kind: 'draft', id: asId<TemplateDraftId>(number) };
}
