import type { Login, RedisEndpoint } from './address.ts';

/** A word of a command. Keys are bytes: a key that is not UTF-8 must be deleted as what it is. */
export type Word = string | Buffer;
export type Command = readonly Word[];
export type Reply = Buffer | number | null | readonly Reply[];

/** One connection to one server, logged in, at one database; however it got there. */
export interface Link {
  /** `host:port`, for messages. */
  readonly name: string;
  readonly closed: boolean;
  /**
   * Sends commands at once, and gives what each gave: a refusal of one is a value, so that the others count.
   *
   * @throws LostError where the connection ended before all had an answer; some may have been done
   */
  send(commands: readonly Command[]): Promise<(Reply | Refusal)[]>;
  close(): void;
}

/** Opens a link to a server; `login` is another one's with sentinels. */
export type Open = (place: RedisEndpoint, options: { login: Login; database: number }) => Promise<Link>;

/** An error that the server answered with: `code` is its first word. */
export class Refusal extends Error {
  readonly code: string;

  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = message.split(' ')[0] ?? '';
  }
}

/** The code of a server that says nothing where TLS is spoken to it. */
export const TLS_SILENCE = 'TLS_SILENCE';

/** There is no connection any more, or none could be had. `code` is Node's. */
export class LostError extends Error {
  readonly place: string;
  readonly code: string;

  constructor(place: string, message: string, code = '') {
    super(message);
    this.name = 'LostError';
    this.place = place;
    this.code = code;
  }
}

/** The one reply of a command. @throws Refusal, LostError */
export async function sendCommand(link: Link, ...command: Word[]): Promise<Reply> {
  const [reply] = await link.send([command]);
  if (reply instanceof Refusal) throw reply;
  return reply as Reply;
}

export const nameOf = ({ host, port }: RedisEndpoint): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** What is sent first on every new connection. */
export function greeting({ username, password }: Login, database: number): Command[] {
  const auth = password === undefined ? [] : [['AUTH', ...(username ? [username] : []), password]];
  return [...auth, ...(database === 0 ? [] : [['SELECT', String(database)]])];
}
