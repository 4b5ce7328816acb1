import { ActionError } from '../base/errors.ts';
import { type NameServer, parseServer } from '../systems/dns/exchange.ts';
import { normalName, type Type } from '../systems/dns/values.ts';
import { type Previous, parsePrevious } from './previous.ts';

type Verify = 'authoritative' | 'public' | 'none';

/** What is asked for, read and validated. */
export interface Request {
  readonly provider: string;
  readonly zone: string;
  readonly name: string;
  readonly type: Type;
  readonly identifier: string | undefined;
  /** As the user wrote them; the provider knows what they are. Empty when it goes back to `previous`. */
  readonly texts: readonly string[];
  readonly ttl: number | undefined;
  readonly previous: Previous | undefined;
  readonly verify: Verify;
  /** The servers to query instead of the zone's own name servers, or the usual public resolvers. */
  readonly servers: readonly NameServer[];
  readonly externalDns: 'refuse' | 'ignore';
  readonly check: URL | undefined;
}

/** Resolvers that most of the world asks. */
export const PUBLIC: readonly string[] = ['1.1.1.1', '8.8.8.8', '9.9.9.9'];
const LONGEST_TTL = 604_800;

interface Given {
  provider?: string | undefined;
  zone?: string | undefined;
  name?: string | undefined;
  type: Type;
  value: readonly string[];
  ttl?: number | undefined;
  setIdentifier?: string | undefined;
  phase: 'switch' | 'undo';
  previous?: string | undefined;
  verify: Verify;
  verifyServers: readonly string[];
  externalDns: 'refuse' | 'ignore';
  check?: string | undefined;
}

/** Puts the inputs together. @throws ActionError where one is missing, or is not a name, URL or server */
export function requestOf(given: Given): Request {
  const { phase, value, ttl, verify, verifyServers, externalDns } = given;
  const provider = required(given.provider, 'provider');
  const zone = zoneOf(required(given.zone, 'zone'));
  const common = {
    provider,
    zone,
    verify,
    servers: (verify === 'public' && verifyServers.length === 0 ? PUBLIC : verifyServers).map((text) =>
      parseServer(text, 'verify-servers'),
    ),
    externalDns,
    check: checkOf(given.check),
  };
  if (phase === 'undo') {
    if (value.length > 0 || ttl !== undefined)
      throw new ActionError(
        'With `phase: undo` value and TTL are those of `previous`; leave `value` and `ttl` out.',
      );
    const previous = parsePrevious(required(given.previous, 'previous'));
    if (previous.provider !== provider || zoneOf(previous.zone) !== zone)
      throw new ActionError(
        `Input \`previous\` is of the zone ${previous.zone} at ${previous.provider}, and not of ${zone} at ${provider}.`,
      );
    const { name, type, identifier } = previous;
    return { ...common, name, type, identifier, texts: [], ttl: undefined, previous };
  }
  if (ttl !== undefined && ttl > LONGEST_TTL)
    throw new ActionError(`Input \`ttl\` is ${ttl}; accepted are 1 to ${LONGEST_TTL} seconds (a week).`);
  const { type } = given;
  const texts = type === 'TXT' || type === 'CAA' ? value : value.flatMap((line) => line.split(','));
  return {
    ...common,
    name: nameIn(zone, required(given.name, 'name')),
    type,
    identifier: given.setIdentifier,
    texts: checked(texts.map((text) => text.trim()).filter(Boolean), type),
    ttl,
    previous: undefined,
  };
}

function required(value: string | undefined, input: string): string {
  if (value !== undefined) return value;
  throw new ActionError(`Input \`${input}\` is required.`);
}

/** A name, or the id that the provider gave the zone, as `/hostedzone/Z0123456789` too. */
function zoneOf(given: string): string {
  const text = given.replace(/^\/?hostedzone\//, '');
  if (/^([A-Z0-9]{10,32}|[0-9a-f]{32})$/.test(text)) return text;
  const zone = normalName(text);
  if (zone?.includes('.')) return zone;
  throw new ActionError(`Input \`zone\` is ${JSON.stringify(text)}; accepted are names such as example.com.`);
}

const ZONE_ITSELF = '@';

/** The whole name in a zone; of a zone that is given by its id the name is not known yet. */
function nameIn(zone: string, text: string): string {
  if (text === ZONE_ITSELF) return zone.includes('.') ? zone : ZONE_ITSELF;
  const name = normalName(text);
  const fits = !zone.includes('.') || name === zone || name?.endsWith(`.${zone}`);
  if (name?.includes('.') && fits) return name;
  throw new ActionError(
    `Input \`name\` is ${JSON.stringify(text)}, which is not a name in the zone ${zone}; accepted are whole names such as www.${zone}, and @ for the zone itself.`,
  );
}

/** The same request where the provider has said what its zone is called. @throws ActionError where the name is not in it */
export const inZone = (request: Request, zone: string): Request => ({
  ...request,
  name: nameIn(zone, request.name),
});

function checked(texts: readonly string[], type: Type): readonly string[] {
  if (texts.length === 0) throw new ActionError('Say with `value` what the record should be.');
  if (type === 'CNAME' && texts.length > 1)
    throw new ActionError('A CNAME record has one value; give one `value`.');
  return texts;
}

function checkOf(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new ActionError(`Input \`check\` is ${JSON.stringify(text)}; accepted are http and https URLs.`);
}
