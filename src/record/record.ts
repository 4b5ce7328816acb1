import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { now } from '../base/clock.ts';
import { ActionError, messageOf } from '../base/errors.ts';
import { appendPrivate, makeFolder } from '../base/files.ts';
import { isInstant } from '../base/instant.ts';
import { redactedJson } from '../base/redact.ts';
import { type NewEvent, verbOf } from './catalogue.ts';

export { ACTION_STEP, type NewEvent, type RecordEvent, type Status } from './catalogue.ts';

/**
 * Appends events to the record; each is one line and one write, so a killed run leaves whole lines behind, and what
 * stands there cut off takes no event with it. A disk that is full must not stop a rollback: the first event that
 * cannot be written is warned about.
 *
 * @throws ActionError where nothing can be written at that path
 */
export function openRecord(
  path: string,
  id: string,
  { redact, warn }: { redact: (text: string) => string; warn: (sentence: string) => void },
) {
  let warned = false;
  const append = (text: string) => appendPrivate(path, text);
  try {
    makeFolder(dirname(path));
    append('');
  } catch (error) {
    throw new ActionError(`The rollback record ${path} cannot be written: ${messageOf(error)}.`, {
      cause: error,
    });
  }
  const { ahead, isCut } = endOf(path);
  // A disk that was full may have taken half of a line.
  let before = isCut ? '\n' : '';
  return (event: NewEvent): void => {
    const at = new Date(now().getTime() + ahead).toISOString();
    try {
      append(`${before}${JSON.stringify({ id, at, ...withoutSecrets(event, redact) })}\n`);
      before = '';
    } catch (error) {
      before = '\n';
      if (!warned) warn(`The rollback record ${path} is not complete: ${messageOf(error)}.`);
      warned = true;
    }
  };
}

/** An event whose texts have no secrets. What the catalogue knows it by is read again, and is none of them. */
function withoutSecrets({ status, seconds, ...texts }: NewEvent, redact: (text: string) => string): object {
  const { component, step } = texts;
  return {
    ...(JSON.parse(redactedJson(texts, redact)) as typeof texts),
    component: redactedAfter(component.indexOf('/'), component, redact),
    step: redactedAfter(verbOf(texts).length, step, redact),
    status,
    ...(seconds !== undefined && { seconds }),
  };
}

/** A text whose first signs are ours, and stay. */
const redactedAfter = (length: number, text: string, redact: (text: string) => string): string =>
  length < 0 ? text : text.slice(0, length) + redact(text.slice(length));

/**
 * What a record ends with: how many milliseconds its last event is ahead of this process, where the clock was put back
 * since (it goes on from there), and whether its last line was cut off.
 */
function endOf(path: string): { ahead: number; isCut: boolean } {
  try {
    const text = readFileSync(path, 'utf8');
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    return { ahead: millisecondsAhead(last), isCut: text !== '' && !text.endsWith('\n') };
  } catch {
    // What may be written there may not be read.
    return { ahead: 0, isCut: false };
  }
}

function millisecondsAhead(line: string): number {
  try {
    const { at } = JSON.parse(line);
    // A line that another program has written may name any time.
    return isInstant(at) ? Math.max(0, Date.parse(at) - now().getTime()) : 0;
  } catch {
    return 0;
  }
}
