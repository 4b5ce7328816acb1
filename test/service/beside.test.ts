import { describe, expect, test } from '@jest/globals';
import { describeBeside, type Others, withoutRollout } from '../../src/service/beside.ts';
import { planStep, type Step } from '../../src/service/plan.ts';
import type { PodTemplate, Workload } from '../../src/systems/kubernetes/objects.ts';
import { history, meta, replicaSet, template, workload } from './fixtures.ts';

const none: Others = {
  cronjob: [],
  job: [],
  horizontalpodautoscaler: [],
  service: [],
  rollout: [],
  cloneset: [],
};
const other = (name: string, spec: object, more: Parameters<typeof meta>[1] = {}) =>
  ({ apiVersion: 'v1', kind: 'Other', metadata: meta(name, more), spec }) as never;

/** A step of `to: previous`, from web:2 to web:1. */
function stepOf(owner: Workload, older = replicaSet(1, 'web:1'), newer = replicaSet(2, 'web:2')): Step {
  const wanted = {
    to: { type: 'previous' },
    rollback: { id: '50-1', run: '50', wanted: 'previous' },
    gitops: 'refuse',
  } as const;
  return planStep({ workload: owner, history: history(owner, newer, older), named: true }, wanted);
}
const owner = workload();
const step = stepOf(owner);

test('what else a release holds is listed with what it points at, and a list ends', () => {
  const job = template('job:2');
  const others: Others = {
    ...none,
    cronjob: [other('report', { schedule: '0 3 * * *', jobTemplate: { spec: { template: job } } })],
    job: [
      other('migrate', { template: job }),
      other(
        'report-1',
        { template: job },
        {
          ownerReferences: [
            { apiVersion: 'batch/v1', kind: 'CronJob', name: 'report', uid: 'u', controller: true },
          ],
        },
      ),
    ],
    horizontalpodautoscaler: [
      other('web', { scaleTargetRef: { kind: 'Deployment', name: 'web' }, minReplicas: 2, maxReplicas: 9 }),
      other('api', { scaleTargetRef: { kind: 'Deployment', name: 'api' }, maxReplicas: 9 }),
    ],
    service: Array.from({ length: 10 }, (_, at) => other(`web-${at}`, { selector: { app: 'web' } })),
    cloneset: [other('queue', { template: job })],
  };
  const { lines, warnings } = describeBeside(others, [step], [owner], true);
  expect(lines).toEqual([
    'cronjob/report (0 3 * * *, job:2)',
    'job/migrate (job:2)',
    'horizontalpodautoscaler/web (deployment/web, 2 to 9)',
    expect.stringMatching(/^service\/web-0 \(app=web\), .*service\/web-7 \(app=web\) and 2 more$/),
    'cloneset/queue (job:2)',
  ]);
  expect(warnings).toEqual([expect.stringMatching(/^cloneset\/queue is left as it is; /)]);
});

test('where some workloads are named, only what is of their release is theirs', () => {
  const labels = { 'app.kubernetes.io/instance': 'shop' };
  const named = workload('Deployment', { metadata: { labels } });
  const cronjob = ['a', 'b'].map((name) =>
    other(name, { schedule: '@daily' }, name === 'a' ? { labels } : {}),
  );
  expect(describeBeside({ ...none, cronjob }, [stepOf(named)], [named], false).lines).toEqual([
    'cronjob/a (@daily)',
  ]);
});

