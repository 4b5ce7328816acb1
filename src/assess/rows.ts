import type { PodState } from '../domain/workloads/workload-state.ts';
import { SEVERITIES, type Severity } from '../record/severity.ts';
import { atLeast, levelOf, percent, worst } from './levels.ts';
import type { FiringAlert, Given, ListOrReason, Observation, Row, Sample, Settings } from './observation.ts';
import { requestRows } from './requests.ts';
import { row, unknown } from './row.ts';

/** The share of wanted pods that is missing, by level: the runbook's error rates, which such a loss comes close to. */
const MISSING = { low: 0.01, medium: 0.1, high: 0.3 };

/** The rows of a sample, one for each signal. */
export function rowsOf(sample: Sample, observation: Observation, settings: Settings): Row[] {
  const { outage, alerts, pods, given, at } = sample;
  return [
    ...requestRows(sample, observation, settings),
    ...(outage ? [outageRow(outage, at)] : []),
    ...(alerts ? [alertRow(alerts, observation.deployedAt, at)] : []),
    ...(pods ? podRows(pods, settings, at) : []),
    ...(given ? givenRows(given, settings, at) : []),
  ];
}

function outageRow({ query, value, reason }: NonNullable<Sample['outage']>, at: number): Row {
  const facts = { signal: 'outage', threshold: 'critical where it is not 0', query, since: at };
  if (value === null) return unknown(facts, reason ?? '');
  // An average of targets is not an outage while one of them is up.
  if (value < 0 || (value > 0 && value < 1))
    return unknown(
      facts,
      `the query gives ${Number(value.toPrecision(4))}, which is neither 0 nor 1; let it compare with \`bool\``,
    );
  const description = value === 0 ? 'no outage' : 'the service is down';
  return row({ ...facts, value, description: description, long: value === 0 ? 'none' : 'critical' });
}

/** An alert that is newer than the deploy by less than this may have waited since before it (`for:`). Seconds. */
const SHORTEST_WAIT = 60;

/** Alerts count at the level that they are labelled with, `critical` where the label is unknown. */
function alertRow(alerts: ListOrReason<FiringAlert>, deployedAt: number | null, at: number): Row {
  const facts = { signal: 'alerts', threshold: 'any that fires', query: null, since: at };
  if ('reason' in alerts) return unknown(facts, alerts.reason);
  const isByDeploy = ({ since, isWaitUnknown }: FiringAlert) =>
    deployedAt === null || since >= deployedAt + (isWaitUnknown ? SHORTEST_WAIT : 0);
  const fresh = alerts.items.filter(isByDeploy);
  const counted = fresh.length > 0 ? fresh : alerts.items;
  const [first] = counted;
  if (!first) return row({ ...facts, value: '', description: 'no alert asks for a rollback', long: 'none' });
  const names = [...new Set(counted.map(({ name }) => name))].join(', ');
  const isSure = counted.some(({ since }) => deployedAt !== null && since < deployedAt);
  const older = isSure
    ? ', and did before the deploy already'
    : ', and may have begun before the deploy, as its rule may wait (`for:`); give `prometheus-url` to find out';
  const level = worst(counted.map(({ severity }) => labelled(severity)));
  return row({
    ...facts,
    value: names,
    description: `${names} ${names.includes(', ') ? 'fire' : 'fires'}${fresh.length > 0 ? '' : older}`,
    long: level,
    causedByDeploy: fresh.length > 0,
    // No rollback for what is to be fixed forward.
    forcesRollback: atLeast(level, 'medium'),
    since: Math.min(at, ...counted.map(({ since }) => since)),
  });
}

/** What the severities are called that rules commonly have. */
const CALLED: Readonly<Record<string, Severity>> = {
  info: 'low',
  informational: 'low',
  notice: 'low',
  minor: 'medium',
  warn: 'medium',
  warning: 'medium',
  error: 'high',
  major: 'high',
};

function labelled(severity: string): Severity {
  const word = severity.trim().toLowerCase();
  if (Object.hasOwn(CALLED, word)) return CALLED[word] as Severity;
  return SEVERITIES.find((known) => known === word && known !== 'none') ?? 'critical';
}

function podRows(pods: ListOrReason<PodState>, { maxRestarts }: Settings, at: number): Row[] {
  if ('reason' in pods) return [unknown({ signal: 'pods', since: at }, pods.reason)];
  return pods.items.map((state) => {
    const { workload, wanted, ready, readyOfNewest, restarts, terminalFailure } = state;
    const facts = {
      signal: `pods of ${workload}`,
      threshold: `critical none ready, high one that cannot start or more than ${maxRestarts} restarts, else by the share that is not ready`,
      samples: wanted,
      value: `${readyOfNewest}/${wanted} ready, ${restarts} restarts`,
      since: at,
    };
    const older = ready - readyOfNewest;
    // Pods of before serve as well, and are no outage while they do.
    const which = older > 0 ? ` of the newest revision are ready, beside ${older} older,` : ' are ready,';
    const counts = `${readyOfNewest} of ${wanted} pods of ${workload}${which} with ${restarts} restarts`;
    if (wanted === 0) return row({ ...facts, description: `${workload} is scaled to zero`, long: 'none' });
    if (ready === 0)
      return row({ ...facts, description: `no pod of ${workload} is ready`, long: 'critical' });
    if (terminalFailure)
      return row({ ...facts, description: `${workload} cannot start: ${terminalFailure}`, long: 'high' });
    if (restarts > maxRestarts) return row({ ...facts, description: counts, long: 'high' });
    const missing = levelOf(1 - readyOfNewest / wanted, MISSING);
    const level = missing === 'none' && restarts > 0 ? 'low' : missing;
    // A rollout takes its time: that pods are not ready yet proves nothing before the end.
    return row({ ...facts, description: counts, long: level, conclusive: !atLeast(missing, 'low') });
  });
}

const IMPACT = { major: 'high', minor: 'medium', cosmetic: 'low' } as const;

function givenRows(given: Given, settings: Settings, at: number): Row[] {
  const facts = (signal: string) => ({ signal, threshold: 'as given', since: at });
  const shares = [
    ['error-rate', settings.errorRate, 'of requests fail'],
    ['slowdown', settings.latency, 'slower than before'],
  ] as const;
  const flags = ['outage', 'data-corruption', 'security-breach'] as const;
  return [
    ...Object.entries(given.wrong ?? {}).map(([signal, reason]) => unknown(facts(signal), reason)),
    ...shares.flatMap(([signal, thresholds, words]) => {
      const value = given[signal];
      if (value === undefined) return [];
      const description = `${percent(value, thresholds)} ${words}, as given`;
      return [row({ ...facts(signal), value, description: description, long: levelOf(value, thresholds) })];
    }),
    ...flags.flatMap((signal) => {
      const value = given[signal];
      if (value === undefined) return [];
      const description = value ? `there is ${ARTICLES[signal]}, as given` : `no ${signal}, as given`;
      return [row({ ...facts(signal), value, description: description, long: value ? 'critical' : 'none' })];
    }),
    ...(given.impact
      ? [
          row({
            ...facts('impact'),
            value: given.impact,
            description: `the impact is ${given.impact}, as given`,
            long: IMPACT[given.impact],
          }),
        ]
      : []),
  ];
}

const ARTICLES = {
  outage: 'an outage',
  'data-corruption': 'data corruption',
  'security-breach': 'a security breach',
} as const;
