import { main } from '../main.js';

await main('verify-integrity');
