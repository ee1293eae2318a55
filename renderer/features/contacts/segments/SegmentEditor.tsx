import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RuleGroup, Segment, SegmentPreview } from '#shared/models/segment.ts';
import { goToScreen } from '../../../stores/route.ts';
import { changeDraft, dropDraft, saveDraft, useDraftOf } from '../../../stores/segment-drafts.ts';
import { deleteSegment, duplicateSegment, showPeopleOf } from '../../../stores/segments.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { isAllFinished } from './finished-rule.ts';
import { RuleGroupFields } from './RuleGroupFields.tsx';
import type { RuleNames } from './rule-names.ts';
import { SegmentPreviewCard } from './SegmentPreviewCard.tsx';
import { segmentWords } from './segment-words.ts';
import { usePreview } from './use-preview.ts';
import styles from './SegmentEditor.module.css';

const MAX_NAME = 80;

interface SegmentEditorProps {
  /** Undefined: one that is not there yet. */
  readonly segment: Segment | undefined;
  readonly names: RuleNames;
}

/** A segment with its rules, whom they find now, and what can be done with it. */
export function SegmentEditor({ segment, names }: SegmentEditorProps) {
  const { t } = useTranslation();
  const { draft, isChanged, refused } = useDraftOf(segment);
  const preview = usePreview(draft.rules);
  return (
    <form
      className={styles['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        void save(segment);
      }}
    >
      <div className={styles['main']}>
        <TextField
          label={t('segments.name')}
          placeholder={t('segments.namePlaceholder')}
          value={draft.name}
          limit={MAX_NAME}
          problem={refused}
          onChange={(name) => changeDraft(segment, { name })}
        />
        <InWords rules={draft.rules} names={names} />
        <RuleGroupFields
          key={segment?.id}
          group={draft.rules}
          names={names}
          depth={0}
          onChange={(rules) => changeDraft(segment, { rules })}
        />
      </div>
      <div className={styles['beside']}>
        <SegmentPreviewCard state={preview} />
      </div>
      <Actions
        segment={segment}
        found={preview.kind === 'counted' ? preview.preview : undefined}
        isChanged={isChanged}
        hasName={draft.name.trim() !== ''}
        isFinished={isAllFinished(draft.rules)}
      />
    </form>
  );
}

function InWords({ rules, names }: { readonly rules: RuleGroup; readonly names: RuleNames }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('segments.inWords')} className={styles['words']}>
      <h2 className={styles['label']}>{t('segments.inWords')}</h2>
      <p dir="auto">{segmentWords(t, rules, names)}</p>
    </section>
  );
}

interface ActionsProps {
  readonly segment: Segment | undefined;
  /** Undefined until they have been counted. */
  readonly found: SegmentPreview | undefined;
  readonly isChanged: boolean;
  readonly hasName: boolean;
  readonly isFinished: boolean;
}

function Actions({ segment, found, isChanged, hasName, isFinished }: ActionsProps) {
  const { t } = useTranslation();
  const isSaved = segment !== undefined && !isChanged;
  const canSave = isChanged && hasName && isFinished;
  const fitting = found?.fitting ?? 0;
  return (
    <footer className={styles['foot']}>
      {/* One button, so that the focus stays on it when what was changed has been saved. */}
      <Button
        kind="primary"
        type={isSaved ? 'button' : 'submit'}
        disabled={isSaved ? fitting === 0 : !canSave}
        className={styles['action']}
        onClick={() => {
          if (isSaved) showPeopleOf(segment.id);
        }}
      >
        {isSaved ? showWords(t, fitting) : t('segments.save')}
      </Button>
      {isChanged && (
        <Button kind="quiet" className={styles['action']} onClick={() => dropDraft(segment)}>
          {t('segments.discard')}
        </Button>
      )}
      {!isSaved && <span className={styles['reason']}>{whyNot(t, { hasName, isFinished })}</span>}
      {found !== undefined && (
        <span className={styles['found']}>
          {t('segments.found', { fitting: found.fitting, all: found.all })}
        </span>
      )}
      <span className={styles['space']} />
      {segment !== undefined && <Rest segment={segment} />}
    </footer>
  );
}

function showWords(t: TFunction, fitting: number): string {
  return fitting === 0 ? t('segments.showNobody') : t('segments.show', { count: fitting });
}

function whyNot(
  t: TFunction,
  { hasName, isFinished }: Pick<ActionsProps, 'hasName' | 'isFinished'>,
): string {
  if (!isFinished) return t('segments.unfinished');
  return hasName ? '' : t('segments.needsName');
}

function Rest({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation();
  return (
    <>
      <Button kind="quiet" className={styles['action']} onClick={() => void duplicate(segment)}>
        {t('segments.duplicate')}
      </Button>
      <Button
        kind="quiet"
        className={`${styles['action']} ${styles['danger']}`}
        onClick={() => void remove(segment)}
      >
        {t('segments.delete')}
      </Button>
    </>
  );
}

async function save(segment: Segment | undefined): Promise<void> {
  const saved = await saveDraft(segment);
  if (saved !== undefined && segment === undefined) open(saved);
}

async function duplicate(segment: Segment): Promise<void> {
  const copy = await duplicateSegment(segment);
  if (copy !== undefined) open(copy);
}

async function remove(segment: Segment): Promise<void> {
  await deleteSegment(segment);
  dropDraft(segment);
  goToScreen('contacts', 'segments');
}

function open({ id }: Segment): void {
  goToScreen('contacts', `segments/${id}`);
}
