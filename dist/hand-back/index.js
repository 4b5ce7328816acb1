import { start } from '../start.js';

await start('hand-back');
