// Runs on any Node, so that an old one is answered with a sentence and not with a syntax error.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `This needs Node 24 and found ${process.version}. The npm package node@24 brings it for every npm script, ` +
      'but its install step did not run: run `npm ci` again, without --ignore-scripts and --omit=dev, on Linux, macOS or ' +
      'Windows (x64 or arm64), or install Node 24 yourself.',
  );
  process.exit(1);
}
