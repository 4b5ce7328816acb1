import Sequencer from '@jest/test-sequencer';

/**
 * Whole rollbacks take minutes a file and begin first, so that no core waits for one in the end. Jest knows how long files
 * took only where it has run them before, and goes by their size elsewhere. Files that need the machine's one real node come one
 * among others, so that no worker waits for it while there is other work.
 */
export default class SlowestFirst extends Sequencer {
  sort(tests) {
    const isWhole = ({ path }) => path.includes('/test/servers/chain/');
    const needsNode = ({ path }) => /\/test\/e2e\/(real-node|sparc)/.test(path);
    const sorted = super.sort(tests);
    const [whole, node, rest] = [
      sorted.filter(isWhole),
      sorted.filter(needsNode),
      sorted.filter((test) => !isWhole(test) && !needsNode(test)),
    ];
    const between = Math.ceil(rest.length / Math.max(1, node.length));
    const spread = node.flatMap((test, at) => [test, ...rest.slice(at * between, (at + 1) * between)]);
    return [...whole, ...spread, ...rest.slice(node.length * between)];
  }
}
