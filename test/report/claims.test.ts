/**
 * Nothing claims what the record does not hold: for random records, what messages, page, summary, checklist, history and
 * objectives say is held against the events themselves, by rules that know nothing of how they are told.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compose } from '../../src/notify/compose.ts';
import { EVENTS as MESSAGES } from '../../src/notify/fields.ts';
import { cloudEvent } from '../../src/notify/sinks/webhook.ts';
import { ACTIONS, EVENTS, type Meaning } from '../../src/record/catalogue.ts';
import type { ComponentKind } from '../../src/record/places.ts';
import type { RecordEvent, Status } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { runOf } from '../../src/report/history.ts';
import { incidentReport } from '../../src/report/incident.ts';
import { bodyOf, titleOf } from '../../src/report/issue.ts';
import { pageOf } from '../../src/report/page.ts';
import { reportOf } from '../../src/report/report.ts';
import { parseObjectives } from '../../src/report/rto.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { at } from '../record/events.ts';
import { often } from '../support/every-case.ts';

/** What there can be of each kind, twice: in two places. */
const COMPONENTS: Partial<Record<ComponentKind, readonly string[]>> = {
  workload: ['deployment/web', 'statefulset/queue'],
  configuration: ['ConfigMap/settings'],
  database: ['database/shop'],
  terraform: ['terraform/net'],
  resource: ['resource/aws_lb.web'],
  cache: ['cache/redis'],
  dns: ['dns/shop.example'],
};
const PLACES = ['blue', 'green'];
const STATUSES: readonly Status[] = ['started', 'done', 'no-op', 'planned', 'failed', 'skipped'];

/** Every event of the catalogue: `clear …` is done to something. */
const ALL_STEPS = (Object.keys(EVENTS) as ComponentKind[]).flatMap((kind) =>
  (COMPONENTS[kind] ?? [kind]).flatMap((component) =>
    Object.entries<{ means: Meaning; provenBy?: string }>(EVENTS[kind]).map(
      ([step, { means, provenBy }]) => ({
        component,
        step: step.replace('…', 'all of it'),
        means,
        provenBy,
      }),
    ),
  ),
);
const isOf = (event: Pick<RecordEvent, 'component' | 'step'>, meanings: readonly Meaning[]) =>
  ALL_STEPS.some(
    ({ component, step, means }) =>
      component === event.component && step === event.step && meanings.includes(means),
  );

const onComponent = fc
  .record({
    of: fc.constantFrom(
      ...ALL_STEPS.filter(
        ({ component, step }) => !['notify', 'report'].includes(component) && step !== 'data loss',
      ),
    ),
    namespace: fc.constantFrom(...PLACES),
    status: fc.constantFrom(...STATUSES),
  })
  .map(({ of: { component, step }, namespace, status }) => ({
    component,
    ...(component.includes('/') && { where: { namespace } }),
    step,
    status,
  }));
/** What restores something, more often than its share of the catalogue. */
const restoring = fc
  .record({
    of: fc.constantFrom(...ALL_STEPS.filter(({ means }) => means === 'restores')),
    namespace: fc.constantFrom(...PLACES),
    status: fc.constantFrom<Status>('started', 'done', 'done', 'no-op', 'planned', 'failed'),
  })
  .map(({ of: { component, step }, namespace, status }) => ({
    component,
    where: { namespace },
    step,
    status,
  }));
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
    component: fc.constantFrom(...Object.keys(ACTIONS).filter((name) => name !== 'assess')),
    status: fc.constantFrom<Status>('started', 'done', 'failed', 'no-op'),
  })
  .map((each) => ({ ...each, step: 'action' }));
const assessed = fc.constantFrom('none', 'low', 'critical').map((severity) => ({
  component: 'assess',
  step: 'action',
  status: 'done' as Status,
  evidence: { result: 'judged', outputs: { severity, decision: 'none' } },
}));
const compared = fc.constantFrom('intact', 'drift').map((result) => ({
  component: 'verify-integrity',
  step: 'action',
  status: 'done' as Status,
  evidence: { result, outputs: { tables: 5 } },
}));
const sent = fc
  .record({
    step: fc.constantFrom(...Object.keys(EVENTS.notify)),
    event: fc.constantFrom(...MESSAGES),
    status: fc.constantFrom<Status>('done', 'failed', 'planned'),
  })
  .map(({ step, event, status }) => ({ component: 'notify', step, status, evidence: { event } }));
const records = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: onComponent },
      { weight: 3, arbitrary: restoring },
      { weight: 1, arbitrary: lost },
      { weight: 1, arbitrary: ofAction },
      { weight: 1, arbitrary: assessed },
      { weight: 1, arbitrary: compared },
      { weight: 1, arbitrary: sent },
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((events) => events.map((event, index): RecordEvent => ({ id: '7-1', at: at(index), ...event })));

const keyOf = ({ component, where }: RecordEvent) => `${where?.namespace}/${component}`;
const isRestoring = (event: RecordEvent) => isOf(event, ['restores']);
/** What goes back with something else is counted as no component. */
const isCounted = ({ component }: RecordEvent) => !/^(ConfigMap|resource)\//.test(component);
const lastOf = (events: readonly RecordEvent[], is: (event: RecordEvent) => boolean) =>
  events.reduce((last, event, index) => (is(event) ? index : last), -1);

