/**
 * Nothing claims what the record does not hold: for random records, what messages, page, summary, checklist, history and
 * objectives say is held against the events themselves, by rules that know nothing of how they are told.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compose } from '../../src/notify/compose.ts';
import { EVENTS } from '../../src/notify/fields.ts';
import type { RecordEvent, Status } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { runOf } from '../../src/report/history.ts';
import { incidentReport } from '../../src/report/incident.ts';
import { pageOf } from '../../src/report/page.ts';
import { reportOf } from '../../src/report/report.ts';
import { parseObjectives } from '../../src/report/rto.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { at } from '../record/events.ts';

/** What restores each kind of component here, and what only looks as if it did. */
const RESTORES: Record<string, string> = {
  'deployment/web': 'roll back',
  'deployment/api': 'roll back',
  'database/shop': 'switch',
  'cache/redis': 'clear shop:*',
  'dns/shop.example': 'switch A shop.example',
};
const OTHERS: Record<string, readonly string[]> = {
  'deployment/web': ['health check'],
  'deployment/api': ['health check', 'mark good'],
  'database/shop': [
    'fetch',
    'restore',
    'verify',
    'safety dump',
    'hold traffic',
    'give traffic back',
    'clean',
  ],
  'cache/redis': [],
  'dns/shop.example': [],
};
const PLACES = ['blue', 'green'];
const STATUSES: readonly Status[] = ['started', 'done', 'no-op', 'planned', 'failed', 'skipped'];

const onComponent = fc
  .record({
    component: fc.constantFrom(...Object.keys(RESTORES)),
    namespace: fc.constantFrom(...PLACES),
    status: fc.constantFrom(...STATUSES),
    pick: fc.nat(9),
  })
  .map(({ component, namespace, status, pick }) => {
    const steps = [RESTORES[component] ?? '', ...(OTHERS[component] ?? [])];
    return { component, where: { namespace }, step: steps[pick % steps.length] ?? '', status };
  });
const lost = fc
  .record({ rows: fc.constantFrom(0, 7, 4450), namespace: fc.constantFrom(...PLACES) })
  .map(({ rows, namespace }) => ({
    component: 'database/shop',
    where: { namespace },
    step: 'data loss',
    status: 'done' as Status,
    evidence: { 'data-loss': { seconds: 60, tables: [{ table: 't', lost: rows, changed: 0 }] } },
  }));
const ofAction = fc
  .record({
    component: fc.constantFrom('rollback-service', 'rollback-db', 'verify-integrity', 'rollback'),
    status: fc.constantFrom<Status>('started', 'done', 'failed', 'no-op'),
  })
  .map((each) => ({ ...each, step: 'action' }));
const assessed = fc.constantFrom('none', 'low', 'critical').map((severity) => ({
  component: 'assess',
  step: 'action',
  status: 'done' as Status,
  evidence: { result: 'judged', outputs: { severity, decision: 'none' } },
}));
const sent = fc
  .record({
    step: fc.constantFrom('slack', 'email', 'pagerduty'),
    event: fc.constantFrom(...EVENTS),
    status: fc.constantFrom<Status>('done', 'failed', 'planned'),
  })
  .map(({ step, event, status }) => ({ component: 'notify', step, status, evidence: { event } }));
const records = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: onComponent },
      { weight: 1, arbitrary: lost },
      { weight: 1, arbitrary: ofAction },
      { weight: 1, arbitrary: assessed },
      { weight: 1, arbitrary: sent },
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((events) => events.map((event, index): RecordEvent => ({ id: '7-1', at: at(index), ...event })));

const keyOf = ({ component, where }: RecordEvent) => `${where?.namespace}/${component}`;
const isRestoring = ({ component, step }: RecordEvent) => RESTORES[component] === step;
const lastOf = (events: readonly RecordEvent[], is: (event: RecordEvent) => boolean) =>
  events.reduce((last, event, index) => (is(event) ? index : last), -1);

