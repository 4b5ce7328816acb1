import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { choice, integer, lines, list, secret, text } from '../base/values.ts';
import { requestOf } from '../dns/request.ts';
import { type ProviderAccess, switchDns } from '../dns/switch.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { parseServer } from '../systems/dns/exchange.ts';
import { parseKey } from '../systems/dns/tsig.ts';
import { TYPES } from '../systems/dns/values.ts';
import { endpointOf } from '../systems/http/endpoint.ts';

const inputs = {
  provider: v.optional(choice(['route53', 'cloudflare', 'rfc2136'])),
  zone: v.optional(text()),
  name: v.optional(text()),
  type: v.optional(choice(TYPES), 'A'),
  value: v.optional(lines(), ''),
  ttl: v.optional(integer(1)),
  setIdentifier: v.optional(text()),
  server: v.optional(text()),
  tsigKey: v.optional(secret()),
  apiToken: v.optional(secret()),
  endpoint: v.optional(text()),
  verify: v.optional(choice(['authoritative', 'public', 'none']), 'authoritative'),
  verifyServers: v.optional(list(), ''),
  check: v.optional(text()),
  externalDns: v.optional(choice(['refuse', 'ignore']), 'refuse'),
  phase: v.optional(choice(['switch', 'undo']), 'switch'),
  previous: v.optional(text()),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Points a name somewhere else, and sees that every name server says so. */
export const action = defineAction({ name: 'switch-dns', inputs, changes: true, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const request = requestOf(inputs);
  const place = await placeOf(inputs, request.zone, context);
  const { result, message, previous, propagated, ttlRemaining, summary } = await switchDns(
    place,
    request,
    context,
  );
  const outputs = { previous, 'propagated-seconds': propagated ?? '', 'client-lag-seconds': ttlRemaining };
  return { result, message, outputs, summary };
}

/** The zone's provider; only the one that is configured is loaded. */
async function placeOf(inputs: Inputs, zone: string, { signal, mask }: Context): Promise<ProviderAccess> {
  const { provider, apiToken, tsigKey, server } = inputs;
  const endpoint = inputs.endpoint && endpointOf(inputs.endpoint, 'endpoint');
  if (provider === 'route53') {
    const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    for (const value of [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN]) if (value) mask(value);
    const { route53 } = await import('../systems/dns/route53.ts');
    return { provider: await route53(zone, { endpoint, signal }), hint: undefined };
  }
  if (provider === 'cloudflare') {
    if (apiToken === undefined) throw lacks('api-token', provider);
    const { cloudflare } = await import('../systems/dns/cloudflare.ts');
    return { provider: await cloudflare(zone, { token: apiToken, endpoint, signal }), hint: undefined };
  }
  if (server === undefined) throw lacks('server', 'rfc2136');
  const hint = parseServer(server, 'server');
  const key = tsigKey === undefined ? undefined : parseKey(tsigKey);
  if (tsigKey !== undefined) mask(tsigKey.split(':').at(-1) ?? '');
  const { rfc2136 } = await import('../systems/dns/rfc2136.ts');
  return { provider: rfc2136(hint, zone, key, signal), hint, key };
}

const lacks = (input: string, provider: string) =>
  new ActionError(
    `Input \`${input}\` is required with \`provider: ${provider}\`; in a workflow, a secret that does not exist is an empty input.`,
  );
