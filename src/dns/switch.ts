import { ActionError, messageOf } from '../base/errors.ts';
import type { StepOf, Subject } from '../record/catalogue.ts';
import { keyOf } from '../record/component.ts';
import { readEvents } from '../record/read.ts';
import type { Context } from '../runner/action.ts';
import { type NameServer, serverName } from '../systems/dns/exchange.ts';
import { answerAt, locate } from '../systems/dns/name-servers.ts';
import type { Provider, RecordSet, Settled, Wanted } from '../systems/dns/provider.ts';
import { checkTarget } from '../systems/dns/target.ts';
import type { TsigKey } from '../systems/dns/tsig.ts';
import { sameValues } from '../systems/dns/values.ts';
import { change } from './change.ts';
import { requireDelegated } from './delegated.ts';
import { type Owner, ownerOf, registryNames } from './owner.ts';
import { describeRecord, planSwitch } from './plan.ts';
import { asPrevious, type Previous, previousOf } from './previous.ts';
import { propagate } from './propagation.ts';
import { type Switched, summaryOf } from './render.ts';
import { inZone, type Request } from './request.ts';

type SwitchContext = Pick<
  Context,
  'log' | 'record' | 'recordPath' | 'rollbackId' | 'dryRun' | 'checksWritePermissions' | 'signal'
>;

/** One name at one provider, and how its servers are found. */
export interface ProviderAccess {
  readonly provider: Provider;
  /** The server that updates go to, where it is known: it knows the names of the zone's servers. */
  readonly hint: NameServer | undefined;
  /** What updates are signed with. */
  readonly key?: TsigKey | undefined;
  /** Resolvers that find what all the world does, where they are not the usual ones. */
  readonly resolvers?: readonly NameServer[];
}

/** Looks, decides, changes, waits and checks. @throws ActionError where nothing was changed */
export async function switchDns(
  place: ProviderAccess,
  given: Request,
  context: SwitchContext,
): Promise<Switched> {
  const { provider } = place;
  const request = inZone(given, provider.zone);
  const { name, type } = request;
  const { log, record } = context;
  const around = await provider.survey(name, registryNames(name, provider.zone, type));
  const owner = ownerOf(name, provider.zone, type, around);
  const plan = planSwitch(request, around.held, owner, provider);
  if (plan.action === 'refuse') throw new ActionError(`Nothing was changed: ${plan.reason}.`);
  const { held, wanted } = plan;
  const present = previousOf(request, held, wanted);
  const event: Done['event'] = {
    component: `dns/${name}`,
    where: { provider: request.provider, zone: request.zone },
    step: `switch ${[type, name, held.identifier ?? ''].join(' ').trim()}`,
    from: describeRecord(held),
    to: describeRecord(wanted),
  };
  const previous = plan.action === 'no-op' ? begunWith(present, event, context) : present;
  log.info(`${type} ${name}: ${describeRecord(held)} → ${describeRecord(wanted)}`);
  for (const warning of warningsOf(request, around.held, held, owner)) log.warn(warning);
  await requireDelegated(place, request, context);
  const views = await hasViews(place, request, held, context);
  await requireTarget(request, wanted, context);
  if (context.dryRun) {
    if (context.checksWritePermissions) await provider.checkWritePermissions?.();
    const verb = plan.action === 'switch' ? 'would become' : 'is already';
    const message = `Planned: ${type} ${name} ${verb} ${describeRecord(wanted)}; nothing was changed.`;
    record({ ...event, status: 'planned', evidence: { previous }, message });
    return finished('planned', message, previous, held);
  }
  let settled: Settled = async () => {};
  if (plan.action === 'switch') {
    // For an undo without this step's outputs, because the run was killed.
    log.group(`What it was: give this as \`previous\` with \`phase: undo\``, [JSON.stringify(previous)]);
    record({ ...event, status: 'started', evidence: { previous } });
    try {
      settled = await change(provider, name, held, wanted, context.signal);
    } catch (error) {
      const message = messageOf(error);
      record({ ...event, status: 'failed', evidence: { previous }, message });
      if (error instanceof ActionError) return finished('failed', message, previous, held);
      throw error;
    }
    log.info(`✓ ${type} ${name} is changed`);
  }
  const done = { action: plan.action, held, wanted, previous, event, settled, views };
  return follow(place, request, done, context);
}

async function requireTarget(request: Request, wanted: Wanted, context: SwitchContext): Promise<void> {
  try {
    await checkAll(request, wanted, context);
  } catch (error) {
    throw new ActionError(
      `Nothing was changed: ${messageOf(error)}; fix the target, or leave \`check\` out.`,
      { cause: error },
    );
  }
}

interface Done {
  readonly action: 'switch' | 'no-op';
  readonly held: RecordSet;
  readonly wanted: Wanted;
  readonly previous: Previous;
  readonly event: Subject<'dns'> & { step: StepOf<'dns'>; from: string; to: string };
  readonly settled: Settled;
  /** Whether the server answers clients without the key differently. */
  readonly views: boolean;
}

