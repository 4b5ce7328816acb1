import { main } from '../main.js';

await main('clear-cache');
