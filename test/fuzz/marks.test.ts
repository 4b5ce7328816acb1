/** What anybody may have written on workloads and revisions: it is a mark of ours, or it is passed over. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { claimed, claimedInstant, claimedText, readClaim } from '../../src/base/claims.ts';
import { brokenHeldNote, HELD, heldNote, isHeld } from '../../src/domain/workloads/held.ts';
import { decodeRelease } from '../../src/owners/helm.ts';
import { objectsOf } from '../../src/owners/helm-manifest.ts';
import { planRelease } from '../../src/owners/helm-plan.ts';
import { PAUSED, pauseNote, pauseNotes } from '../../src/owners/notes.ts';
import {
  brokenMarks,
  goodMark,
  lastRollback,
  leftConfigMark,
  pendingRestart,
  rolledBackMark,
} from '../../src/service/marks.ts';
import { chooseTarget } from '../../src/service/target.ts';
import { parseTo } from '../../src/service/to.ts';
import { rollbackHistory, warningsOf } from '../../src/service/vitals.ts';
import { isName, objectPath } from '../../src/systems/kubernetes/names.ts';
import { history, replicaSet, rollback, workload } from '../service/fixtures.ts';
import { holds, near, nearJson, refusedOrDone } from './fuzz.ts';

const at = '2026-11-01T00:00:00Z';
const config = { 'ConfigMap/app': 'app-0123456789abcdef', 'Secret/db': 'db-0123456789abcdef' };
const MARK = {
  revision: 'uid-web-1',
  id: '42-1',
  run: '42',
  at,
  reason: 'errors',
  images: { web: 'web@sha256:0' },
  config,
};
const LAST = { id: '42-1', run: '42', at, wanted: 'last-good', to: 'uid-web-1', revision: 1 };

/** A mark of which one part, a name above all, is another one. */
const nameOf = fc.oneof(
  fc.constantFrom('.', '..', '', '../secrets', 'a/b', 'a%2f..', 'A', '\n', '__proto__', 'x'.repeat(254)),
  fc.string(),
);
const forged = fc
  .tuple(nameOf, nameOf, fc.constantFrom('Secret/', 'ConfigMap/', 'secret/', 'Namespace/', ''))
  .map(([ref, copy, kind]) => ({ ...MARK, config: { [kind + ref]: copy } }));
const text = fc.oneof(
  nearJson(MARK).map((value) => JSON.stringify(value)),
  forged.map((value) => JSON.stringify(value)),
  near([JSON.stringify(MARK), JSON.stringify(LAST)]),
);

test('X8, X15: a mark is read whole or not at all, and names nothing but objects', () => {
  holds(text, (annotation) => {
    const object = replicaSet(1, 'web:1', {
      annotations: {
        'rollback-actions/good': annotation,
        'rollback-actions/rolled-back': annotation,
        'rollback-actions/left-config': annotation,
        'rollback-actions/pending-restart': annotation,
      },
    });
    for (const mark of [goodMark(object), leftConfigMark(object)])
      for (const [ref, copy] of Object.entries(mark?.config ?? {})) {
        expect(ref).toMatch(/^(ConfigMap|Secret)\/[a-z0-9.-]+$/);
        expect(objectPath('/api/v1', 'shop', 'secrets', copy)).toBe(
          `/api/v1/namespaces/shop/secrets/${copy}`,
        );
        expect(new URL(`https://x/${copy}`).pathname).toBe(`/${copy}`);
      }
    rolledBackMark(object);
    pendingRestart(object);
    for (const sentence of brokenMarks(object)) expect(sentence).not.toMatch(/[\p{Cc}]/u);
  });
});

