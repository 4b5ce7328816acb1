import type { RecordEvent } from '../../src/record/record.ts';

/** The instant so many seconds after 03:00 UTC. */
export const at = (seconds: number) =>
  new Date(Date.UTC(2026, 10, 22, 3, 0, 0) + seconds * 1000).toISOString();

/** An event of rollback 7-1, so many seconds after 03:00. */
export function event(seconds: number, rest: Omit<RecordEvent, 'id' | 'at'> & { id?: string }): RecordEvent {
  return { id: '7-1', at: at(seconds), ...rest };
}

/** An action's start and, where it has ended, its end. */
export function action(
  name: string,
  [from, to]: [number, number?],
  status: RecordEvent['status'] = 'done',
  rest: Partial<RecordEvent> = {},
): RecordEvent[] {
  const { evidence, at: _, ...others } = rest;
  const circumstances = {
    environment: 'production',
    reason: 'release 2.0.0 does not start',
    'dry-run': status === 'planned',
    run: 'https://github.example/shop/shop/actions/runs/7/attempts/1',
    actor: 'octocat',
    repository: 'shop/shop',
    sha: 'c0ffee',
  };
  const both = { component: name, step: 'action', ...others };
  const start = event(from, { ...both, message: '', status: 'started', evidence: circumstances });
  if (to === undefined) return [start];
  return [start, event(to, { ...both, status, seconds: to - from, evidence })];
}

/** A workload's way back: planned, started and, where it has ended, its end. */
export function workload(
  name: string,
  [planned, from, to]: [number, number?, number?],
  rest: Partial<RecordEvent> = {},
): RecordEvent[] {
  const step = { component: `deployment/${name}`, step: 'roll back' };
  const images = { from: `registry.test/${name}:2.0.0`, to: `registry.test/${name}:1.4.0` };
  return [
    event(planned, { ...step, status: 'planned', message: `deployment/${name}: revision 2 → revision 1` }),
    ...(from === undefined ? [] : [event(from, { ...step, ...images, status: 'started' })]),
    ...(from === undefined || to === undefined
      ? []
      : [
          event(to, {
            ...step,
            ...images,
            status: 'done',
            seconds: to - from,
            message: 'it was good',
            ...rest,
          }),
        ]),
  ];
}
