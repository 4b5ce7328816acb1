import { expect, test } from '@jest/globals';
import { lossOf } from '../../src/owners/helm-live.ts';
import type { ManifestObject } from '../../src/owners/helm-manifest.ts';

type Content = { readonly spec?: object; readonly data?: object; readonly stringData?: object };
const object = (kind: string, content: Content): ManifestObject => ({
  ...{ apiVersion: 'v1', kind, namespace: 'shop', name: 'web', isKept: false, template: undefined, content },
});
/** What is lost of an object that the newest revision, the one it goes back to, and the cluster have so. */
const loss = (kind: string, now: Content | undefined, then: Content | undefined, there?: Content) =>
  lossOf({ newest: now && object(kind, now), older: then && object(kind, then) }, there as never);

const spec = (fields: object): Content => ({ spec: fields });
const none = spec({});
test.each<[string, string, Content, Content, Content, string | undefined]>([
  [
    'scaled by hand',
    'Deployment',
    spec({ replicas: 2 }),
    spec({ replicas: 2 }),
    spec({ replicas: 4 }),
    '`replicas` of Deployment/web from 4 to 2',
  ],
  [
    'held at zero',
    'StatefulSet',
    spec({ replicas: 2 }),
    spec({ replicas: 3 }),
    spec({ replicas: 0 }),
    '`replicas` of StatefulSet/web from 0 to 3',
  ],
  [
    'scaled by the release',
    'Deployment',
    spec({ replicas: 5 }),
    spec({ replicas: 2 }),
    spec({ replicas: 5 }),
    undefined,
  ],
  [
    'scaled to what it goes back to',
    'Deployment',
    spec({ replicas: 5 }),
    spec({ replicas: 2 }),
    spec({ replicas: 2 }),
    undefined,
  ],
  ['left to an autoscaler by both', 'Deployment', none, none, spec({ replicas: 9 }), undefined],
  [
    'left to an autoscaler by the older one, which makes it one replica (helm#12650)',
    'Deployment',
    spec({ replicas: 9 }),
    none,
    spec({ replicas: 9 }),
    '`replicas` of Deployment/web from 9 to its default',
  ],
  [
    'given more room by hand',
    'HorizontalPodAutoscaler',
    spec({ maxReplicas: 5 }),
    spec({ maxReplicas: 5 }),
    spec({ maxReplicas: 20 }),
    '`maxReplicas` of HorizontalPodAutoscaler/web from 20 to 5',
  ],
])('what is %s', (_, kind, now, then, there, expected) => {
  expect(loss(kind, now, then, there)).toBe(expected && `helm would change ${expected}`);
});

const coded = (text: string) => Buffer.from(text).toString('base64');
const password = (value: string, more: object = {}): Content => ({
  data: { password: coded(value), ...more },
});
const said = { stringData: { password: 'one' } };
test.each<[string, Content | undefined, Content | undefined, Content, string | undefined]>([
  ['as both revisions have it', said, said, password('one'), undefined],
  ['as its newest revision has it', password('two'), password('one'), password('two'), undefined],
  ['as it will be', password('two'), password('one'), password('one'), undefined],
  ['rotated since', said, said, password('two'), 'overwrite'],
  ['rotated since, and in no manifest before', undefined, said, password('two'), 'overwrite'],
  ['with a key that Helm does not know', said, said, password('one', { ca: coded('x') }), undefined],
  ['new, and as it came', said, undefined, password('one'), undefined],
  ['new, and with more in it since', said, undefined, password('one', { ca: coded('x') }), 'delete'],
])('a Secret that is %s', (_, now, then, there, verb) => {
  expect(loss('Secret', now, then, there)).toBe(
    verb && `helm would ${verb} Secret/web, which was changed since the release`,
  );
});

test('a Job that is gone since runs once more; what is not there otherwise is made again', () => {
  expect(loss('Job', none, none)).toBe('helm would run Job/web once more, which is gone since');
  expect(loss('Job', none, none, none)).toBeUndefined();
  expect(loss('Secret', said, said)).toBeUndefined();
  expect(loss('Deployment', none, none)).toBeUndefined();
});
