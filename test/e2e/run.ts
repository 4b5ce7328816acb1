/** `npm run test:e2e [-- <what jest takes>]` */
import { runEndToEnd } from './run-end-to-end.ts';

process.exitCode = await runEndToEnd(process.argv.slice(2));
