import Sequencer from '@jest/test-sequencer';

/**
 * Whole rollbacks take minutes a file and begin first, so that no core waits for one in the end. Jest knows how long files
 * took only where it has run them before, and goes by their size elsewhere.
 */
export default class SlowestFirst extends Sequencer {
  sort(tests) {
    const isWhole = ({ path }) => path.includes('/test/servers/chain/');
    const sorted = super.sort(tests);
    return [...sorted.filter(isWhole), ...sorted.filter((test) => !isWhole(test))];
  }
}
