import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isInstant } from '../base/instant.ts';
import { redacted } from '../base/redact.ts';
import { meaningOf, type RecordEvent, type Status } from './catalogue.ts';

const STATUSES: readonly Status[] = ['started', 'done', 'no-op', 'planned', 'failed', 'skipped'];

/** Ten years: what takes longer is a mistake, and no date to reckon with. */
const MAX_SECONDS = 10 * 365 * 86_400;

const eventSchema = v.looseObject({
  id: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp(), v.check(isInstant)),
  component: v.string(),
  where: v.optional(v.record(v.string(), v.string())),
  step: v.string(),
  status: v.picklist(STATUSES),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  seconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_SECONDS))),
  message: v.optional(v.string()),
  part: v.optional(v.string()),
});

/**
 * The events of a record in the order in which they were written, and the numbers (from 1) of the lines that are none: cut when
 * a run was killed, written by something else, or of an unknown step. Those are passed over, never guessed at. The writer of a
 * record may not have known the secrets of its reader.
 */
export function readEvents(path: string): { events: RecordEvent[]; broken: number[] } {
  const events: RecordEvent[] = [];
  const broken: number[] = [];
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const event = parseEvent(line);
    if (event) events.push(event);
    else broken.push(index + 1);
  }
  return { events, broken };
}

function parseEvent(line: string): RecordEvent | undefined {
  try {
    const parsed = v.safeParse(eventSchema, JSON.parse(line));
    if (!parsed.success || !meaningOf(parsed.output)) return undefined;
    const { from, to, message, evidence, ...known } = parsed.output;
    // What the catalogue knows an event by stays as it is; it is redacted where it is shown.
    return { ...known, ...redacted({ from, to, message, evidence }) } as RecordEvent;
  } catch {
    return undefined;
  }
}
