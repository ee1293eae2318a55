import { describe, expect, it } from 'vitest';
import { watchRows } from '#electron/store/row-watch.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

describe('a watch over rows', () => {
  it('counts each row once that is different from before, and only while it looks', () => {
    const store = memoryStore();
    const { chatId } = addChat(store, addAccount(store));
    const watch = store.write((tx) => watchRows(tx));
    store.write((tx) => tx.run("UPDATE conversation SET draft = 'before'"));
    store.write((tx) =>
      watch.during(tx, () => {
        tx.run("UPDATE conversation SET draft = 'before'");
        tx.run("UPDATE contact SET notes = 'a'");
        tx.run("UPDATE contact SET notes = 'b'");
        tx.run('DELETE FROM contact_identity');
      }),
    );
    addMessage(store, addAccount(store), chatId);
    expect(watch.changed(store)).toEqual({ contact: 1, contact_identity: 2 });
    store.write((tx) => watch.end(tx));
    expect(store.prepare('SELECT count(*) AS n FROM temp.sqlite_schema').get()).toEqual({ n: 0 });
    store.close();
  });
});
