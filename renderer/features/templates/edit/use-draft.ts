import { useEffect, useRef, useState } from 'react';
import type { TemplateId } from '#shared/ids.ts';
import type { TemplateCategory, TemplateContent, TemplateDraft } from '#shared/models/template.ts';
import type { TemplateParts } from '#shared/models/template-parts.ts';
import { checkTemplate } from '#shared/templates/check.ts';
import { fitCategory } from '#shared/templates/fit-category.ts';
import type { TemplateProblem } from '#shared/templates/problem.ts';
import { call } from '../../../stores/core.ts';
import { saveTemplateDraft } from '../../../stores/template-drafts.ts';

/** A draft under the owner’s hands. */
export interface DraftEdit {
  readonly content: TemplateContent;
  readonly isSaved: boolean;
  readonly isHandingIn: boolean;
  /** What keeps Meta from taking it, as far as it is to be said now. */
  readonly shown: readonly TemplateProblem[];
  readonly failure: string | undefined;
  readonly change: (change: Partial<Omit<TemplateContent, 'parts' | 'category'>>) => void;
  /** Takes away what can't stand in that category. */
  readonly changeCategory: (category: TemplateCategory) => void;
  readonly changeParts: (change: Partial<TemplateParts>) => void;
  /** Answers what it has become; undefined when it could not be handed in, which is said. */
  readonly handIn: () => Promise<TemplateId | undefined>;
  /** What is not saved yet is not saved any more. */
  readonly forget: () => void;
}

/** A pause in typing. */
const SAVE_AFTER_MS = 400;

export function useDraft(draft: TemplateDraft): DraftEdit {
  const { id } = draft;
  const [content, setContent] = useState(draft.content);
  const [isSaved, setSaved] = useState(true);
  const [isHandingIn, setHandingIn] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const unsaved = useRef<TemplateContent>(undefined);
  const timer = useRef<number>(undefined);

  async function save(): Promise<boolean> {
    window.clearTimeout(timer.current);
    const saving = unsaved.current;
    if (saving === undefined) return true;
    unsaved.current = undefined;
    const reason = await saveTemplateDraft(id, saving);
    setFailure(reason);
    if (unsaved.current === undefined) setSaved(reason === undefined);
    return reason === undefined;
  }

  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  useEffect(() => {
    const saveNow = () => void latestSave.current();
    window.addEventListener('pagehide', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      saveNow();
    };
  }, []);

  function write(next: TemplateContent) {
    setContent(next);
    setSaved(false);
    unsaved.current = next;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void latestSave.current(), SAVE_AFTER_MS);
  }

  const problems = checkTemplate(content);
  return {
    content,
    isSaved,
    isHandingIn,
    failure,
    shown: hasTried ? problems : problems.filter(({ code }) => !SAID_LATE.has(code)),
    change: (change) => write({ ...content, ...change }),
    changeCategory: (category) => write(fitCategory(content, category)),
    changeParts: (change) => write({ ...content, parts: { ...content.parts, ...change } }),
    forget() {
      window.clearTimeout(timer.current);
      unsaved.current = undefined;
    },
    async handIn() {
      setTried(true);
      if (problems.some(({ isHint }) => !isHint)) return undefined;
      setHandingIn(true);
      const isKept = await save();
      const result = isKept ? await call('templates.handIn', { draftId: id }) : undefined;
      setHandingIn(false);
      if (result?.ok === true) return result.data;
      if (result !== undefined) setFailure(result.error.message);
      return undefined;
    },
  };
}

/** Nobody is told off for what is not written yet. */
const SAID_LATE: ReadonlySet<TemplateProblem['code']> = new Set([
  'missing',
  'example_missing',
  'sample_missing',
  'otp_missing',
  'link_example',
  'card_count',
]);