test('X15: whatever is written on them, a target is chosen or there is none', () => {
  holds(fc.tuple(text, text, nearJson(LAST)), ([good, left, last]) => {
    const owner = workload('Deployment', {
      metadata: { annotations: { 'rollback-actions/last-rollback': JSON.stringify(last) ?? '' } },
    });
    const marks = (annotation: string) => ({
      'rollback-actions/good': annotation,
      'rollback-actions/rolled-back': left,
    });
    const revisions = history(
      owner,
      replicaSet(2, 'web:2', { annotations: marks(left) }),
      replicaSet(1, 'web:1', { annotations: marks(good) }),
    );
    lastRollback(owner);
    chooseTarget(parseTo('last-good'), owner, revisions, rollback);
    const memory = rollbackHistory({ workload: owner, history: revisions });
    expect(Number.isFinite(memory.since)).toBe(true);
    if (memory.last) expect(Number.isFinite(memory.last.at)).toBe(true);
    warningsOf([memory]);
  });
});

test('X18: a note about replicas is one, or it is said', () => {
  const note = { replicas: 3, id: '42-1', at };
  holds(
    fc.oneof(
      nearJson(note).map((value) => JSON.stringify(value) ?? ''),
      near([JSON.stringify(note)]),
    ),
    (value) => {
      const held = workload('Deployment', {
        metadata: { annotations: { [HELD]: value } },
        spec: { replicas: 0 },
      });
      expect(isHeld(held)).toBe(heldNote(held) !== undefined);
      if (heldNote(held)) expect(Number.isSafeInteger(heldNote(held)?.replicas)).toBe(true);
      else expect(brokenHeldNote(held) !== undefined).toBe(value !== '');
    },
  );
});

test('an instant of a claim can be told, whatever it is', () => {
  holds(fc.oneof(near([at]), fc.constantFrom('+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z')), (value) => {
    const instant = claimed(readClaim(JSON.stringify(value), claimedInstant()));
    if (instant !== undefined) expect(new Date(instant).toISOString()).toMatch(/^2[01]\d\d-/);
    const word = claimed(readClaim(JSON.stringify(value), claimedText()));
    if (word !== undefined) expect(word).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });
});

test('a name is one, or nothing is asked for', () => {
  holds(fc.oneof(nameOf, near(['app-0123456789abcdef'])), (name) => {
    const path = refusedOrDone(() => objectPath('/api/v1', 'shop', 'secrets', name));
    if (path !== undefined)
      expect(new URL(`https://x${path}`).pathname.split('/')).toEqual([
        '',
        'api',
        'v1',
        'namespaces',
        'shop',
        'secrets',
        name,
      ]);
    expect(path !== undefined).toBe(isName(name));
  });
});

test('the note of a pause is read whole or not at all', () => {
  const note = { id: '42-1', at, automated: { prune: true, selfHeal: false }, isKept: true };
  const written = fc.oneof(nearJson(note), nearJson({ shop: note })).map((value) => JSON.stringify(value));
  holds(written, (annotation) => {
    const object = workload('Deployment', { metadata: { annotations: { [PAUSED]: annotation } } });
    const own = pauseNote(object);
    for (const each of [...(own ? [own] : []), ...Object.values(pauseNotes(object))]) {
      expect(new Date(each.at).getTime()).not.toBeNaN();
      for (const value of Object.values(each.automated ?? {})) expect(typeof value).toBe('boolean');
    }
  });
});

test('a release of Helm is read whole or not at all, and names objects in one line', () => {
  const release = {
    version: 3,
    info: { status: 'deployed', last_deployed: at },
    chart: { metadata: { name: 'shop', version: '1.0.0' } },
    manifest: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n',
    hooks: [{ name: 'migrate', kind: 'Job', manifest: '', events: ['pre-rollback'] }],
  };
  holds(fc.tuple(nearJson(release), near([release.manifest])), ([changed, manifest]) => {
    const json = Buffer.from(JSON.stringify({ ...(changed as object), manifest }) ?? '').toString('base64');
    const read = decodeRelease(Buffer.from(json).toString('base64'));
    const objects = refusedOrDone(() => objectsOf(manifest, 'shop'));
    const told = [read?.status, read?.chart, read?.deployedAt, ...(objects?.keys() ?? [])];
    for (const text of told) expect(text ?? '').toMatch(/^[\w.:+/?-]*$/);
    if (read) planRelease([read], 'shop', [], []);
  });
});
