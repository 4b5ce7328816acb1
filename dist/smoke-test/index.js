import { start } from '../start.js';

await start('smoke-test');
