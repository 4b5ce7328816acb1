/** dist/start.js: what every stub calls. No newer syntax than any Node has, because it tells an old one what is wrong. */
export async function start(name) {
  if (Number(process.versions.node.split('.')[0]) < 24) {
    console.log(
      `::error::rollback-actions needs Node.js 24 and was started with ${process.version}: nothing was changed. ` +
        'Use a runner of version 2.327.1 or newer, whose actions run on Node.js 24, or start this file with Node.js 24.',
    );
    process.exitCode = 1;
    return;
  }
  const { main } = await import('./main.js');
  await main(name);
}
