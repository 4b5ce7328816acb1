import { start } from '../start.js';

await start('mark-good');
