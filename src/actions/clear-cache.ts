import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { boolean, choice, integer, lines, milliseconds, secret, text } from '../base/values.ts';
import { clearCache } from '../cache/clear.ts';
import { subjectOf } from '../cache/component.ts';
import { requestOf } from '../cache/request.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { isOnInternet } from '../systems/internet.ts';
import { connect, placeIn } from '../systems/kubernetes/connect.ts';
import { parseRef } from '../systems/kubernetes/kinds.ts';
import { type Address, parseAddress } from '../systems/redis/address.ts';
import type { Open } from '../systems/redis/link.ts';
import { Cache } from '../systems/redis/topology.ts';

/** What redis-cli reaches in a pod where nothing else is said. */
const IN_POD = 'redis://127.0.0.1:6379';

const inputs = {
  redisUrl: v.optional(secret()),
  redisCa: v.optional(text()),
  redisInsecure: v.optional(boolean(), 'false'),
  via: v.optional(text()),
  kubeconfig: v.optional(text()),
  context: v.optional(text()),
  namespace: v.optional(text()),
  mode: v.optional(choice(['prefix', 'version-key', 'database', 'all']), 'prefix'),
  prefix: v.optional(lines(), ''),
  versionKey: v.optional(text()),
  confirm: v.optional(text()),
  allowPrefixes: v.optional(lines(), ''),
  maxKeys: v.optional(integer(1)),
  batch: v.optional(integer(1)),
  pause: v.optional(milliseconds()),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Clears a cache of Redis or Valkey, as much of it as was requested. */
export const action = defineAction({ name: 'clear-cache', inputs, changes: true, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const request = requestOf(inputs);
  const address = addressOf(inputs, context);
  if (!inputs.via) await warnOfPlainText(address, context);
  const { open, close, via } = await wayTo(address, inputs, context);
  const cache = new Cache(address, open, context.signal);
  try {
    const subject = subjectOf(address, via);
    const { result, message, deleted, kept, nodes, summary } = await clearCache(cache, request, {
      ...context,
      subject,
    });
    return { result, message, outputs: { deleted, kept: kept ?? '', nodes }, summary };
  } finally {
    cache.close();
    close();
  }
}

function addressOf(
  { redisUrl, redisCa, redisInsecure, via }: Inputs,
  { mask }: Pick<Context, 'mask'>,
): Address {
  const url = redisUrl ?? (via && IN_POD);
  if (url === undefined)
    throw new ActionError(
      'Say with `redis-url` where the cache is; in a workflow, a secret that does not exist is an empty input.',
    );
  if (via && redisCa)
    throw new ActionError(
      'Input `redis-ca` is not for `via`: redis-cli takes the certificates that its pod trusts; leave it out.',
    );
  return parseAddress(url, { ca: redisCa, insecure: redisInsecure, mask });
}

/** A pod is beside its cache; a runner may be anywhere. */
async function warnOfPlainText({ places: [first], login, tls }: Address, { log }: Context): Promise<void> {
  if (first && !tls && login.password !== undefined && (await isOnInternet(first.host)))
    log.warn(
      `The password of \`redis-url\` goes to ${first.host} over the internet in plain text; begin the URL with rediss:// (two s), or reach the cache with \`via\`, and change the password.`,
    );
}

/** Directly from the runner, or by way of a pod in the cluster; only the way that is taken is loaded. */
async function wayTo(
  address: Address,
  inputs: Inputs,
  context: Context,
): Promise<{ open: Open; close: () => void; via?: Parameters<typeof subjectOf>[1] }> {
  const { signal, log } = context;
  if (!inputs.via) {
    const { directly } = await import('../systems/redis/direct.ts');
    return { open: directly({ tls: address.tls, signal }), close: () => {} };
  }
  const { client, namespace } = await connect(inputs, context);
  try {
    const workload = parseRef(inputs.via);
    const { inPodOf } = await import('../systems/redis/in-pod.ts');
    const open = await inPodOf(client, namespace, workload, address.tls, log.info);
    const via = { pod: inputs.via, ...placeIn({ client, namespace }) };
    return { open, close: () => client.close(), via };
  } catch (error) {
    client.close();
    throw error;
  }
}
