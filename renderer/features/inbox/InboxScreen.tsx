import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { closeThread, openThread, useThread } from '../../stores/thread.ts';
import { goToChat, useRoute } from '../../stores/route.ts';
import { loadChosenChats } from '../../stores/chat-choice.ts';
import { openChat, useChats } from '../../stores/chats.ts';
import { saveDrafts } from '../../stores/drafts.ts';
import { toggleContextPanel } from '../../stores/context.ts';
import { useCommand } from '../../app/commands/handlers.ts';
import { recoverRecording } from '../../stores/recorder.ts';
import { Hidden } from '../../ui/Hidden.tsx';
import { ChatListPane } from './list/ChatListPane.tsx';
import { LazyComposeDialog } from './compose/LazyComposeDialog.tsx';
import { ContextPanel } from './context/ContextPanel.tsx';
import { ForwardDialog } from './forward/ForwardDialog.tsx';
import { HistoryDialog } from './history/HistoryDialog.tsx';
import { LabelPicker } from './labels/LabelPicker.tsx';
import { LabelsDialog } from './labels/LabelsDialog.tsx';
import { LinkDialog } from '../../ui/message/LinkDialog.tsx';
import { QuickRepliesDialog } from './quick-replies/QuickRepliesDialog.tsx';
import { ScheduleDialog } from './scheduled/ScheduleDialog.tsx';
import { DayDialog } from './thread/DayDialog.tsx';
import { LazyTemplatePicker } from './templates/LazyTemplatePicker.tsx';
import { ThreadPane } from './thread/ThreadPane.tsx';
import { MuteDialog } from './triage/MuteDialog.tsx';
import { SnoozeDialog } from './triage/SnoozeDialog.tsx';
import { useChatCommands } from './use-chat-commands.ts';
import styles from './InboxScreen.module.css';

export function InboxScreen() {
  const { t } = useTranslation();
  const chatId = useRoute((state) => state.chatId);
  const openId = useChats((state) => state.open?.id);
  useCommand('contextPanel', toggleContextPanel);
  useChatCommands();

  useEffect(() => void loadChosenChats(), []);
  useEffect(() => void recoverRecording(), []);
  useEffect(() => {
    void openChat(chatId);
    return saveDrafts;
  }, [chatId]);
  useEffect(() => {
    const { open } = useChats.getState();
    if (open === undefined || open.id !== openId) return closeThread();
    if (useThread.getState().chatId !== open.id) void openThread(open);
    return undefined;
  }, [openId]);
  useEffect(() => leave, []);

  return (
    <main className={styles['inbox']} data-open={chatId !== undefined}>
      <Hidden>
        <h1>{t('list.title')}</h1>
      </Hidden>
      <ChatListPane />
      <SnoozeDialog />
      <MuteDialog />
      <ThreadPane onBack={() => goToChat(undefined)} />
      <ContextPanel />
      <LinkDialog />
      <HistoryDialog />
      <QuickRepliesDialog />
      <LazyComposeDialog />
      <LazyTemplatePicker />
      <ForwardDialog />
      <ScheduleDialog />
      <DayDialog />
      <LabelPicker />
      <LabelsDialog />
    </main>
  );
}

/** On another screen no chat is open: what is written to it is new, and says so. */
function leave(): void {
  void openChat(undefined);
  closeThread();
}
