/** dist/start.js: what every stub calls. No newer syntax than any Node has, because it tells an old one what is wrong. */
exports.start = (name) => {
  if (Number(process.versions.node.split('.')[0]) < 24) {
    console.log(
      `::error::rollback-actions needs Node.js 24 and was started with ${process.version}: nothing was changed. ` +
        'Use a runner of version 2.327.1 or newer, whose actions run on Node.js 24, or start this file with Node.js 24.',
    );
    process.exitCode = 1;
    return;
  }
  let isDone = false;
  // When nothing is left to wait for, Node exits with code 0, even where the work is not done.
  process.on('exit', () => {
    if (isDone || process.exitCode) return;
    console.log(
      `::error::${name} ended before its work was done: this is a bug of rollback-actions. Look at what it changed before you go on.`,
    );
    process.exitCode = 1;
  });
  require('./main.js')
    .main(name)
    .then(() => {
      isDone = true;
    });
};
