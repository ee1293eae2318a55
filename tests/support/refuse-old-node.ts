if (Number(process.versions['napi']) < 10) {
  throw new Error(
    `These tests need Node 24; this is ${process.version}. Run them with npm, which brings its own.`,
  );
}
