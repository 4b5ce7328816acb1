import { start } from '../start.js';

await start('switch-dns');