/** Sees that the world follows: name servers first, then the target. */
async function follow(
  place: ProviderAccess,
  request: Request,
  done: Done,
  context: SwitchContext,
): Promise<Switched> {
  const { action, held, wanted, previous, event } = done;
  const { type, name } = request;
  const { record } = context;
  const started = performance.now();
  const seconds = () => Number(((performance.now() - started) / 1000).toFixed(1));
  const was = action === 'switch' ? 'is switched' : 'was switched already';
  try {
    const servers = await waitForServers(place, request, done, context);
    await done.settled();
    const propagated = seconds();
    await checkAll(request, wanted, context);
    const result = action === 'switch' ? 'done' : 'no-op';
    const ttlRemaining = result === 'done' ? held.ttlRemaining : 0;
    const clients = ttlRemaining > 0 ? `; clients may go to the old one for ${ttlRemaining} s more` : '';
    const message = `${type} ${name} ${was} to ${describeRecord(wanted)}${servers.length > 0 ? `, and ${servers.length} of ${servers.length} servers answer it` : ''}${clients}.`;
    record({
      ...event,
      status: result,
      seconds: propagated,
      evidence: { previous, servers, lag: ttlRemaining },
      message,
    });
    return finished(result, message, previous, held, servers, propagated);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const message = `${type} ${name} ${was} to ${describeRecord(wanted)}, but ${messageOf(error)} Run it again to wait longer, or with \`phase: undo\`.`;
    record({ ...event, status: 'failed', seconds: seconds(), evidence: { previous }, message });
    return finished('failed', message, previous, held);
  }
}

async function waitForServers(
  { provider, hint, key }: ProviderAccess,
  request: Request,
  { held, wanted, views }: Done,
  { signal, log }: SwitchContext,
): Promise<{ server: string; seconds: number }[]> {
  const { name, type, zone, verify, servers } = request;
  if (verify === 'none') return [];
  if (!held.publiclyResolvable || (type === 'CNAME' && name === provider.zone)) {
    log.info(
      '… name servers answer something else for this kind of record: only the answer of the provider says that it was changed',
    );
    return [];
  }
  const { ttl, values } = wanted;
  const expected = { name, type, ttl, values, before: held, recursive: verify === 'public' };
  if (views && hint) {
    log.warn(
      `${serverName(hint)} answers for ${name} something else to those without the key (it has views); what it answers with the key is waited for, and no other server is asked.`,
    );
    return propagate([hint], { ...expected, key }, signal);
  }
  const queried = servers.length > 0 ? servers : await locate(await provider.nameServers(), hint, signal);
  if (queried.length === 0) log.warn(`The zone ${zone} is not public, so no name server was asked.`);
  return propagate(queried, expected, signal);
}

/** Whether the server that takes the updates shows a client with the key another zone than the others. */
async function hasViews(
  { hint, key }: ProviderAccess,
  { name, type, verify, servers }: Request,
  { values }: RecordSet,
  { signal }: SwitchContext,
): Promise<boolean> {
  if (!hint || !key || verify !== 'authoritative' || servers.length > 0) return false;
  const open = await answerAt(hint, name, type, { signal, recursive: false }).catch(() => undefined);
  signal.throwIfAborted();
  return !open || !sameValues(open.values, values);
}

/** Asks every new target for the URL of `check`. */
async function checkAll(
  { check, type }: Request,
  { values }: Wanted,
  { signal }: SwitchContext,
): Promise<void> {
  if (!check || !['A', 'AAAA', 'CNAME'].includes(type)) return;
  await Promise.all(values.map((value) => checkTarget(check, value.split('/').at(-1) ?? value, signal)));
}

/** What it was before a run of this rollback that did not come to its end, where the record has that; else what it is. */
function begunWith(
  present: Previous,
  { step, ...subject }: Done['event'],
  { recordPath, rollbackId }: SwitchContext,
): Previous {
  const begun = readEvents(recordPath).events.findLast(
    (event) =>
      event.id === rollbackId &&
      keyOf(event) === keyOf(subject) &&
      event.step === step &&
      event.status === 'started',
  );
  const previous = asPrevious((begun?.evidence as { previous?: unknown } | undefined)?.previous);
  const same =
    previous?.name === present.name &&
    previous.type === present.type &&
    sameValues(previous.now.values, present.values);
  return previous && same ? previous : present;
}

/** Records that may have addresses beside all else, and in what (RFC 9460): PowerDNS/pdns#10051. */
const HINTED = ['HTTPS', 'SVCB'];
const HINTS: Readonly<Record<string, string>> = { A: 'ipv4hint', AAAA: 'ipv6hint' };

/** What stays as it is although it leads to the same place. */
function warningsOf(
  { name, type }: Request,
  all: readonly RecordSet[],
  { identifier, cautions = [] }: RecordSet,
  owner: Owner | undefined,
): string[] {
  const other = { A: 'AAAA', AAAA: 'A' }[type as string];
  const left = all.find((held) => held.type === other);
  const which = identifier === undefined ? '' : ` (${identifier})`;
  const warnings = cautions.map((caution) => `${type} ${name}${which}: ${caution}.`);
  if (left)
    warnings.push(
      `${name} also has ${other} records, which still lead to ${left.values.join(', ')}; switch them too.`,
    );
  const hinted = HINTS[type as string];
  for (const { type: kind, values } of all)
    if (hinted && HINTED.includes(kind) && values.some((value) => value.includes(`${hinted}=`)))
      warnings.push(
        `${name} also has ${kind} records with ${hinted}, by which browsers may still go to the old address (${values.join(', ')}); change them too.`,
      );
  if (owner && !owner.isAtWork)
    warnings.push(
      `${name} is kept by ${owner.name}, which takes the change back at its next run; change it there too.`,
    );
  if (type === 'TXT' && name.startsWith('_acme-challenge.'))
    warnings.push(
      `${name} is where cert-manager and other ACME clients put their challenges, which replace this text at the next renewal.`,
    );
  return warnings;
}

function finished(
  result: Switched['result'],
  message: string,
  previous: Previous,
  held: RecordSet,
  servers: Switched['servers'] = [],
  propagated?: number,
): Switched {
  const ttlRemaining = result === 'no-op' || result === 'planned' ? 0 : held.ttlRemaining;
  const switched = { result, message, previous, servers, propagated, ttlRemaining };
  return { ...switched, summary: summaryOf(switched) };
}
