/** What is said of new pods that do not become ready. */
import { expect, test } from '@jest/globals';
import { PodTroubles } from '../../src/service/ahead.ts';
import type { KubeClient } from '../../src/systems/kubernetes/client.ts';
import type { KubeEvent } from '../../src/systems/kubernetes/objects.ts';
import { fresh } from './fixtures.ts';

const warning = (reason: string, message: string) => ({ type: 'Warning', reason, message }) as KubeEvent;
const probe = warning('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503');
const dns = warning(
  'DNSConfigForming',
  'Nameserver limits were exceeded, some nameservers have been omitted',
);
const secret = warning('FailedToRetrieveImagePullSecret', 'Unable to retrieve some image pull secrets (old)');

/** What is said of an unready pod with these warnings, the oldest first. */
const told = (...warnings: KubeEvent[]) =>
  new PodTroubles({ now: new Date() } as KubeClient, () => warnings).describe([
    fresh('web-1', { ready: false }),
  ]);

test('kubernetes/kubernetes#126585: the probe that fails is said, though the kubelet repeats what it warns of at each sync', () => {
  for (const newer of [[], [dns], [secret, dns]])
    expect(told(probe, ...newer)).toContain(
      'is not ready: Readiness probe failed: HTTP probe failed with statuscode: 503',
    );
});

test('where there is nothing else, that is said', () => {
  expect(told(dns)).toContain('is not ready: Nameserver limits were exceeded');
});
