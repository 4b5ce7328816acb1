/**
 * What the containers of the tests are, in one place: kwok plays a pod by its image's name, a real cluster runs what
 * it pulls. `npm run test:e2e` says by E2E_PROFILE which of the two it is.
 */
export const profile: 'kwok' | 'real' = process.env.E2E_PROFILE === 'kwok' ? 'kwok' : 'real';

/** A container as far as a test decides it. */
export interface Behaviour {
  readonly image: string;
  readonly [field: string]: unknown;
}

const agnhost = 'registry.k8s.io/e2e-test-images/agnhost:2.53';
const tags = { kwok: ['1.0', '2.0', '3.0', '4.0'], real: ['3.7', '3.8', '3.9', '3.10'] }[profile];

/** The image tag of the nth version of the test's application, from 1. */
export const tag = (version: number): string => tags[version - 1] as string;

/** The nth version of an application that starts and becomes ready. */
export const version = (number: number): Behaviour => ({ image: `${repository()}:${tag(number)}` });

/** Where the images of `version` come from. */
export const repository = (): string => (profile === 'kwok' ? 'registry.test/app' : 'registry.k8s.io/pause');

/** An image that no registry has. */
export const badImage: Behaviour = {
  image: profile === 'kwok' ? 'registry.test/app:bad-image' : 'registry.k8s.io/pause:does-not-exist',
};

/** What a crashing container writes before it ends. */
export const lastWords = 'boom: cannot reach database';

export const crashLoop: Behaviour =
  profile === 'kwok'
    ? { image: 'registry.test/app:crash-loop' }
    : { image: agnhost, command: ['sh', '-c', `echo ${lastWords}; exit 1`] };

/** Needs a ConfigMap that does not exist. */
export const badConfig: Behaviour =
  profile === 'kwok'
    ? { image: 'registry.test/app:bad-config' }
    : {
        ...version(1),
        env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'missing', key: 'a' } } }],
      };

/** Names a command that its image does not have. */
export const runError: Behaviour =
  profile === 'kwok' ? { image: 'registry.test/app:run-error' } : { ...version(1), command: ['/missing'] };

/** Runs and never becomes ready. */
export const notReady: Behaviour =
  profile === 'kwok'
    ? { image: 'registry.test/app:not-ready' }
    : { image: agnhost, args: ['pause'], readinessProbe: { exec: { command: ['false'] } } };

/** Becomes ready some seconds after it has started. */
export const slowStart: Behaviour =
  profile === 'kwok'
    ? { image: 'registry.test/app:slow-start' }
    : {
        image: agnhost,
        args: ['pause'],
        readinessProbe: { exec: { command: ['true'] }, initialDelaySeconds: 6 },
      };

/** Has a shell and the usual commands, to run health checks in. */
export const withShell: Behaviour =
  profile === 'kwok' ? { image: 'registry.test/shell:1.0' } : { image: agnhost, args: ['pause'] };

/** Serves HTTP: `/healthz` with 200 on port 8080. On kwok, the test itself serves for all pods. */
export const serving: Behaviour =
  profile === 'kwok'
    ? { image: 'registry.test/serving:1.0' }
    : { image: agnhost, args: ['netexec', '--http-port=8080'] };
