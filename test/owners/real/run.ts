/** `npm run test:owners [-- <what jest takes>]` */
import { runOwners } from './run-owners.ts';

process.exitCode = await runOwners(process.argv.slice(2));
