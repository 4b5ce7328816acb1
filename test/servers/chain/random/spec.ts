/** What a random environment is: plain data, so that fast-check can show and shrink it. */
import fc from 'fast-check';

/** How a release of a workload goes: it serves, or its pods never become ready. */
export type Release = 'serves' | 'crash-loop' | 'bad-image';

export interface ServiceSpec {
  readonly kind: 'deployment' | 'statefulset' | 'daemonset';
  /** Which of the components it belongs to; that of `stranger` belongs to none. */
  readonly component: 'first' | 'second' | 'stranger';
  readonly replicas: number;
  /** Oldest first; the last one is the bad release. */
  readonly releases: readonly Release[];
  /** Whether each release was marked good when it served. */
  readonly marks: readonly boolean[];
  /** Somebody has gone back one release already. */
  readonly isUndone: boolean;
  /** Each release has contents of its own in the ConfigMap that the template refers to. */
  readonly hasConfig: boolean;
  readonly owner: 'nobody' | 'argo-cd' | 'helm' | 'operator';
}

export interface DatabaseSpec {
  readonly strategy: 'swap' | 'in-place' | 'repair';
  /** Services that are stopped while it is switched, by their number. */
  readonly quiesce: readonly number[];
}

export interface DnsSpec {
  readonly state: 'moved' | 'already back' | 'missing' | 'of external-dns';
}

/** What goes wrong, and after how many events of the record. */
export type Strike =
  | {
      readonly what: 'kubernetes answers';
      readonly status: number;
      readonly times: number;
      readonly writes: boolean;
    }
  | { readonly what: 'kubernetes is cut' | 'redis is cut' | 'postgres is cut'; readonly at: number }
  | { readonly what: 'redis is gone' | 'postgres is gone' | 'kubernetes is gone'; readonly at: number }
  | { readonly what: 'pods are refused'; readonly at: number }
  | { readonly what: 'cloudflare fails'; readonly statuses: readonly number[] }
  | { readonly what: 'cloudflare loses answers'; readonly times: number }
  | { readonly what: 'sink fails'; readonly times: number; readonly hangs: boolean }
  | { readonly what: 'somebody deploys'; readonly service: number; readonly at: number }
  | { readonly what: 'somebody takes the lock'; readonly at: number };

export interface Spec {
  readonly services: readonly ServiceSpec[];
  readonly databases: readonly DatabaseSpec[];
  readonly caches: number;
  readonly dns: readonly DnsSpec[];
  /** Components wait for others that were not there by themselves: pairs of numbers among all components. */
  readonly after: readonly (readonly [number, number])[];
  readonly sections: {
    readonly notify: boolean;
    readonly integrity: boolean;
    readonly signals: 'bad' | 'well' | 'unclear' | 'none';
  };
  readonly inputs: {
    readonly decide: 'caller' | 'assess';
    readonly dry: boolean;
    readonly to: 'last-good' | 'previous';
    readonly onFailure: 'stop' | 'continue' | 'restore';
    readonly gitops: 'refuse' | 'ignore';
    /** Components that are left out, by their number. */
    readonly without: readonly number[];
  };
  readonly strikes: readonly Strike[];
  readonly end:
    | { readonly how: 'by itself' }
    | { readonly how: 'killed, post runs' | 'runner lost' | 'cancelled'; readonly at: number };
}

const often = <T>(usual: T, weight: number, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const release: fc.Arbitrary<Release> = often<Release>('serves', 5, 'crash-loop', 'bad-image');

const service: fc.Arbitrary<ServiceSpec> = fc.record({
  kind: often<ServiceSpec['kind']>('deployment', 4, 'statefulset', 'daemonset'),
  component: fc.constantFrom('first', 'first', 'second', 'stranger'),
  replicas: fc.constantFrom(1, 2, 2, 3, 0),
  releases: often(2, 12, 1).chain((least) =>
    fc.array(release, { minLength: least, maxLength: least + 2, size: 'max' }),
  ),
  marks: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  isUndone: often(false, 5, true),
  hasConfig: often(false, 2, true),
  owner: often<ServiceSpec['owner']>('nobody', 12, 'argo-cd', 'helm', 'operator'),
});

const at = fc.integer({ min: 1, max: 60 });
const strike: fc.Arbitrary<Strike> = fc.oneof(
  fc.record({
    what: fc.constant('kubernetes answers' as const),
    status: fc.constantFrom(429, 500, 503),
    times: fc.integer({ min: 1, max: 6 }),
    writes: fc.boolean(),
  }),
  fc.record({
    what: fc.constantFrom('kubernetes is cut' as const, 'redis is cut' as const, 'postgres is cut' as const),
    at,
  }),
  fc.record({
    what: fc.constantFrom(
      'kubernetes is gone' as const,
      'redis is gone' as const,
      'postgres is gone' as const,
    ),
    at,
  }),
  fc.record({ what: fc.constant('pods are refused' as const), at }),
  fc.record({
    what: fc.constant('cloudflare fails' as const),
    statuses: fc.array(fc.constantFrom(429, 500, 502), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ what: fc.constant('cloudflare loses answers' as const), times: fc.constantFrom(1, 2) }),
  fc.record({
    what: fc.constant('sink fails' as const),
    times: fc.integer({ min: 1, max: 9 }),
    hangs: fc.boolean(),
  }),
  fc.record({ what: fc.constant('somebody deploys' as const), service: fc.nat(5), at }),
  fc.record({ what: fc.constant('somebody takes the lock' as const), at }),
);

const end: fc.Arbitrary<Spec['end']> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ how: 'by itself' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      how: fc.constantFrom('killed, post runs' as const, 'runner lost' as const, 'cancelled' as const),
      at,
    }),
  },
);

/** @param databases of ten environments, how many have databases, whose restores take the most time */
export const specs = (databases = 1): fc.Arbitrary<Spec> =>
  fc.record({
    services: fc.array(service, { minLength: 0, maxLength: 5, size: 'max' }),
    databases: fc.oneof(
      { weight: 10 - databases, arbitrary: fc.constant([]) },
      {
        weight: databases,
        arbitrary: fc.array(
          fc.record({
            strategy: often<DatabaseSpec['strategy']>('swap', 3, 'in-place', 'repair'),
            quiesce: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      },
    ),
    caches: fc.constantFrom(0, 1, 1, 2),
    dns: fc.array(
      fc.record({ state: often<DnsSpec['state']>('moved', 8, 'already back', 'missing', 'of external-dns') }),
      { maxLength: 2 },
    ),
    after: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 2 }),
    sections: fc.record({
      notify: fc.boolean(),
      integrity: fc.boolean(),
      signals: often<Spec['sections']['signals']>('none', 2, 'bad', 'well', 'unclear'),
    }),
    inputs: fc.record({
      decide: often<'caller' | 'assess'>('caller', 5, 'assess'),
      dry: often(false, 12, true),
      to: often<'last-good' | 'previous'>('last-good', 4, 'previous'),
      onFailure: fc.constantFrom('stop', 'continue', 'restore'),
      gitops: fc.constantFrom('refuse', 'ignore'),
      without: fc.array(fc.nat(6), { maxLength: 1 }),
    }),
    strikes: fc.array(strike, { maxLength: 2 }),
    end,
  });
