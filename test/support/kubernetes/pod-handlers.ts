import type { Readable } from 'node:stream';
import type { Pod } from './objects.ts';

/** What runs inside the pods, as far as a client can see it; a test sets what it needs. */
export interface PodHandlers {
  log(pod: Pod, container: string, previous: boolean): string;
  /** How the runtime of a pod's node names the image of a container, where it is not by what the name alone gives. */
  imageID(pod: Pod, image: string): string | undefined;
  /** What pods have written that ran to their end, by their uid. */
  readonly said: Map<string, string>;
  /** The command of a pod that runs to its end, as a Job's does: what it writes, and how it ends. */
  run(pod: Pod): ExecResult | Promise<ExecResult>;
  exec(pod: Pod, container: string, argv: string[]): ExecResult | Promise<ExecResult>;
  /** A command that reads its input, as `exec` with stdin starts it. */
  talk(pod: Pod, container: string, argv: string[], io: Talk): ExecResult | Promise<ExecResult>;
  /** `path` begins with a slash and has the query in it. */
  proxy(pod: Pod, port: string, path: string, scheme: string): ProxyResult | Promise<ProxyResult>;
}

export interface Talk {
  readonly stdin: Readable;
  say(text: Buffer): void;
}

export interface ExecResult {
  stdout?: string;
  stderr?: string;
  exitCode: number;
  /** A program that the image does not have: nothing runs then. */
  missing?: string;
}

/** `refused`: nothing listens there. */
export type ProxyResult = { status: number; body: string } | 'refused';

export function defaultPodHandlers(): PodHandlers {
  return {
    said: new Map(),
    imageID: () => undefined,
    log: () => 'boom: cannot reach database\n',
    run: () => ({ exitCode: 0 }),
    exec: () => ({ exitCode: 0 }),
    talk: () => ({ exitCode: 0 }),
    proxy: () => ({ status: 200, body: 'ok' }),
  };
}
