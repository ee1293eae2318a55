import { join } from 'node:path';
import { asId } from '#shared/ids.ts';
import { systemClock } from '#electron/clock.ts';
import { attachFile } from '#electron/media/attach-file.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import { openStore } from '#electron/store/open.ts';

/*
 * A process that puts what comes on its standard input into the field of a chat, as one file.
 * Arguments: the data folder, the chat. Says how many kilobytes of memory it has had at most: once
 * when it begins, once when the file is there. Lives until somebody kills it.
 */
const [home = '', chat = ''] = process.argv.slice(2);
const store = openStore(join(home, 'frontdesk.db'));
const folder = createMediaFolder(home);
await folder.prepare();
tell();
await attachFile({ store, folder, clock: systemClock }, process.stdin, {
  chatId: asId(Number(chat)),
  name: 'large.pdf',
  declared: 'application/pdf',
  isVoice: false,
  wish: null,
});
tell();
// Nothing else keeps it alive.
setInterval(() => undefined, 60_000);

function tell(): void {
  process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
}