describe('a Service', () => {
  const green = workload('Deployment', {
    metadata: { name: 'web-green', uid: 'uid-green' },
    template: template('web:2', { color: 'green' }),
  });
  const blue = workload('Deployment', {
    metadata: { name: 'web-blue', uid: 'uid-blue' },
    template: template('web:1', { color: 'blue' }),
  });
  const service = (selector: object | undefined, more = {}) => ({
    ...none,
    service: [other('web', { selector }, more)],
  });
  const warningsFor = (others: Others, steps: Step[], workloads: Workload[]) =>
    describeBeside(others, steps, workloads, true).warnings;

  test('that selects what the older pods do not have is a warning', () => {
    const newer = workload('Deployment', { template: template('web:2', { version: '2' }) });
    expect(warningsFor(service({ app: 'web', version: '2' }), [stepOf(newer)], [newer])).toEqual([
      'service/web selects app=web,version=2, which the older pods of deployment/web do not have: it sends them nothing until its selector is what it was',
    ]);
  });

  test('that may have been switched from blue to green is a warning, with the time of its last change', () => {
    const fields = { 'f:spec': { 'f:selector': {} } };
    const time = '2026-11-01T12:00:00Z';
    const switched = service(
      { app: 'web', color: 'green' },
      { managedFields: [{ manager: 'kubectl-patch', operation: 'Update', time, fieldsV1: fields }] },
    );
    const colored = (number: number) => {
      const made = replicaSet(number, `web:${number}`);
      const { template } = made.spec;
      template.metadata = { ...template.metadata, labels: { ...template.metadata?.labels, color: 'green' } };
      return made;
    };
    expect(warningsFor(switched, [stepOf(green, colored(1), colored(2))], [green, blue])).toEqual([
      'service/web sends to deployment/web-green (app=web,color=green), was last changed at 2026-11-01T12:00:00Z and is left as it is; if the deploy switched it there from deployment/web-blue, set its selector back',
    ]);
  });

  describe('that sends to a port', () => {
    const withPorts = (
      made: PodTemplate,
      ...ports: { name?: string; containerPort: number }[]
    ): PodTemplate => ({
      ...made,
      spec: { containers: made.spec.containers.map((container) => ({ ...container, ports })) },
    });
    const told = (targetPort: number | string | undefined, then: object[], now: object[]) => {
      const [older, newer] = [then, now].map((ports, at) => {
        const made = replicaSet(at + 1, `web:${at + 1}`);
        made.spec.template = withPorts(made.spec.template, ...(ports as never[]));
        return made;
      });
      const running = workload('Deployment', { template: withPorts(template('web:2'), ...(now as never[])) });
      const web = other('web', { selector: { app: 'web' }, ports: [{ port: 80, targetPort }] });
      return warningsFor({ ...none, service: [web] }, [stepOf(running, older, newer)], [running]);
    };

    test('that the release has changed together with the pods is a warning, as in aws/copilot-cli#4838 and rancher/rancher#27931', () => {
      expect(told(9090, [{ containerPort: 8080 }], [{ containerPort: 9090 }])).toEqual([
        'service/web sends to port 9090, which the older pods of deployment/web do not have: set its `targetPort` back (they have 8080)',
      ]);
      expect(told('api', [], [{ name: 'api', containerPort: 8080 }])).toEqual([
        'service/web sends to port api, which the older pods of deployment/web do not have: set its `targetPort` back',
      ]);
      expect(told(undefined, [{ containerPort: 8080 }], [{ containerPort: 80 }])).toHaveLength(1);
    });

    test.each<[string, number | string, object[], object[]]>([
      [
        'that both have',
        'http',
        [{ name: 'http', containerPort: 8080 }],
        [{ name: 'http', containerPort: 9090 }],
      ],
      ['that neither names', 8080, [{ containerPort: 9090 }], [{ containerPort: 9090 }]],
      ['whose older pods name none, and may have it all the same', 8080, [], [{ containerPort: 8080 }]],
    ])('%s is none', (_, targetPort, then, now) => {
      expect(told(targetPort, then, now)).toEqual([]);
    });
  });

  test.each<[string, object | undefined]>([
    ['that sends to all of them', { app: 'web' }],
    ['without a selector', undefined],
    ['of another app', { app: 'api', color: 'green' }],
  ])('%s is none', (_, selector) => {
    expect(warningsFor(service(selector), [step], [owner, blue])).toEqual([]);
  });
});

test('a Deployment that is but the template of a Rollout is refused; a Rollout beside it is named with what to do', () => {
  const api = other('api', { template: template('api:2') });
  const rollout = [other('web', { workloadRef: { kind: 'Deployment', name: 'web' } }), api];
  expect(withoutRollout(step, { ...none, rollout })).toMatchObject({
    action: 'refuse',
    reason: expect.stringMatching(
      /^rollout\/web has its template from it \(workloadRef\) .*: name rollout\/web instead, and both go back$/,
    ),
  });
  expect(withoutRollout(step, { ...none, rollout: [api] })).toBe(step);
  expect(describeBeside({ ...none, rollout: [api] }, [step], [owner], true)).toEqual({
    lines: ['rollout/api (api:2)'],
    warnings: ['rollout/api is left as it is; name it in `workloads` to roll it back as well'],
  });
  // Where it is right already, it is not left.
  const there = { ...step, kind: 'Rollout', name: 'api', action: 'no-op' } as Step;
  expect(describeBeside({ ...none, rollout: [api] }, [step, there], [owner], true)).toEqual({
    lines: [],
    warnings: [],
  });
});

test('a Rollout that is not meant, and whose template is elsewhere, is no reason to fail', () => {
  const { template: _, ...own } = workload('Rollout').spec;
  const spec = { ...own, workloadRef: { kind: 'PodTemplate', name: 'web' } };
  const without = { ...workload('Rollout'), spec } as Workload;
  const service = other('web', { selector: { app: 'web' } });
  expect(describeBeside({ ...none, service: [service] }, [step], [owner, without], true).warnings).toEqual(
    [],
  );
});

test('where nothing goes back, nothing is said to stay', () => {
  const same = { ...step, action: 'no-op' as const };
  expect(
    describeBeside({ ...none, cronjob: [other('a', { schedule: '@daily' })] }, [same], [owner], true),
  ).toEqual({
    lines: [],
    warnings: [],
  });
});
