/**
 * `npm test [-- <what jest takes>]`: units, contracts, whole actions, and a real server of each engine. Where files are
 * named, those, of whatever kind. `npm run test:all` runs everything.
 */
import { runJest } from './jest.ts';

const words = process.argv.slice(2);
const isChosen = words.some((word) => /^(--testPathPatterns?|--runTestsByPath|[^-])/.test(word));
const projects = isChosen ? ['unit', 'engines', 'servers'] : ['unit', 'engines'];
process.exitCode = await runJest({ projects, words });
