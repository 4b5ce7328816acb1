import { benchColdStart } from './cold-start.ts';
import { benchService } from './service.ts';

await benchColdStart();
await benchService();
