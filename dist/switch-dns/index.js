import { main } from '../main.js';

await main('switch-dns');
