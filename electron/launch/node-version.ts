// better-sqlite3's binary loads into an older Node and then crashes it without a word.
if (!(Number(process.versions['napi']) >= 10)) {
  throw new Error(
    `Frontdesk needs Node 22.14 or newer (24 is best); this is ${process.version}. ` +
      'Start it with “npm start”, which brings its own.',
  );
}
