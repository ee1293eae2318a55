import { useTranslation } from 'react-i18next';
import { ArrowLeft } from 'lucide-react';
import type { TemplateDraftId } from '#shared/ids.ts';
import type { TemplateDraft } from '#shared/models/template.ts';
import { withCodeWords } from '#shared/templates/code-words.ts';
import { call } from '../../../stores/core.ts';
import { goToScreen } from '../../../stores/route.ts';
import { sayFailure } from '../../../stores/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { exampleValues } from '../../../ui/template/example-values.ts';
import { TemplatePreview } from '../../../ui/template/TemplatePreview.tsx';
import { AroundFields } from './AroundFields.tsx';
import { AuthenticationFields } from './AuthenticationFields.tsx';
import { MessageFields } from './MessageFields.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useDraft } from './use-draft.ts';
import { useLoadedDraft } from './use-loaded-draft.ts';
import styles from './edit.module.css';

/** The owner’s own copy of a template, apart from Meta’s until it is handed in. */
export function EditorPane({ id }: { readonly id: TemplateDraftId }) {
  const loaded = useLoadedDraft(id);
  if (loaded.kind === 'loading') return null;
  if (loaded.kind === 'failed') {
    return (
      <p role="alert" className={styles['failure']}>
        {loaded.message}
      </p>
    );
  }
  return <Editor draft={loaded.draft} />;
}

function Editor({ draft }: { readonly draft: TemplateDraft }) {
  const { t } = useTranslation();
  const edit = useDraft(draft);
  const { content } = edit;
  const isAtMeta = draft.templateId !== null;
  const shown =
    content.category === 'AUTHENTICATION' ? withCodeWords(content.parts) : content.parts;
  const Fields = content.category === 'AUTHENTICATION' ? AuthenticationFields : MessageFields;

  async function handIn() {
    const templateId = await edit.handIn();
    if (templateId !== undefined) goToScreen('templates', String(templateId));
  }

  async function discard() {
    edit.forget();
    const result = await call('templates.discardDraft', { draftId: draft.id });
    if (!result.ok) return sayFailure(result.error.message);
    return goToScreen('templates', isAtMeta ? String(draft.templateId) : '');
  }

  return (
    <div className={styles['editor']}>
      <header className={styles['header']}>
        <IconButton
          icon={ArrowLeft}
          label={t('templates.back')}
          onClick={() => goToScreen('templates', isAtMeta ? String(draft.templateId) : '')}
        />
        <h2 className={styles['title']}>
          {t(isAtMeta ? 'templates.editor.change' : 'templates.editor.new')}
        </h2>
        <output className={styles['saved']}>
          {t(edit.isSaved ? 'templates.editor.saved' : 'templates.editor.saving')}
        </output>
        <Button kind="quiet" onClick={() => void discard()}>
          {t('templates.editor.discard')}
        </Button>
        <Button kind="primary" disabled={edit.isHandingIn} onClick={() => void handIn()}>
          {t('templates.editor.handIn')}
        </Button>
      </header>
      <div className={styles['columns']}>
        <div className={styles['fields']}>
          {edit.failure !== undefined && (
            <p role="alert" className={styles['failure']}>
              {edit.failure}
            </p>
          )}
          <AroundFields edit={edit} isAtMeta={isAtMeta} />
          <Fields edit={edit} draftId={draft.id} />
        </div>
        <div className={styles['side']}>
          <h3 className={styles['heading']}>{t('templates.whatTheySee')}</h3>
          <TemplatePreview {...content} parts={shown} values={exampleValues(shown)} />
          <ProblemList problems={edit.shown} />
        </div>
      </div>
    </div>
  );
}