/** What the events alone say. */
function truthOf(events: readonly RecordEvent[]) {
  const restored = new Set(
    events.filter((event) => isRestoring(event) && event.status === 'done').map(keyOf),
  );
  const touched = new Set(
    events.filter((event) => isRestoring(event) && isCounted(event) && event.status !== 'planned').map(keyOf),
  );
  const lastChange = lastOf(events, (event) => isRestoring(event) && event.status === 'done');
  const later = events.slice(lastChange + 1);
  const lastData = lastOf(
    events,
    (event) => isRestoring(event) && event.status === 'done' && event.component === 'database/shop',
  );
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
  const stepsOf = (key: string) =>
    [
      ...Map.groupBy(
        events.filter((event) => keyOf(event) === key && isRestoring(event)),
        ({ step }) => step,
      ),
    ].map(([, own]) => own.at(-1)?.status);
  const looks = events.filter(({ component, step }) => component === 'assess' && step === 'action');
  return {
    restored,
    touched,
    rows,
    // What an action says that it did is believed where it says nothing of what it did it to.
    wentBack:
      restored.size > 0 ||
      events.some(
        ({ component, step, status }) =>
          step === 'action' &&
          status === 'done' &&
          ['restores', 'encloses'].includes(ACTIONS[component as keyof typeof ACTIONS]),
      ),
    isCompared: events
      .slice(lastData + 1)
      .some(
        ({ component, evidence }) =>
          component === 'verify-integrity' && JSON.stringify(evidence ?? '').includes('intact'),
      ),
    isTested: later.some(
      ({ component, step, status }) => component === 'smoke-test' && step !== 'action' && status === 'done',
    ),
    isChecked: events.some(
      (event) => event.status === 'done' && (event.step === 'action' || isOf(event, ['verifies'])),
    ),
    isSick: later.some(
      (event) =>
        event.component === 'assess' &&
        event === looks.at(-1) &&
        JSON.stringify(event.evidence).includes('critical'),
    ),
    failed: [...touched].filter((key) => stepsOf(key).includes('failed')),
    customers: events.some(
      ({ component, step, status, evidence }) =>
        component === 'notify' &&
        ['email', 'webhook'].includes(step) &&
        status === 'done' &&
        (evidence as { event: string }).event === 'customer',
    ),
  };
}

const WEBHOOK = { url: 'https://hook.example', secret: undefined, source: 'shop', incident: '7' };
const accounting = { objectives: parseObjectives('**=1h'), history: [], checklist: [], brokenLines: [] };

test('no message, page, checklist or line of the history claims what the record does not hold', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (events) => {
      const truth = truthOf(events);
      const story = storyOf(events, '7-1');
      const report = reportOf(story, accounting);
      const messages = MESSAGES.map((event) =>
        compose({ event, story, runUrl: undefined, redact: (text) => text }),
      ).map(({ message }) => message);
      const texts = [
        ...messages.map(({ subject, body }) => `${subject}\n${body.text}`),
        summaryOf(report),
        await pageOf(report),
        incidentReport(report, story),
        `${titleOf(report)}\n${bodyOf(report)}`,
        ...messages.map((message) => JSON.stringify(cloudEvent('id', message, WEBHOOK))),
        JSON.stringify(report.checklist),
        JSON.stringify(runOf(story) ?? {}),
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

      // Something went back, or nothing did, as it is on record.
      const subjects = messages.map(({ subject }) => subject).join('\n');
      const saysBack = /rollback complete|\[ROLLED BACK\]|rolled back, and still/.test(subjects);
      if (saysBack) expect(truth.wentBack).toBe(true);
      if (/nothing to roll back/.test(subjects)) expect(truth.restored.size).toBe(0);
      const customer = messages.find(({ event }) => event === 'customer');
      if (customer?.body.text.includes('went back to the previous version'))
        expect(truth.wentBack).toBe(true);

      // What was lost is told, and nowhere denied.
      const data = report.checklist.find(({ item }) => item === 'Data integrity verified');
      if (truth.rows > 0) {
        expect(report.headline).toMatch(/ lost$/);
        expect(data?.state).not.toBe('done');
        // That one of two databases has lost nothing is said of it by its name.
        const lines = texts
          .flatMap((text) => text.split('\n'))
          .filter((line) => !/database\/shop/.test(line));
        for (const line of lines)
          expect(line).not.toMatch(/No row\.|no row is lost|No data was lost|nothing was lost/i);
      } else expect(report.headline).not.toMatch(/ rows? .*lost$/);

      // What was checked was checked after the last change.
      const completed = messages.find(({ event }) => event === 'completed')?.body.text ?? '';
      if (/Data integrity: (?:✓|what was restored is verified)/.test(completed))
        expect(truth.isCompared).toBe(true);
      if (data?.state === 'done') expect(truth.isCompared).toBe(true);
      if (/Smoke tests: ✓/.test(completed)) expect(truth.isTested).toBe(true);

      // A box is ticked by what is on record.
      const ticked = (item: string) =>
        report.checklist.some((each) => each.item === item && each.state === 'done');
      if (ticked('All services rolled back successfully')) expect(truth.failed).toEqual([]);
      if (ticked('Customer communication sent')) expect(truth.customers).toBe(true);
    }),
    { numRuns: Number(process.env.CLAIMS ?? often(200)), endOnFailure: true },
  );
});
