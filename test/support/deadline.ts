import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Milliseconds that Node takes to start and end on a machine at rest. */
const AT_REST = 40;
const LONGEST = 60;
/** How long a machine is taken to be as busy as it was, in milliseconds: finding out makes it busier. */
const STANDS = 2000;

let measured: { readonly at: number; readonly factor: Promise<number> } | undefined;

/**
 * A deadline for an action, as `timeout` takes it: these seconds on a machine at rest, and more where it is busy now, so
 * that what should happen before it does.
 */
export async function deadline(seconds: number): Promise<`${number}s`> {
  const now = performance.now();
  if (!measured || now - measured.at > STANDS) measured = { at: now, factor: busy() };
  return `${Math.round(Math.max(seconds, Math.min(LONGEST, seconds * (await measured.factor))))}s`;
}

/** How many times as long as at rest Node takes to start and end. */
async function busy(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ['--eval', '']), 'exit');
  return Math.max(1, (performance.now() - started) / AT_REST);
}
