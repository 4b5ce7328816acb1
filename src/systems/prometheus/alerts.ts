import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';

/** An alert that fires, is not silenced and not inhibited. `since` in Unix seconds. */
export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly since: number;
}

const labels = v.record(v.string(), v.string());
const seconds = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text) / 1000),
  v.finite(),
);

const prometheus = v.object({
  status: v.literal('success'),
  warnings: v.optional(v.array(v.string())),
  data: v.object({
    alerts: v.array(v.object({ labels, state: v.string(), activeAt: v.optional(seconds) })),
  }),
});

const alertmanager = v.array(
  v.object({
    labels,
    startsAt: seconds,
    endsAt: seconds,
    status: v.object({
      state: v.string(),
      silencedBy: v.array(v.string()),
      inhibitedBy: v.array(v.string()),
      mutedBy: v.optional(v.array(v.string())),
    }),
  }),
);

/**
 * The alerts that fire in an answer of Prometheus' /api/v1/alerts; undefined where it is not one.
 *
 * @throws ActionError where the answer itself says that it may not be whole: an alert may be in the part that is missing
 */
export function alertsOfPrometheus(body: unknown): Alert[] | undefined {
  const parsed = v.safeParse(prometheus, body);
  if (!parsed.success) return undefined;
  const [warning] = parsed.output.warnings ?? [];
  if (warning !== undefined) throw new ActionError(`the answer may not be whole: ${warning}`);
  const firing = parsed.output.data.alerts.filter(({ state }) => state === 'firing');
  return firing.map(({ labels, activeAt = 0 }) => ({ labels, since: activeAt }));
}

/** The same in an answer of Alertmanager's /api/v2/alerts. `now` in Unix seconds. */
export function alertsOfAlertmanager(body: unknown, now: number): Alert[] | undefined {
  const parsed = v.safeParse(alertmanager, body);
  if (!parsed.success) return undefined;
  const firing = parsed.output.filter(
    ({ status, endsAt }) =>
      // Alertmanager 0.25 and older say `active` before they have looked for silences: `unprocessed`.
      status.state === 'active' &&
      endsAt > now &&
      [status.silencedBy, status.inhibitedBy, status.mutedBy ?? []].every((list) => list.length === 0),
  );
  return firing.map(({ labels, startsAt }) => ({ labels, since: startsAt }));
}

/** True where an alert has all of these labels. */
export const hasLabels = (alert: Alert, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(
    ([name, value]) => Object.hasOwn(alert.labels, name) && alert.labels[name] === value,
  );

/** Reads `action=rollback`, one label an item. @throws ActionError where one is none */
export function parseLabels(items: readonly string[]): Record<string, string> {
  const pairs = items
    .filter((item) => item !== 'none')
    .map((item) => {
      const [, name = '', value = ''] = /^([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?!\s)"?([^"]*)"?$/.exec(item) ?? [];
      if (!name)
        throw new ActionError(
          `Input \`alerts\` has ${JSON.stringify(item)}; accepted are labels such as action=rollback, and none.`,
        );
      return [name, value] as const;
    });
  return Object.fromEntries(pairs);
}
