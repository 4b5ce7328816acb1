import * as core from '@actions/core';
import type { Log } from './log.ts';
import { redact, redactedJson, secrets } from './redact.ts';

/** The most that GitHub takes as a step's summary, in bytes; a longer one is lost as a whole. */
const SUMMARY_LIMIT = 1024 * 1024;

/** The runner's side of an action: log, outputs, state, summary. The only module that speaks its commands. */
export function githubRunner() {
  const masked = new Set<string>();
  const log: Log = {
    info: (line) => printInert(redact(line)),
    warn: (sentence) => core.warning(redact(sentence)),
    group(title, lines) {
      core.startGroup(redact(title));
      for (const line of lines) printInert(redact(line));
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
    requirePost: () => {
      core.saveState('cleanup', 'needed');
      return () => core.saveState('cleanup', 'done');
    },
    output: (name: string, value: unknown) =>
      core.setOutput(name, typeof value === 'string' ? redact(value) : redactedJson(value)),
    error: (sentence: string) => core.error(redact(sentence)),
    async summary(markdown: string): Promise<void> {
      if (!process.env.GITHUB_STEP_SUMMARY) return;
      await core.summary.addRaw(cut(redact(markdown), SUMMARY_LIMIT)).write();
    },
  };
}

/** Text of others must not command the runner, which reads `::command::` and `##[command]` off the log. */
function printInert(text: string): void {
  for (const line of text.split(/\r\n|\r|\n/))
    core.info(line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## ['));
}

function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const note = '\n\n(The rest is cut: GitHub takes 1 MiB.)\n';
  const room = Buffer.from(text).subarray(0, bytes - Buffer.byteLength(note));
  return room.subarray(0, room.lastIndexOf('\n')).toString() + note;
}
