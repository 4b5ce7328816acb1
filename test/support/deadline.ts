import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Milliseconds that Node takes to start and end on a machine at rest. */
const AT_REST = 40;
const LONGEST = 60;

/**
 * A deadline for an action, as `timeout` takes it: these seconds on a machine at rest, and more where it is busy now, so
 * that what should happen before it does.
 */
export async function deadline(seconds: number): Promise<`${number}s`> {
  const started = performance.now();
  await once(spawn(process.execPath, ['--eval', '']), 'exit');
  const factor = Math.max(1, (performance.now() - started) / AT_REST);
  return `${Math.round(Math.max(seconds, Math.min(LONGEST, seconds * factor)))}s`;
}
