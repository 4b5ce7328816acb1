import { earlyEnd } from '../../src/assess/bake.ts';
import { judge } from '../../src/assess/judge.ts';
import { ERROR_RATE, LATENCY } from '../../src/assess/levels.ts';
import type { Observation, Sample, Settings, Window } from '../../src/assess/observation.ts';
import {
  AFTER,
  BEFORE,
  BOUNDS,
  historyOf,
  KINDS,
  type Right,
  SCRAPE,
  type Scrape,
  seeded,
} from './traffic.ts';

/** What a rule did with a deploy; `seconds` after it. */
interface Verdict {
  readonly does: 'roll back' | 'ask' | 'leave';
  readonly seconds: number;
}

/** How a rule did with one kind of deploy. */
interface Score {
  readonly kind: string;
  readonly right: Right;
  readonly rule: string;
  readonly verdicts: Verdict[];
}

type Rule = (scrapes: readonly Scrape[]) => Verdict;

/** The defaults of the action, for a bake of ten minutes. */
const INTERVAL = 30;
const LONG = 300;
const SHORT = 60;
const SETTINGS: Settings = {
  errorRate: ERROR_RATE,
  latency: LATENCY,
  minRequests: 100,
  minSlowdown: 0.01,
  maxRestarts: 2,
  consecutive: 3,
  planned: AFTER / INTERVAL,
  onInconclusive: 'ask',
  cooldown: 900,
  maxAge: 86_400,
};

/** Two scrapes and what it takes for one to arrive, as samples.ts has it. Seconds. */
const OLD = 2 * SCRAPE + 5;

const LEFT: Verdict = { does: 'leave', seconds: AFTER };

const RULES: Readonly<Record<string, Rule>> = {
  assess,
  // Errors a second in each pod's series, for five minutes.
  'runbook: rate(5xx[5m]) > 0.3 for 5m': (scrapes) =>
    holdsFor(scrapes, 300, (time) => windowOf(scrapes, time, 300).errorsOfOne / 300 > 0.3),
  'over 5 % of [2m], or p95 half slower, in one look': (scrapes) => {
    const before = p95Of(windowOf(scrapes, 0, BEFORE));
    return firstLook(scrapes, 0.05, (p95) => p95 > 1.5 * before);
  },
  'over 30 % of [2m], or p95 over 1 s, in one look': (scrapes) => firstLook(scrapes, 0.3, (p95) => p95 > 1),
};

/** Judges as many deploys of all kinds by every rule. */
export function simulate(bakes: number, seed: number): Score[] {
  const random = seeded(seed);
  const scores = KINDS.flatMap(({ name, right }) =>
    Object.keys(RULES).map((rule) => ({ kind: name, right, rule, verdicts: [] as Verdict[] })),
  );
  for (let bake = 0; bake < bakes; bake++) {
    const kind = KINDS[bake % KINDS.length];
    if (!kind) break;
    const scrapes = historyOf(kind, random);
    for (const score of scores.filter(({ kind: name }) => name === kind.name))
      score.verdicts.push((RULES[score.rule] as Rule)(scrapes));
  }
  return scores;
}

/**
 * The numbers of false positives (rolled back, and should not be), of false negatives (left, and should go back or be looked
 * at), and of those that should go back and that somebody was asked about.
 */
export function errorsOf(scores: readonly Score[], rule: string) {
  const own = scores.filter((score) => score.rule === rule);
  const count = (rights: readonly Right[], does: Verdict['does']) =>
    own
      .filter(({ right }) => rights.includes(right))
      .flatMap((score) => score.verdicts)
      .filter((verdict) => verdict.does === does).length;
  return {
    falsePositives: count(['stay', 'ask'], 'roll back'),
    falseNegatives: count(['back', 'ask'], 'leave'),
    asked: count(['back'], 'ask'),
  };
}

