import { ActionError } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import { quoteName } from '../systems/postgres/quote.ts';
import type { Client, Observed } from './observe.ts';

/**
 * What keeps a database from being replaced, each as a sentence with what to do. Pure; asked before the restore and
 * again before the switch.
 *
 * `stopsTraffic` says that its users are sent away first (workloads scaled to zero, a pooler paused), so that a session
 * that we may not end is no reason to stop yet.
 */
export function blockersOf(observed: Observed, { stopsTraffic }: { stopsTraffic: boolean }): string[] {
  const { role, prepared, slots, subscriptions } = observed;
  const closed = observed.clients.filter(({ endable }) => !endable);
  const stuck = closed.filter(({ worker }) => worker === null);
  const workers = closed.filter(({ worker }) => worker !== null);
  const active = slots.filter((slot) => slot.active);
  const enabled = subscriptions.filter((subscription) => subscription.enabled);
  const blockers: [boolean, string][] = [
    [observed.inRecovery, STANDBY],
    ...missingRights(observed),
    [
      role.closedTablespace !== null,
      `the user "${role.name}" may not create in the tablespace "${role.closedTablespace}", where it lies: GRANT CREATE ON TABLESPACE`,
    ],
    [prepared.length > 0, describePrepared(prepared)],
    [
      active.length > 0,
      `the replication slots ${named(active)} are in use: stop their consumers (change data capture, logical replicas) first`,
    ],
    [
      enabled.length > 0,
      `the subscriptions ${named(enabled)} are enabled: ALTER SUBSCRIPTION … DISABLE first`,
    ],
    [
      stuck.length > 0 && !stopsTraffic,
      `sessions that "${role.name}" may not end are connected (${stuck.map(describeClient).join('; ')}): close them, or use a member of pg_signal_backend (for a superuser's session, a superuser)`,
    ],
    [
      workers.length > 0,
      `background workers that "${role.name}" may not end are connected (${workers.map(describeClient).join('; ')}): with a superuser in \`database-url\` they are ended at the switch, and PostgreSQL starts them again; \`strategy: in-place\` leaves them alone`,
    ],
  ];
  return blockers.filter(([applies]) => applies).map(([, sentence]) => sentence);
}

/** What the user lacks for a second database beside the live one, each with whether that is so. Pure. */
export const missingRights = ({ live, role }: Pick<Observed, 'live' | 'role'>): [boolean, string][] => [
  [
    !role.owner,
    `the user "${role.name}" does not own the database "${live.name}" ("${live.owner}" does): use the owner, or a member of it`,
  ],
  [!role.createdb, `the user "${role.name}" may not create databases: ALTER ROLE … CREATEDB`],
];

/** @throws ActionError naming all that keeps the database from being replaced */
export function requireReplaceable(observed: Observed, options: { stopsTraffic: boolean }): void {
  const blockers = blockersOf(observed, options);
  if (blockers.length > 0) {
    throw new ActionError(
      `The database "${observed.live.name}" cannot be replaced now, and nothing was changed: ${blockers.join('; and ')}.`,
    );
  }
}

/**
 * A restore in place would wait for a prepared transaction's locks, and every other session behind it; and it drops what is
 * there, which only its owners may.
 *
 * @param foreign its objects that belong to other roles
 * @throws ActionError naming them
 */
export function requireReplaceableInPlace(
  { live, role, prepared, inRecovery }: Observed,
  foreign: readonly string[],
): void {
  const reasons = [
    ...(inRecovery ? [STANDBY] : []),
    ...(foreign.length > 0
      ? [`the user "${role.name}" does not own ${namesOf(foreign, 3)}: use their owner, or a member of it`]
      : []),
    ...(prepared.length > 0 ? [describePrepared(prepared)] : []),
  ];
  if (reasons.length === 0) return;
  throw new ActionError(
    `The contents of "${live.name}" cannot be replaced now, and nothing was changed: ${reasons.join('; and ')}.`,
  );
}

const STANDBY =
  'the server is a standby (it is in recovery), where nothing can be changed: name the primary in `database-url`';

const describePrepared = (prepared: readonly string[]) =>
  `prepared transactions hold it (${prepared.join(', ')}): COMMIT PREPARED or ROLLBACK PREPARED each`;

/** What does not keep it from being replaced, but has to be said. */
export function warningsOf(observed: Observed): string[] {
  const { slots, live, subscriptions, strangers, clients } = observed;
  const warnings = strangers.map(
    ({ name, owner }) =>
      `The database "${name}" of "${owner}" carries a note of a rollback of "${live.name}" that no rollback can have written; it is left alone.`,
  );
  const idle = slots.filter(({ active }) => !active);
  if (idle.length > 0)
    warnings.push(
      `The replication slots ${named(idle)} stay with the replaced database, where no one can read them: after the switch, change data capture of "${live.name}" needs a new slot and a new snapshot. Drop them then (pg_drop_replication_slot), or the server keeps all its WAL for them until its disk is full.`,
    );
  if (subscriptions.length > 0)
    warnings.push(
      `The subscriptions ${named(subscriptions)} stay with the replaced database: create them anew after the switch.`,
    );
  const workers = clients.filter(({ worker, endable }) => worker !== null && endable);
  if (workers.length > 0)
    warnings.push(
      `Background workers are connected to "${live.name}" (${workers.map(describeClient).join('; ')}): they are ended at the switch, and PostgreSQL starts them again.`,
    );
  return [...warnings, ...closedTo(observed)];
}

/**
 * What somebody has set to keep users out during the outage, or a provider whose disk is full: it goes to the restored database
 * with all other settings, and users would go on failing after a rollback that is done (jhu-bids/TermHub#404).
 */
function closedTo({ live, readOnlyFor }: Observed): string[] {
  const name = quoteName(live.name);
  return [
    ...readOnlyFor.map((role) => {
      const setting = role === null ? `DATABASE ${name}` : `ROLE ${quoteName(role)} IN DATABASE ${name}`;
      return `"${live.name}" is set to be read only${role === null ? '' : ` for "${role}"`} (default_transaction_read_only), and stays so after the rollback: ALTER ${setting} RESET default_transaction_read_only, once users may write again.`;
    }),
    ...(live.connectionLimit === 0
      ? [
          `"${live.name}" lets in superusers alone (CONNECTION LIMIT 0), and stays so after the rollback: ALTER DATABASE ${name} CONNECTION LIMIT -1, once users may connect again.`,
        ]
      : []),
  ];
}

const named = (items: readonly { name: string }[]) => items.map(({ name }) => name).join(', ');

export const describeClient = ({ pid, user, application, address, worker }: Client): string =>
  worker !== null
    ? `${worker}, pid ${pid}`
    : `${user ?? 'unknown'}${application ? ` "${application}"` : ''}${address ? ` from ${address}` : ''}, pid ${pid}`;
