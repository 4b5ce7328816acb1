import { start } from '../start.js';

await start('verify-integrity');
