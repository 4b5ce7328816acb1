// `node scripts/run.cjs FILE.ts …` runs a file of TypeScript with Node 24, as `node FILE.ts …` does there. Every npm script
// begins here. This file runs on any Node, so that an old one is answered with a sentence and not with a syntax error.
const { resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `This needs Node 24 and found ${process.version}. The npm package node@24 brings it for every npm script, ` +
      'but its install step did not run: run `npm ci` again, without --ignore-scripts and --omit=dev, on Linux, macOS or ' +
      'Windows (x64 or arm64), or install Node 24 yourself.',
  );
  process.exit(1);
}
process.argv.splice(1, 2, resolve(process.argv[2]));
import(pathToFileURL(process.argv[1]));
