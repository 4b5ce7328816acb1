import * as core from '@actions/core';
import { inertLines, withoutControls } from '../base/foreign.ts';
import type { Log } from '../base/log.ts';
import { redact, redactedJson, secrets } from '../base/redact.ts';

/**
 * The most that GitHub takes as a step's summary, in bytes; a longer one is lost as a whole. It says 1 MiB, and drops one that
 * is some bytes shorter too, without a word (actions/runner#4337).
 */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;

/** The runner's side of an action: log, outputs, state, summary. The only module that speaks its commands. */
export function githubRunner() {
  const masked = new Set<string>();
  // Controls first: what stands between the signs of a secret must not hide it.
  const safe = (text: string) => redact(withoutControls(text));
  const log: Log = {
    info: (line) => printInert(safe(line)),
    warn: (sentence) => core.warning(safe(sentence)),
    group(title, lines) {
      core.startGroup(safe(title));
      for (const line of lines) printInert(safe(line));
      core.endGroup();
    },
  };
  return {
    log,
    redact,
    mask(secret: string): void {
      // The runner warns of a mask that is empty.
      if (secret.trim() === '' || masked.has(secret)) return;
      // Of a secret of several lines the runner masks each by itself.
      for (const line of secret.split(/\r?\n/)) masked.add(line.trim());
      masked.delete(secret);
      for (const each of [secret, ...secrets.add(secret)]) {
        if (!masked.has(each)) core.setSecret(each);
        masked.add(each);
      }
    },
    isPost: () => core.getState('phase') === 'post',
    markMain: () => core.saveState('phase', 'post'),
    needsPost: () => core.getState('cleanup') === 'needed',
    registerCleanup: () => {
      core.saveState('cleanup', 'needed');
      return () => core.saveState('cleanup', 'done');
    },
    output: (name: string, value: unknown) =>
      core.setOutput(name, typeof value === 'string' ? safe(value) : redactedJson(value)),
    error: (sentence: string) => core.error(safe(sentence)),
    async summary(markdown: string): Promise<void> {
      if (!process.env.GITHUB_STEP_SUMMARY) return;
      await core.summary.addRaw(cut(safe(markdown), SUMMARY_LIMIT)).write();
    },
  };
}

/** Text of others must not command the runner. */
function printInert(text: string): void {
  for (const line of inertLines(text)) core.info(line);
}

function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const note = '\n\n(The rest is cut: GitHub takes 1 MiB.)\n';
  const room = Buffer.from(text).subarray(0, bytes - Buffer.byteLength(note));
  return room.subarray(0, room.lastIndexOf('\n')).toString() + note;
}
