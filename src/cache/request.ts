import { ActionError } from '../base/errors.ts';

type Mode = 'prefix' | 'version-key' | 'database' | 'all';

/** What to clear, read and validated. */
export interface Request {
  readonly mode: Mode;
  /** What the keys begin with; empty in other modes. */
  readonly prefixes: readonly string[];
  readonly versionKey: string | undefined;
  /** Known beginnings of queues and sessions that may go too. */
  readonly named: readonly string[];
  /** Those of them that were named for nothing else. */
  readonly allowed: readonly string[];
  readonly maxKeys: number | undefined;
  /** Keys that go in one go; undefined is what the server answers without making others wait. */
  readonly batch: number | undefined;
  /** Milliseconds between two requests to a node; undefined is as long as it was at work. */
  readonly pause: number | undefined;
}

/** Puts the inputs together. @throws ActionError where one is missing, or belongs to another mode */
export function requestOf(inputs: {
  mode: Mode;
  prefix: readonly string[];
  versionKey?: string | undefined;
  confirm?: string | undefined;
  allowPrefixes: readonly string[];
  maxKeys?: number | undefined;
  batch?: number | undefined;
  pause?: number | undefined;
}): Request {
  const { mode, prefix, versionKey, confirm, allowPrefixes, maxKeys, batch, pause } = inputs;
  if (mode === 'prefix' && prefix.length === 0) {
    throw new ActionError(
      'Say with `prefix` what the keys to delete begin with, such as `shop:products:`; or choose another `mode`.',
    );
  }
  if (mode !== 'prefix' && prefix.length > 0)
    throw new ActionError(
      `Input \`prefix\` is for the mode \`prefix\`; leave it out with \`mode: ${mode}\`.`,
    );
  if (mode === 'version-key' && versionKey === undefined)
    throw new ActionError('Say with `version-key` which key holds the version of the cache.');
  if (mode !== 'version-key' && versionKey !== undefined) {
    throw new ActionError(
      `Input \`version-key\` is for the mode \`version-key\`; leave it out with \`mode: ${mode}\`.`,
    );
  }
  if (mode === 'all' && confirm !== 'all') {
    throw new ActionError(
      'The mode `all` empties every database of every master; say `confirm: all` where you mean it, or choose `database` or `prefix`.',
    );
  }
  const wild = prefix.find((text) => text.endsWith('*'));
  if (wild !== undefined) {
    throw new ActionError(
      `Input \`prefix\` is ${JSON.stringify(wild)}; it is a plain beginning and no pattern: leave the star out.`,
    );
  }
  const named = [...allowPrefixes, ...prefix];
  return { mode, prefixes: prefix, versionKey, named, allowed: allowPrefixes, maxKeys, batch, pause };
}