/** What the events alone say. */
function truthOf(events: readonly RecordEvent[]) {
  const restored = new Set(
    events.filter((event) => isRestoring(event) && event.status === 'done').map(keyOf),
  );
  const touched = new Set(
    events.filter((event) => isRestoring(event) && event.status !== 'planned').map(keyOf),
  );
  const lastChange = lastOf(events, (event) => isRestoring(event) && event.status === 'done');
  const later = events.slice(lastChange + 1);
  const rows = events
    .filter(({ step }) => step === 'data loss')
    .map((event) => {
      const since = events.slice(events.indexOf(event));
      const isLost = since.some(
        (each) => isRestoring(each) && each.status === 'done' && keyOf(each) === keyOf(event),
      );
      const newest =
        since.filter((each) => each.step === 'data loss' && keyOf(each) === keyOf(event)).length === 1;
      const { tables } = (event.evidence as { 'data-loss': { tables: { lost: number }[] } })['data-loss'];
      return isLost && newest ? (tables[0]?.lost ?? 0) : 0;
    })
    .reduce((sum, each) => sum + each, 0);
  const newest = (step: string) => (key: string) =>
    events.findLast((event) => keyOf(event) === key && event.step === step)?.status;
  const looks = events.filter(({ component }) => component === 'assess');
  return {
    restored,
    touched,
    rows,
    isChecked: events.some(
      ({ step, status }) => status === 'done' && ['health check', 'verify', 'action'].includes(step),
    ),
    isSick: later.some(
      (event) =>
        event.component === 'assess' &&
        event === looks.at(-1) &&
        JSON.stringify(event.evidence).includes('critical'),
    ),
    failed: [...touched].filter(
      (key) => newest(RESTORES[key.replace(/^[^/]*\//, '')] ?? '')(key) === 'failed',
    ),
    customers: events.some(
      ({ component, step, status, evidence }) =>
        component === 'notify' &&
        step === 'email' &&
        status === 'done' &&
        (evidence as { event: string }).event === 'customer',
    ),
  };
}

const accounting = { objectives: parseObjectives('**=1h'), history: [], checklist: [], brokenLines: [] };

test('no message, page, checklist or line of the history claims what the record does not hold', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (events) => {
      const truth = truthOf(events);
      const story = storyOf(events, '7-1');
      const report = reportOf(story, accounting);
      const messages = EVENTS.map((event) =>
        compose({ event, story, runUrl: undefined, redact: (text) => text }),
      ).map(({ message }) => message);
      const texts = [
        ...messages.map(({ subject, body }) => `${subject}\n${body.text}`),
        summaryOf(report),
        await pageOf(report),
        incidentReport(report, story),
      ];

      // What is back was restored, or was there already.
      expect(story.counts.done).toBeLessThanOrEqual(truth.touched.size);
      for (const key of Object.keys(runOf(story)?.components ?? {}))
        expect([...truth.restored]).toContain(key);
      if (report.rto.some(({ state, actual }) => state === 'met' && actual !== undefined))
        expect(truth.restored.size).toBeGreaterThan(0);

      // Resolved is what something says that was seen.
      const claimsResolved = texts.some((text) =>
        /\[RESOLVED\]|operating normally|confirmed healthy(?<!not confirmed healthy)|Is it over\?\*\* Yes/.test(
          text,
        ),
      );
      if (claimsResolved) {
        expect(truth.isChecked).toBe(true);
        expect(truth.isSick).toBe(false);
        expect(truth.failed).toEqual([]);
      }
      expect(messages.some(({ facts }) => facts.resolved)).toBe(story.standing === 'resolved');

      // What was lost is told, and nowhere denied.
      const data = report.checklist.find(({ item }) => item === 'Data integrity verified');
      if (truth.rows > 0) {
        expect(report.headline).toMatch(/ lost$/);
        expect(data?.state).not.toBe('done');
        for (const text of texts)
          expect(text).not.toMatch(/No row\.|no row is lost|No data was lost|nothing was lost/i);
      } else expect(report.headline).not.toMatch(/ rows? .*lost$/);

      // A box is ticked by what is on record.
      const ticked = (item: string) =>
        report.checklist.some((each) => each.item === item && each.state === 'done');
      if (ticked('All services rolled back successfully')) expect(truth.failed).toEqual([]);
      if (ticked('Customer communication sent')) expect(truth.customers).toBe(true);
    }),
    { numRuns: 150, endOnFailure: true },
  );
}, 180_000);
