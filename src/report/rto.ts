import picomatch from 'picomatch';
import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { duration } from '../base/values.ts';
import { endsOf } from '../record/component.ts';
import type { Story } from '../record/story.ts';
import type { StoryComponent } from '../record/story-components.ts';
import type { Rto, Run } from './schema.ts';

/** A recovery time objective: of a component, of all that a pattern matches, or of the whole. */
export interface Objective {
  /** What tables call it: its label, else the pattern. */
  readonly component: string;
  /** Which components of the record it is for. */
  readonly pattern: string;
  readonly seconds: number;
}

/** The name of the objective for the whole rollback. */
const WHOLE = 'all';

/** Reads the input `rto`: one objective a line, or between commas that are not part of a pattern such as `{a,b}/*`. */
export const parseObjectives = (input: string): Objective[] =>
  input
    .split(/\n|,(?![^{}\n]*\})/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseObjective);

/**
 * Reads a line of the input `rto`: `deployment/api=5m`, `video-*=10m`, `all=20m`, and with a label before it
 * `API Gateway: deployment/api=5m`.
 *
 * @throws ActionError that says what is accepted
 */
export function parseObjective(line: string): Objective {
  const equals = line.lastIndexOf('=');
  const [text, named] = [line.slice(equals + 1).trim(), line.slice(0, Math.max(0, equals)).trim()];
  const colon = named.search(/:\s/);
  const label = colon > 0 ? named.slice(0, colon).trimEnd() : undefined;
  const pattern = named.endsWith(':') ? '' : named.slice(colon > 0 ? colon + 1 : 0).trim();
  const parsed = v.safeParse(duration(), text);
  if (pattern && parsed.success) return { component: label ?? pattern, pattern, seconds: parsed.output };
  throw new ActionError(
    `Input \`rto\` has the line ${JSON.stringify(line)}; accepted are lines such as deployment/api=5m, video-*=10m, API: deployment/api=5m or ${WHOLE}=20m.`,
  );
}

/**
 * Holds each objective against this rollback and the earlier ones. What did not go back is untested, never met. Where it
 * never went back in this environment, the last time is that of another one, such as a drill's.
 */
export function judgeObjectives(
  objectives: readonly Objective[],
  story: Story,
  history: readonly Run[],
  elsewhere: readonly Run[] = [],
): Rto[] {
  return objectives.map(({ component, pattern, seconds: target }) => {
    const { actual, failed } =
      pattern === WHOLE ? wholeOf(story) : partOf(story, story.components.filter(matching(pattern)));
    const earlier = history.map((run) => earlierOf(run, pattern)).filter((seconds) => seconds !== undefined);
    const other =
      earlier.length > 0
        ? undefined
        : elsewhere.findLast((run) => run.environment !== undefined && earlierOf(run, pattern) !== undefined);
    const last = other ? earlierOf(other, pattern) : earlier.at(-1);
    const p95 = percentile95(earlier);
    const state = failed ? 'missed' : actual === undefined ? 'untested' : actual <= target ? 'met' : 'missed';
    return {
      component,
      pattern,
      target,
      ...(actual !== undefined && { actual }),
      ...(last !== undefined && { last }),
      ...(other?.environment !== undefined && { lastIn: other.environment }),
      ...(p95 !== undefined && { p95 }),
      runs: earlier.length,
      state,
    };
  });
}

/** Seconds from the start of the rollback until a component was back, where it went back. */
export function recoverySeconds(story: Story, { outcome, ended }: StoryComponent): number | undefined {
  if (outcome !== 'done' || !ended || !story.started) return undefined;
  return Math.max(0, (Date.parse(ended) - Date.parse(story.started)) / 1000);
}

function wholeOf({ outcome, seconds }: Story) {
  return {
    actual: outcome === 'done' ? seconds : undefined,
    failed: outcome === 'failed' || outcome === 'running',
  };
}

function partOf(story: Story, components: readonly StoryComponent[]) {
  const failed = components.some(({ outcome }) => outcome === 'failed' || outcome === 'running');
  const times = components.map((each) => recoverySeconds(story, each)).filter((time) => time !== undefined);
  return { actual: failed || times.length === 0 ? undefined : Math.max(...times), failed };
}

/** Seconds that a component, or the slowest that a pattern matches, took in an earlier run. */
export function earlierOf({ seconds, outcome, components }: Run, pattern: string): number | undefined {
  if (pattern === WHOLE) return outcome === 'done' ? seconds : undefined;
  const times = Object.entries(components)
    .filter(([key]) => matching(pattern)({ key }))
    .map(([, time]) => time);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** A pattern is for a whole key, or for as much of its end as it says: `shop/deployment/web`, `deployment/web`, `web`. */
function matching(pattern: string): (each: { key: string }) => boolean {
  const matches = picomatch(pattern, { nocase: true });
  return ({ key }) => endsOf(key).some((end) => matches(end));
}

/** The nearest rank. */
function percentile95(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(0.95 * sorted.length) - 1];
}
