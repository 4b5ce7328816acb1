import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';
import { type HttpRequest, jsonOf } from '../http/client.ts';
import { signerOf } from '../http/sigv4.ts';
import type { Credential } from './credentials.ts';

/** `123456789012.dkr.ecr.eu-west-1.amazonaws.com`, and those of China, with FIPS, and of both kinds of addresses. */
const REGISTRY = /^\d{12}\.dkr[.-]ecr(-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?|on\.aws)$/;

/** A region of Amazon's registry, and where it gives log-ins. */
export interface Ecr {
  readonly region: string;
  readonly api: URL;
}

/** Of an image's host; undefined where it is another registry. */
export function ecrOf(host: string): Ecr | undefined {
  const [, fips = '', region, suffix] = REGISTRY.exec(host) ?? [];
  if (region === undefined || suffix === undefined) return undefined;
  const name = suffix === 'on.aws' ? `ecr${fips}.${region}.api.aws` : `api.ecr${fips}.${region}.${suffix}`;
  return { region, api: new URL(`https://${name}/`) };
}

const answerSchema = v.object({
  authorizationData: v.pipe(v.array(v.object({ authorizationToken: v.string() })), v.minLength(1)),
});
const errorSchema = v.object({ __type: v.string() });

/**
 * A log-in for all registries of a region that the AWS credentials of this step may read (`GetAuthorizationToken`): nodes of
 * AWS get theirs in the same way, by their own role.
 *
 * @throws ActionError where there are no credentials, or they are refused
 */
export async function logIn(
  { region, api }: Ecr,
  send: (
    request: Omit<HttpRequest, 'mostBytes'>,
  ) => Promise<{ readonly status: number; readonly body: string }>,
): Promise<Credential> {
  const sign = signerOf('Amazon Elastic Container Registry', 'ecr', region);
  const request = {
    ...({ method: 'POST', url: api, body: '{}' } as const),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
    },
  };
  const { status, body } = await send({ ...request, headers: await sign(request) });
  const answer = v.safeParse(answerSchema, jsonOf(body));
  const token = answer.success ? answer.output.authorizationData[0]?.authorizationToken : undefined;
  if (status !== 200 || token === undefined) {
    const error = v.safeParse(errorSchema, jsonOf(body));
    const refusal = error.success
      ? error.output.__type.split('#').at(-1)?.slice(0, 80)
      : `it answers ${status}`;
    throw new ActionError(
      `Amazon Elastic Container Registry in ${region} gives this step no log-in (${refusal})`,
    );
  }
  const [user = '', ...password] = Buffer.from(token, 'base64').toString().split(':');
  return { for: api.host, user, password: password.join(':'), from: undefined };
}