/** A Markdown table: how often each rule rolled a kind back, and after how many seconds (median). */
export function table(scores: readonly Score[]): string {
  const rules = Object.keys(RULES);
  const cell = ({ verdicts }: Score) => {
    const back = verdicts.filter(({ does }) => does === 'roll back');
    const asked = verdicts.filter(({ does }) => does === 'ask').length;
    const seconds = back.map((verdict) => verdict.seconds).sort((a, b) => a - b)[Math.floor(back.length / 2)];
    return [`${back.length} of ${verdicts.length}`, asked && `${asked} asked`, seconds && `${seconds} s`]
      .filter(Boolean)
      .join(', ');
  };
  const rows = KINDS.map(({ name, right }) => [
    `${name} (${right})`,
    ...rules.map((rule) =>
      scores
        .filter((score) => score.kind === name && score.rule === rule)
        .map(cell)
        .join(),
    ),
  ]);
  const totals = rules.map((rule) => {
    const { falsePositives, falseNegatives, asked } = errorsOf(scores, rule);
    return `**${falsePositives} / ${falseNegatives}**${asked ? `, ${asked} asked` : ''}`;
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['Deploy', ...rules.map((rule) => (rule === 'assess' ? rule : `\`${rule}\``))];
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    line(['**false positives / negatives**', ...totals]),
  ].join('\n');
}

function assess(scrapes: readonly Scrape[]): Verdict {
  const baseline = readWindow(scrapes, 0, BEFORE - SCRAPE);
  const looks: Sample[] = [];
  for (let at = INTERVAL; at <= AFTER; at += INTERVAL) {
    looks.push({
      at,
      long: readWindow(scrapes, at, Math.min(LONG, Math.max(at, SHORT))),
      short: readWindow(scrapes, at, SHORT),
    });
    const observation: Observation = { deployedAt: 0, baseline, looks, memory: [] };
    if (!earlyEnd(observation, SETTINGS) && at < AFTER) continue;
    const { decision } = judge(observation, SETTINGS);
    if (decision === 'rollback' || decision === 'quick-fix-then-rollback')
      return { does: 'roll back', seconds: at };
    return decision === 'evaluate' ? { does: 'ask', seconds: at } : { does: 'leave', seconds: at };
  }
  return LEFT;
}

/** What assess reads of a window: numbers, or why there are none (src/assess/samples.ts, prometheus/answer.ts). */
function readWindow(scrapes: readonly Scrape[], until: number, seconds: number): Window {
  const sums = windowOf(scrapes, until, seconds);
  const why = lackOf(scrapes, until) ?? (sums.requests > 0 ? undefined : 'no traffic');
  const reading = (value: number) => ({
    query: 'simulated',
    ...(why === undefined ? { value } : { value: null, why }),
  });
  let below = 0;
  const buckets = sums.buckets.map((count, index) => {
    below += count;
    return { bound: BOUNDS[index] ?? null, rate: below / seconds };
  });
  const histogram = { quantile: 0.95, buckets, mean: sums.taken / sums.requests };
  return {
    seconds,
    requests: reading(sums.requests),
    errorRate: reading(sums.errors / sums.requests),
    latency: { ...reading(p95Of(sums)), ...(why === undefined && { histogram }) },
  };
}

/** Why a look says nothing, by its newest scrape. */
function lackOf(scrapes: readonly Scrape[], until: number): string | undefined {
  const newest = scrapes.findLast(({ time }) => time <= until);
  if (!newest || until - newest.time > OLD) return 'the newest sample is old';
  return newest.seen === 'all' ? undefined : 'a part of the fleet';
}

/** The 95th percentile as Prometheus guesses it: somewhere in its bucket, evenly. */
function p95Of({ requests, buckets }: ReturnType<typeof windowOf>): number {
  let below = 0;
  for (const [index, count] of buckets.entries()) {
    const [lower, upper] = [BOUNDS[index - 1] ?? 0, BOUNDS[index]];
    if (below + count < 0.95 * requests) below += count;
    else return upper === undefined ? lower : lower + ((upper - lower) * (0.95 * requests - below)) / count;
  }
  return Number.NaN;
}

/** Sums over the scrapes of a window that ends at `until`. */
function windowOf(scrapes: readonly Scrape[], until: number, seconds: number) {
  const inside = scrapes.filter(({ time }) => time > until - seconds && time <= until);
  const sum = (value: (scrape: Scrape) => number) =>
    inside.reduce((total, scrape) => total + value(scrape), 0);
  return {
    requests: sum(({ requests }) => requests),
    errors: sum(({ errors }) => errors),
    errorsOfOne: sum(({ errorsOfOne }) => errorsOfOne),
    taken: sum(({ taken }) => taken),
    buckets: [...BOUNDS, Number.POSITIVE_INFINITY].map((_, index) =>
      sum(({ buckets }) => buckets[index] ?? 0),
    ),
  };
}

/** An alert that fires once its expression has held for some seconds, looked at with each scrape. */
function holdsFor(scrapes: readonly Scrape[], seconds: number, holds: (time: number) => boolean): Verdict {
  let since: number | undefined;
  for (const { time } of scrapes.filter((scrape) => scrape.time > 300 - BEFORE)) {
    since = holds(time) ? (since ?? time) : undefined;
    if (since !== undefined && time - since >= seconds && time > 0)
      return { does: 'roll back', seconds: time };
  }
  return LEFT;
}

function firstLook(scrapes: readonly Scrape[], threshold: number, isSlow: (p95: number) => boolean): Verdict {
  for (let at = INTERVAL; at <= AFTER; at += INTERVAL) {
    const window = windowOf(scrapes, at, 120);
    const { requests, errors } = window;
    if (requests > 0 && (errors / requests > threshold || isSlow(p95Of(window))))
      return { does: 'roll back', seconds: at };
  }
  return LEFT;
}
