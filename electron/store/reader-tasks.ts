import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { LabelCount } from '#shared/models/label.ts';
import type { MergeSuggestions } from '#shared/models/merge.ts';
import type { NoteHit } from '#shared/models/note.ts';
import type { SegmentChoices, SegmentPreview } from '#shared/models/segment.ts';
import type { SearchPage } from '#shared/models/search.ts';
import type { SharedCounts } from '#shared/models/shared-files.ts';
import type { TemplateResults } from '#shared/models/template.ts';
import { unreachable } from '#shared/unreachable.ts';
import { countContacts, pageContactIds } from './contact-count.ts';
import type { ContactIdQuery, ContactIdSlice, CountedContacts } from './contact-count.ts';
import { countBeginnings, countLanguages } from './contact-facets.ts';
import type { CountedBeginning, CountedLanguage } from './contact-facets.ts';
import { freshContacts, pageContacts } from './contact-list.ts';
import type { ContactQuery, ContactSlice, FreshQuery, FreshSlice } from './contact-list.ts';
import type { ContactQuestion } from './contact-question.ts';
import { pageBlocks } from './block-list.ts';
import type { BlockQuery, BlockSlice } from './block-list.ts';
import { countLabels } from './labels.ts';
import { suggestMerges } from './merge-suggestions.ts';
import { searchChats } from './search-chats.ts';
import type { ChatSearchQuestion } from './search-chats.ts';
import { searchMessages } from './search-messages.ts';
import type { MessageSearch } from './search-messages.ts';
import { searchNotes } from './search-notes.ts';
import type { NoteSearch } from './search-notes.ts';
import type { SegmentQuestion } from './segment-condition.ts';
import { previewSegment } from './segment-preview.ts';
import { segmentChoices } from './segments.ts';
import { countShared } from './shared-files.ts';
import type { Reader } from './store.ts';
import { countTemplateResults } from './template-results.ts';
import type { ResultsQuestion } from './template-results.ts';

/** What a reading connection can be asked: functions can't be sent to another thread, names can. */
export interface TaskOutputs {
  readonly searchMessages: SearchPage;
  readonly searchChats: readonly Chat[];
  readonly searchNotes: readonly NoteHit[];
  readonly countLabels: readonly LabelCount[];
  readonly countShared: SharedCounts;
  readonly countTemplateResults: TemplateResults;
  readonly pageContacts: ContactSlice;
  readonly freshContacts: FreshSlice;
  readonly countContacts: CountedContacts;
  readonly pageContactIds: ContactIdSlice;
  readonly countLanguages: readonly CountedLanguage[];
  readonly countBeginnings: readonly CountedBeginning[];
  readonly previewSegment: SegmentPreview;
  readonly segmentChoices: SegmentChoices;
  readonly suggestMerges: MergeSuggestions;
  readonly pageBlocks: BlockSlice;
}

export type TaskName = keyof TaskOutputs;

export type Task<N extends TaskName = TaskName> = Extract<
  | { readonly name: 'searchMessages'; readonly input: MessageSearch }
  | { readonly name: 'searchChats'; readonly input: ChatSearchQuestion }
  | { readonly name: 'searchNotes'; readonly input: NoteSearch }
  | { readonly name: 'countLabels' }
  | { readonly name: 'countTemplateResults'; readonly input: ResultsQuestion }
  | { readonly name: 'countShared'; readonly input: ChatId }
  | { readonly name: 'pageContacts'; readonly input: ContactQuery }
  | { readonly name: 'freshContacts'; readonly input: FreshQuery }
  | { readonly name: 'countContacts'; readonly input: ContactQuestion }
  | { readonly name: 'pageContactIds'; readonly input: ContactIdQuery }
  | { readonly name: 'countLanguages' }
  | { readonly name: 'countBeginnings' }
  | { readonly name: 'previewSegment'; readonly input: SegmentQuestion }
  | { readonly name: 'segmentChoices' }
  | { readonly name: 'suggestMerges' }
  | { readonly name: 'pageBlocks'; readonly input: BlockQuery },
  { readonly name: N }
>;

export interface ReaderRequest {
  readonly id: number;
  readonly task: Task;
}

export type ReaderAnswer =
  | { readonly id: number; readonly output: TaskOutputs[TaskName] }
  | { readonly id: number; readonly error: string };

export function answerTask(db: Reader, task: Task): TaskOutputs[TaskName] {
  switch (task.name) {
    case 'searchMessages':
      return searchMessages(db, task.input);
    case 'searchChats':
      return searchChats(db, task.input);
    case 'searchNotes':
      return searchNotes(db, task.input);
    case 'countLabels':
      return countLabels(db);
    case 'countTemplateResults':
      return countTemplateResults(db, task.input);
    case 'countShared':
      return countShared(db, task.input);
    case 'pageContacts':
      return pageContacts(db, task.input);
    case 'freshContacts':
      return freshContacts(db, task.input);
    case 'countContacts':
      return countContacts(db, task.input);
    case 'pageContactIds':
      return pageContactIds(db, task.input);
    case 'countLanguages':
      return countLanguages(db);
    case 'countBeginnings':
      return countBeginnings(db);
    case 'previewSegment':
      return previewSegment(db, task.input);
    case 'segmentChoices':
      return segmentChoices(db);
    case 'suggestMerges':
      return suggestMerges(db);
    case 'pageBlocks':
      return pageBlocks(db, task.input);
    default:
      return unreachable(task);
  }
}
