import { start } from '../start.js';

await start('clear-cache');
