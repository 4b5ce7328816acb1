import { ActionError } from '../../base/errors.ts';

/**
 * The address of an API that stands in for the provider's own; without a scheme it is https. It is not quoted in the
 * refusal, because what is wrong with it may be a password in it.
 *
 * @throws ActionError where it is not a URL of http or https, or has credentials, which have inputs of their own
 */
export function endpointOf(text: string, input: string): string {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return address;
  throw new ActionError(
    `Input \`${input}\` is not an address of an API; accepted is https://host:port, without user and password.`,
  );
}
