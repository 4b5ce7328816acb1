/** `npm run test:setup`: gets what `npm test` needs beside node_modules; with `-- all`, what every test needs. */
import { filesOf } from '../jest.ts';
import { setUp } from './set-up.ts';

const isAll = process.argv.includes('all');
const projects = isAll ? ['unit', 'engines', 'servers', 'e2e'] : ['unit', 'engines'];
const files = filesOf({ projects, words: [] });
const left = await setUp(files, isAll);
if (left.length === files.length) console.log('All that these tests need is there.');
