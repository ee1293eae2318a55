import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyForm, isUntouched } from '../../../stores/composition-forms.ts';
import type { Form } from '../../../stores/composition-forms.ts';
import {
  clearForm,
  closeForm,
  formKey,
  sendForm,
  useCompositions,
  writeForm,
} from '../../../stores/compositions.ts';
import type { OpenForm } from '../../../stores/compositions.ts';
import { useThread } from '../../../stores/thread.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { composedMessage } from './composed-message.ts';
import { FormFields } from './FormFields.tsx';
import { Preview } from './Preview.tsx';
import { problemsOf } from './problems.ts';
import type { Problems } from './problems.ts';
import styles from './compose.module.css';

const NONE: Problems = new Map();

/** Puts one kind of message together, with what the customer will see beside it. */
export function ComposeDialog({ open }: { readonly open: OpenForm }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t(`compose.kinds.${open.kind}`)}
      size="wide"
      beginsInField
      returnsFocus={false}
      isOpen
      onClose={closeForm}
    >
      <Sheet key={formKey(open)} open={open} />
    </Dialog>
  );
}

function Sheet({ open }: { readonly open: OpenForm }) {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const form = useCompositions((state) => state.begun.get(formKey(open))) ?? emptyForm(open.kind);
  const isReply = useThread((state) => state.replyTo !== undefined);
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const problems = problemsOf(form);

  function write(next: Form) {
    setFailure(undefined);
    writeForm(open, next);
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (problems.size > 0) return focusFirstProblem(element.current);
    setFailure(await sendForm(open, composedMessage(form)));
  }

  return (
    <form
      ref={element}
      noValidate
      className={styles['sheet']}
      onSubmit={(event) => void send(event)}
    >
      <div className={styles['fields']}>
        <p className={styles['lead']}>{t(`compose.lead.${open.kind}`)}</p>
        <FormFields form={form} problems={hasTried ? problems : NONE} onChange={write} />
      </div>
      <Preview form={form} />
      <div className={styles['foot']}>
        <p role="alert" className={styles['failure']}>
          {failure !== undefined && t('message.couldNot', { reason: failure })}
        </p>
        {!isUntouched(form) && (
          <Button kind="text" onClick={() => clearForm(open)}>
            {t('compose.startOver')}
          </Button>
        )}
        <Button kind="primary" type="submit">
          {t(isReply ? 'compose.sendReply' : `compose.send.${open.kind}`)}
        </Button>
      </div>
    </form>
  );
}

/** After the fields know that they are wrong. */
function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus(),
  );
}
