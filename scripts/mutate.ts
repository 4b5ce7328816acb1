/** `npm run mutate [-- <what Stryker takes>]`: installs Stryker where it is missing, and runs it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, modulesOf } from './tool.ts';

install('mutate');
const stryker = join(modulesOf('mutate'), '@stryker-mutator/core/bin/stryker.js');
const words = [stryker, 'run', 'tools/mutate/stryker.config.js', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1;
