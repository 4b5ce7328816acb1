import { ActionError, messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import type { Subject } from '../record/catalogue.ts';
import type { Context } from '../runner/action.ts';
import { asRedisError, isPassing } from '../systems/redis/errors.ts';
import { type Link, Refusal } from '../systems/redis/link.ts';
import type { Cache, Master, Picture } from '../systems/redis/topology.ts';
import { availability, deletingCommand, oneByOneReason } from './commands.ts';
import { describeScope, planClear } from './plan.ts';
import { type Cleared, foundLines, keys, type NodeOutput, nodeOf, summaryOf } from './render.ts';
import type { Request } from './request.ts';
import { countKeys, type Survey, survey, together } from './survey.ts';
import { type Swept, sweep } from './sweep.ts';
import { findVersion, raiseVersion, requireRaising } from './version.ts';

interface ClearContext extends Pick<Context, 'log' | 'record' | 'dryRun' | 'checksWritePermissions'> {
  /** What the record calls this cache. */
  readonly subject: Subject<'cache'>;
}

/** Looks, decides, clears and counts. @throws ActionError where nothing was changed */
export async function clearCache(cache: Cache, request: Request, context: ClearContext): Promise<Cleared> {
  const { log, record, subject } = context;
  const { picture, looks: surveys } = await surveyServers(cache, request, context);
  const away = request.mode === 'version-key' ? [] : picture.masters.filter((_, index) => !surveys[index]);
  const { version, cluster, masters } = picture;
  const kind = cluster ? `a cluster of ${masters.length} masters` : 'one master';
  log.info(`${version} at ${cache.name}: ${kind} (${masters.map(({ name }) => name).join(', ')})`);
  if (request.mode === 'version-key') return raise(cache, picture, request, context);

  const survey = together(surveys.filter((each) => each !== undefined));
  for (const line of foundLines(survey)) log.info(line);
  const plan = planClear(survey, request);
  const nodes = masters.map(({ name }, index) => ({ node: name, matching: surveys[index]?.count ?? 0 }));
  const evidence = { version, nodes, groups: Object.fromEntries(survey.groups.largest(20)) };
  const step = `clear ${describeScope(request)}` as const;
  if (plan.action === 'refuse') throw new ActionError(`Nothing was deleted: ${plan.reason}.`);
  const without =
    away.length > 0
      ? `; ${away.map(({ name }) => name).join(', ')} cannot be reached, so what is there stays`
      : '';
  if (without !== '') log.warn(`Not all of the cluster answers${without}.`);
  if (plan.action === 'no-op' && without !== '')
    throw new ActionError(`Nothing was deleted: ${plan.reason} on the masters that answer${without}.`);
  const unchanged = (result: 'no-op' | 'planned', message: string) => {
    record({ ...subject, step, status: result, evidence, message });
    const untouched = masters.map(({ name }) => nodeOf(name));
    return clearedOf(result, message, survey.size, untouched, survey);
  };
  if (plan.action === 'no-op')
    return unchanged(
      'no-op',
      `Nothing to delete: ${plan.reason} on ${masters.map(({ name }) => name).join(', ')}.`,
    );
  const present = picture.masters.filter((master) => !away.includes(master));
  await requireWrite(cache, present, request, context);
  if (context.dryRun)
    return unchanged(
      'planned',
      `Planned: ${keys(survey.count)} of ${survey.size} would be deleted${without}; nothing was changed.`,
    );
  record({ ...subject, step, status: 'started', evidence });
  return carryOut(cache, request, survey, step, { ...context, isPartial: away.length > 0 });
}

/**
 * The nodes that have the cache, and what is in it where keys are to go. Of a cluster those that answer are surveyed, after the
 * others have had time to come back: one that is away must not keep old values in the others.
 */
async function surveyServers(cache: Cache, request: Request, { dryRun }: ClearContext) {
  const surveyWith = (work: typeof surveyAll) => async (picture: Picture) => ({
    picture,
    looks: request.mode === 'version-key' ? [] : await work(cache, picture, request),
  });
  try {
    return await cache.survey(
      dryRun ? WAITS.REDIS_AWAY_PLAN_MS : WAITS.REDIS_AWAY_CLEAR_MS,
      surveyWith(surveyAll),
    );
  } catch (error) {
    if (!(error instanceof Error && isPassing(error.cause))) throw error;
    const found = await cache.survey(0, surveyWith(surveyReachable)).catch(() => undefined);
    if (!found?.picture.cluster || found.looks.every((survey) => survey === undefined)) throw error;
    return found;
  }
}

async function surveyAll(cache: Cache, picture: Picture, request: Request): Promise<(Survey | undefined)[]> {
  const settled = await surveyMasters(cache, picture, request);
  return settled.map((item, index) => {
    if (item.status === 'fulfilled') return item.value;
    throw asRedisError(picture.masters[index]?.name ?? cache.name, item.reason);
  });
}

/** What is at those that answer. */
async function surveyReachable(
  cache: Cache,
  picture: Picture,
  request: Request,
): Promise<(Survey | undefined)[]> {
  const settled = await surveyMasters(cache, picture, request);
  return settled.map((item) => {
    if (item.status === 'fulfilled') return item.value;
    if (isPassing(item.reason)) return undefined;
    throw item.reason;
  });
}

async function surveyMasters(cache: Cache, { masters }: Picture, request: Request) {
  const settled = await Promise.allSettled(masters.map((master) => survey(cache, master, request)));
  cache.signal.throwIfAborted();
  return settled;
}

/** A node that may not or cannot delete is found before the first key is gone; a command that is disabled is replaced by another. */
async function requireWrite(
  cache: Cache,
  masters: readonly Master[],
  request: Request,
  { dryRun, checksWritePermissions, log }: ClearContext,
): Promise<void> {
  for (const { place, name } of masters) {
    try {
      const link = await cache.link(place);
      if (request.mode !== 'prefix') {
        const reason = await oneByOneReason(link, request.mode === 'all' ? 'FLUSHALL' : 'FLUSHDB');
        if (reason === undefined) continue;
        log.info(`Redis at ${name} ${reason}: its keys are deleted one by one.`);
      }
      for (const prefix of request.mode === 'prefix' ? request.prefixes : [''])
        await requireDeleting(
          link,
          `${prefix}rollback-actions-${Date.now()}`,
          dryRun && !checksWritePermissions,
        );
    } catch (error) {
      if (error instanceof Refusal && ['MOVED', 'ASK', 'TRYAGAIN'].includes(error.code)) continue;
      if (isPassing(error)) continue;
      throw asRedisError(name, error);
    }
  }
}

/** Deletes a key that is not there; a dry run only asks whether it could. */
async function requireDeleting(link: Link, key: string, isTrial: boolean): Promise<void> {
  if (!isTrial) {
    await deletingCommand(link, key);
    return;
  }
  const states = [await availability(link, 'UNLINK', key), await availability(link, 'DEL', key)];
  if (states.every((state) => state === 'forbidden' || state === 'missing'))
    throw new Refusal('NOPERM neither UNLINK nor DEL is available for these keys');
}

async function carryOut(
  cache: Cache,
  request: Request,
  survey: Survey,
  step: `clear ${string}`,
  { log, record, subject, isPartial }: ClearContext & { readonly isPartial: boolean },
): Promise<Cleared> {
  const started = performance.now();
  const swept = new Map<string, Swept>();
  const failure = await sweep(cache, request, swept, {
    log,
    // It was waited for already.
    ...(isPartial && { patience: 0 }),
  }).catch((error: unknown) => error);
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  const nodes = [...swept.values()].map(({ node, deleted, error }) => nodeOf(node, deleted, error));
  const deleted = nodes.reduce((sum, node) => sum + node.deleted, 0);
  const done = nodes.filter(({ result }) => result !== 'failed').map(({ node }) => node);
  if (failure !== undefined) {
    if (!(failure instanceof ActionError)) throw failure;
    const message = `Deleted ${keys(deleted)}, but not all that should go; ${messageOf(failure)} Run it again then: it goes on where it was.`;
    record({ ...subject, step, status: 'failed', seconds, evidence: { nodes, deleted }, message });
    return clearedOf('failed', message, undefined, nodes, survey);
  }
  const kept = await countKept(cache, request);
  const message = `Deleted ${keys(deleted)} on ${done.join(', ')}${kept === undefined ? '' : `; ${kept} kept`}.`;
  record({ ...subject, step, status: 'done', seconds, evidence: { nodes, deleted, kept }, message });
  return clearedOf('done', message, kept, nodes, survey);
}

/** How many keys there are now; undefined where that cannot be had any more, which is no reason to have failed. */
async function countKept(cache: Cache, { mode }: Request): Promise<number | undefined> {
  try {
    const { masters } = await cache.masters();
    const sizes = await Promise.all(
      masters.map(async ({ place }) => countKeys(await cache.link(place), mode)),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return undefined;
  }
}

async function raise(
  cache: Cache,
  { masters }: Picture,
  request: Request,
  { record, dryRun, subject }: ClearContext,
): Promise<Cleared> {
  const { versionKey = '' } = request;
  const { master, value } = await findVersion(cache, masters, versionKey);
  const event = { ...subject, step: `raise ${versionKey}`, from: String(value) } as const;
  const kept = await countKept(cache, request);
  await requireRaising(cache, master, versionKey);
  if (dryRun) {
    const message = `Planned: ${JSON.stringify(versionKey)} on ${master.name} would be raised from ${value} to ${value + 1}; nothing was changed.`;
    record({ ...event, status: 'planned', to: String(value + 1), message });
    return clearedOf('planned', message, kept, [nodeOf(master.name)]);
  }
  const now = await raiseVersion(cache, master, versionKey);
  const message = `Raised ${JSON.stringify(versionKey)} on ${master.name} from ${value} to ${now}: what was cached under older versions is not read any more.`;
  record({ ...event, status: 'done', to: String(now), message });
  return clearedOf('done', message, kept, [nodeOf(master.name)]);
}

function clearedOf(
  result: Cleared['result'],
  message: string,
  kept: number | undefined,
  nodes: readonly NodeOutput[],
  survey?: Survey,
): Cleared {
  const deleted = nodes.reduce((sum, node) => sum + node.deleted, 0);
  return { result, message, deleted, kept, nodes, summary: summaryOf(result, message, nodes, survey) };
}
