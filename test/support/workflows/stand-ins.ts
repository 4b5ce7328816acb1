import { cpSync, globSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { OWN, ROOT } from './parse.ts';

/** How an action that is not of this repository was called. */
export interface Call {
  /** Without its version: `actions/checkout`. */
  readonly action: string;
  readonly job: string;
  readonly step: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
}

/** What stands for an action of others: its outputs, variables for the steps after it and its log; an error where it is to fail. */
export type StandIn = (call: Call) => {
  outputs?: Record<string, string>;
  env?: Record<string, string>;
  log?: string;
};

/**
 * The stand-ins that every run has.
 * @param files what a checkout brings
 * @param artifacts the folder in which artifacts are kept
 */
export function standIns(
  files: Readonly<Record<string, string>>,
  artifacts: string,
): Record<string, StandIn> {
  return {
    'actions/checkout': checkout(files),
    'actions/upload-artifact': uploadArtifact(artifacts),
    'actions/download-artifact': ({ workspace, with: { name = '' } }) => {
      cpSync(join(artifacts, name), workspace, { recursive: true });
      return {};
    },
    'actions/cache': cache,
    'actions/cache/restore': cache,
    'actions/cache/save': () => ({}),
  };
}

/** The files of the caller's repository, which a job has only after a checkout. What begins with `#!` is executable. */
const checkout =
  (files: Readonly<Record<string, string>>): StandIn =>
  ({ workspace, with: { path = '.', repository } }) => {
    if (repository === OWN) {
      symlinkSync(ROOT, join(workspace, path));
      return { log: 'Checked out this repository' };
    }
    for (const [name, content] of Object.entries(files)) {
      const file = join(workspace, path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
    }
    return { log: `Checked out ${Object.keys(files).join(', ') || 'nothing'}` };
  };

/** Keeps the files, and refuses what the real one refuses: a name that is taken or not allowed. */
function uploadArtifact(artifacts: string): StandIn {
  const taken = new Set<string>();
  return ({ workspace, with: { name = 'artifact', path = '', 'if-no-files-found': ifNone = 'warn' } }) => {
    if (/["<>|*?\r\n\\/:]/.test(name))
      throw new Error(`An artifact's name can't be ${JSON.stringify(name)}.`);
    if (taken.has(name)) throw new Error(`There is an artifact ${name} already in this run.`);
    if (/^\s*!/m.test(path)) throw new Error('The stand-in for upload-artifact does not know exclusions.');
    const globs = path.split('\n').map((line) => line.trim());
    const files = globs
      .filter(Boolean)
      .flatMap((glob) => globSync(isAbsolute(glob) ? glob : resolve(workspace, glob)));
    if (files.length === 0) {
      if (ifNone === 'error') throw new Error(`No files were found at ${path}.`);
      return { log: `No files were found at ${path}` };
    }
    taken.add(name);
    const id = String(taken.size);
    const kept = join(artifacts, name);
    mkdirSync(kept, { recursive: true });
    for (const file of files) cpSync(file, join(kept, basename(file)), { recursive: true });
    return { outputs: { 'artifact-id': id }, log: `Kept ${files.join(', ')} as ${name}` };
  };
}

/** A cache that is always empty. */
const cache: StandIn = () => ({ outputs: { 'cache-hit': '' } });
