import type { PodState } from '../domain/workloads/workload-state.ts';
import type { Context } from '../runner/action.ts';
import { isOnInternet } from '../systems/internet.ts';
import { parseAddress } from '../systems/prometheus/address.ts';
import { parseLabels } from '../systems/prometheus/alerts.ts';
import { Prometheus } from '../systems/prometheus/client.ts';
import { getJson } from '../systems/prometheus/get.ts';
import { amazonRegionOf, signed } from '../systems/prometheus/sigv4.ts';
import type { Inputs } from './inputs.ts';
import type { ListOrReason } from './observation.ts';
import { queriesOf } from './queries.ts';
import type { Sources } from './take-sample.ts';

/** A sentence for each address that gets a password or a token in plain text over the internet. */
export async function plainTextWarnings(inputs: Inputs): Promise<string[]> {
  const { prometheusToken, prometheusUrl, alertmanagerUrl } = inputs;
  const given = { 'prometheus-url': prometheusUrl, 'alertmanager-url': alertmanagerUrl };
  const warnings = Object.entries(given).map(async ([input, text]) => {
    const url = URL.parse(text ?? '');
    const hasSecret = prometheusToken !== undefined || Boolean(url?.password);
    if (url?.protocol !== 'http:' || !hasSecret || !(await isOnInternet(url.hostname))) return [];
    return `The password or token for \`${input}\` goes to ${url.host} over the internet in plain text; use an https:// address, and change the secret.`;
  });
  return (await Promise.all(warnings)).flat();
}

/** Where samples come from. */
export function sourcesOf(
  inputs: Inputs,
  pods: (() => Promise<ListOrReason<PodState>>) | undefined,
  { signal, mask }: Context,
): Sources {
  const { prometheusUrl, prometheusToken: token, prometheusHeaders: headers, alertmanagerUrl } = inputs;
  const get = getJson(signal);
  const address = (input: string, url: string | undefined) => {
    if (url === undefined) return undefined;
    const parsed = parseAddress({ input, url, token, headers }, mask);
    const region = inputs.awsRegion ?? amazonRegionOf(parsed.url);
    return region === undefined || token !== undefined ? parsed : signed(parsed, region);
  };
  const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  for (const value of [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN]) if (value) mask(value);
  const prometheus = address('prometheus-url', prometheusUrl);
  return {
    get,
    prometheus: prometheus && new Prometheus(prometheus, get),
    alertmanager: address('alertmanager-url', alertmanagerUrl),
    queries: queriesOf({
      errorRate: inputs.errorRateQuery,
      requests: inputs.requestsQuery,
      latency: inputs.latencyQuery,
      outage: inputs.outageQuery,
      labels: inputs.prometheusLabels,
    }),
    alertLabels: parseLabels(inputs.alerts),
    pods,
    clock: () => Date.now() / 1000,
  };
}
