import { main } from '../main.js';

await main('mark-good');
