import { randomUUID } from 'node:crypto';
import { Failure } from './failure.ts';
import { draft, type KubeObject, now } from './objects.ts';
import type { Registry } from './registry.ts';

export type Report = (about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string) => void;

interface Event extends KubeObject {
  count: number;
  lastTimestamp: string;
}

/** client-go's tools/record/events_cache.go: so many events about one object, then one in five minutes; others are lost. */
const BURST = 25;
const REFILL_MS = 300_000;

/** Writes the events of one component; one that comes again is counted, as client-go's recorder does. */
export function eventReporter(registry: Registry, component: string): Report {
  const names = new Map<string, string>();
  const said = new Map<string, { left: number; at: number }>();
  const maySay = (uid: string): boolean => {
    const { left, at } = said.get(uid) ?? { left: BURST, at: performance.now() };
    const refilled = Math.min(BURST, left + (performance.now() - at) / REFILL_MS);
    const is = refilled >= 1;
    said.set(uid, { left: is ? refilled - 1 : refilled, at: performance.now() });
    return is;
  };
  return (about, type, reason, message) => {
    const { name, namespace = '', uid, resourceVersion } = about.metadata;
    if (!maySay(uid)) return;
    const key = [uid, type, reason, message].join('\n');
    const known = names.get(key);
    try {
      if (known && registry.store.get('events', namespace, known)) {
        registry.update<Event>('events', namespace, known, (event) => {
          event.count++;
          event.lastTimestamp = now();
          return event;
        });
        return;
      }
      const { apiVersion, kind } = about;
      const event = registry.create(
        'events',
        namespace,
        draft({
          apiVersion: 'v1',
          kind: 'Event',
          metadata: { name: `${name}.${randomUUID().replaceAll('-', '').slice(0, 16)}`, namespace },
          involvedObject: { kind, namespace, name, uid, apiVersion, resourceVersion },
          reason,
          message,
          source: { component },
          firstTimestamp: now(),
          lastTimestamp: now(),
          count: 1,
          type,
          eventTime: null,
          reportingComponent: component,
          reportingInstance: '',
        }),
      );
      names.set(key, event.metadata.name);
    } catch (error) {
      // Nothing can be written into a namespace that is going; an event is not worth more than that.
      if (!(error instanceof Failure)) throw error;
    }
  };
}
