/** Plays a random environment: a rollback that is struck and may be killed, then a second one on another machine. */
import { randomUUID } from 'node:crypto';
import { answer, hang } from '../../../support/sinks/server.ts';
import { holdsAfter } from './invariants.ts';
import { type Ended, runAction } from './run.ts';
import type { Spec, Strike } from './spec.ts';
import { type Servers, World } from './world.ts';

/** @throws with what does not hold, and how everything stood */
export async function play(spec: Spec, servers: Servers): Promise<void> {
  await using world = await World.build(spec, servers);
  if (world.components.length === 0) return;
  const run = randomUUID();
  const start = await world.state();
  const first = await rollBack(world, run, 1, spec.strikes, spec.end);
  const isKilled = first.wasEnded && spec.end.how !== 'cancelled';
  const seen = { world, start, wasDeployed: first.deployed };
  const afterFirst = await world.state();
  // Who is dead says nothing of how it ended.
  const ended = isKilled ? undefined : first.ended;
  holdsAfter({ ...seen, ...first, before: start, ended, after: afterFirst });

  heal(world);
  if (isKilled && spec.end.how === 'killed, post runs') {
    await runAction('rollback', world.temp, inputs(world), { ...optionsOf(world, run, 1), phase: 'post' });
    const after = await world.state();
    holdsAfter({ ...seen, ...first, before: afterFirst, ended: undefined, after, isPost: true });
  }
  await world.expireLocks();
  world.moveToNewRunner();
  const before = await world.state();
  const second = await rollBack(world, run, 2, [], { how: 'by itself' });
  holdsAfter({ ...seen, ...second, before, after: await world.state(), earlier: first });
}

/** What happened to a run besides what it did. */
export interface Happened {
  readonly ended: Ended;
  readonly struck: readonly Strike['what'][];
  /** It was killed or cancelled, and not over before. */
  readonly wasEnded: boolean;
  readonly deployed: readonly string[];
  readonly sent: readonly string[];
}

async function rollBack(
  world: World,
  run: string,
  attempt: number,
  strikes: readonly Strike[],
  end: Spec['end'],
): Promise<Happened> {
  const struck: Strike['what'][] = [];
  const deployed: string[] = [];
  const under: Promise<unknown>[] = [];
  let wasEnded = false;
  const { servers, shop } = world;
  const requests = servers.sink.requests.length;
  for (const strike of strikes) {
    if ('at' in strike) continue;
    struck.push(strike.what);
    if (strike.what === 'kubernetes answers')
      shop.api.faults.push({
        match: (method) => !strike.writes || method !== 'GET',
        ...{ times: strike.times, respond: { status: strike.status } },
      });
    if (strike.what === 'cloudflare fails') servers.cloudflare.failures.push(...strike.statuses);
    if (strike.what === 'cloudflare loses answers') servers.cloudflare.lostAnswers = strike.times;
    if (strike.what === 'sink fails')
      servers.sink.faults.push(
        ...Array.from({ length: strike.times }, () => (strike.hangs ? hang : answer(500, 'no'))),
      );
  }
  const timed = strikes.filter((strike) => 'at' in strike);
  const ended = await runAction('rollback', world.temp, inputs(world), {
    ...optionsOf(world, run, attempt),
    onEvent(count, { cancel, kill }) {
      for (const strike of timed.filter(({ at }) => at === count)) {
        struck.push(strike.what);
        under.push(strikeNow(world, strike, deployed));
      }
      if (!('at' in end) || end.at !== count) return;
      wasEnded = true;
      if (end.how === 'cancelled') cancel();
      else {
        for (const door of world.doors) door.shut();
        kill();
      }
    },
  });
  await Promise.all(under);
  const sent = servers.sink.requests.slice(requests).map(({ body }) => String(body?.data?.event));
  return { ended, struck, wasEnded, deployed, sent };
}

async function strikeNow(world: World, strike: Strike, deployed: string[]): Promise<void> {
  const { redis, postgres } = world.servers.doors;
  switch (strike.what) {
    case 'kubernetes is cut':
      return world.door.cut();
    case 'redis is cut':
      return redis.cut();
    case 'postgres is cut':
      return postgres.cut();
    case 'kubernetes is gone':
      return world.door.shut();
    case 'redis is gone':
      return redis.shut();
    case 'postgres is gone':
      return postgres.shut();
    case 'pods are refused':
      return world.shop.api.setDenyPod(() => 'not on a Friday');
    case 'somebody takes the lock':
      return world.changeLocks({ holderIdentity: 'somebody-else' });
    case 'somebody deploys': {
      const service = world.placed[strike.service];
      if (!service) return;
      deployed.push(service.path);
      return world.deployForeign(service);
    }
    default:
      throw new Error(`${strike.what} strikes from the start`);
  }
}

function heal(world: World): void {
  for (const door of world.doors) door.open();
  world.shop.api.faults.length = 0;
  world.shop.api.setDenyPod(undefined);
  world.servers.sink.faults.length = 0;
  world.servers.cloudflare.failures = [];
  world.servers.cloudflare.lostAnswers = 0;
}

function inputs(world: World): Record<string, string> {
  const { dry, to } = world.spec.inputs;
  // Who judges needs something to judge by.
  const decide = world.spec.sections.signals === 'none' ? 'caller' : world.spec.inputs.decide;
  return {
    ...{ config: world.config, reason: 'the last release is bad', timeout: '2m', to, decide },
    components: world.selected.join(','),
    // What a person would read and accept.
    accept: 'data-loss',
    ...(dry && { 'dry-run': 'true' }),
  };
}

const optionsOf = (world: World, run: string, attempt: number) => ({
  run,
  attempt,
  env: world.environment(),
});
