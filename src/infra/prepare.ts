import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { ActionError, messageOf } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import { Repository } from '../systems/git.ts';
import { ignored } from '../systems/terraform/environment.ts';
import { Terraform } from '../systems/terraform/terraform.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { unquoted } from './hcl.ts';
import { inside } from './paths.ts';
import { type parseBackendConfig, valuesFor } from './values.ts';

/** What is wanted of Terraform, and where. */
export interface Request {
  readonly program: string;
  readonly directory: string;
  readonly ref: string | undefined;
  readonly assignments: ReadonlyMap<string, string>;
  readonly varFiles: readonly string[];
  readonly backendConfig: ReturnType<typeof parseBackendConfig>;
  readonly workspace: string | undefined;
}

/** Terraform, ready to plan or apply what is wanted. */
export interface Ground {
  readonly terraform: Terraform;
  /** The configuration as it is checked out now; undefined where its files can't be read. */
  readonly present: Configuration | undefined;
  readonly varFiles: readonly string[];
  /** Where Terraform runs. */
  readonly directory: string;
  readonly commit: string;
  readonly version: string;
  /** SHA-256 of all values that are given. */
  readonly variables: string;
  close(): Promise<void>;
}

/**
 * Checks the wanted commit out beside the checkout, where there is a `ref`, and initializes Terraform there with
 * today's backend. All it writes is in `scratch`, which nobody else can read, and goes with `close`.
 *
 * @param base the folder that everything must be in
 * @throws ActionError that says what is missing
 */
export async function prepare(
  request: Request,
  { base, scratch, signal, log }: { base: string; scratch: string; signal: AbortSignal; log: Log },
): Promise<Ground> {
  const directory = inside(base, base, request.directory, 'directory');
  mkdirSync(scratch, { mode: 0o700 });
  const closing = [async () => rmSync(scratch, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const repository = await Repository.of(directory);
    const tree = request.ref === undefined ? undefined : await checkOut(request.ref);
    const commit = tree?.commit ?? (await repository?.head()) ?? '';
    const planned = tree?.directory ?? directory;
    const files = writeFiles(request, { directory, planned, root: tree?.path ?? base, scratch });
    const present = tree ? readPresent(directory, log) : files.configuration;
    if (tree) sameBackend(present, files.configuration, request.ref ?? '');
    const unheard = ignored(process.env);
    if (unheard.length > 0)
      log.warn(`${unheard.join(', ')} would change what Terraform does here, so it does not get it.`);
    const where = request.directory;
    const terraform = new Terraform(request.program, { directory: planned, where, scratch, signal });
    const version = await terraform.version();
    await terraform.init(files.backend);
    if (request.workspace) await terraform.selectWorkspace(request.workspace);
    const { varFiles, variables } = files;
    return { terraform, present, varFiles, directory: planned, commit, version, variables, close };

    async function checkOut(ref: string) {
      if (!repository)
        throw new ActionError(
          `${request.directory} is in no git repository, so \`ref\` means nothing there; check it out first.`,
        );
      const commit = await repository.pin(ref);
      const worktree = await repository.worktree(commit, scratch, log.warn);
      closing.push(worktree.remove);
      const missing = ` in ${ref} (${commit.slice(0, 12)})`;
      const name = relative(repository.top, directory) || '.';
      const older = inside(worktree.path, worktree.path, name, 'directory', missing);
      // A state that was committed is an old one, which Terraform would want to migrate.
      for (const file of ['terraform.tfstate', 'terraform.tfstate.d'])
        rmSync(join(older, file), { recursive: true, force: true });
      return { ...worktree, commit, directory: older };
    }
  } catch (error) {
    await close();
    throw error;
  }
}

interface Folders {
  readonly directory: string;
  readonly planned: string;
  readonly root: string;
  readonly scratch: string;
}

/** Reads the planned configuration, and writes what Terraform is given into files: command lines are for all to see. */
function writeFiles(request: Request, { directory, planned, root, scratch }: Folders) {
  const configuration = readConfiguration(planned);
  const values = valuesFor(request.assignments, configuration.variables);
  const given = request.varFiles.map((name) =>
    isAbsolute(name) ? existing(name, 'var-files') : inside(root, planned, name, 'var-files'),
  );
  const own = writePrivate(join(scratch, 'values.tfvars.json'), values);
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const file of given) hash.update(createHash('sha256').update(readFileSync(file)).digest('hex'));
  return {
    configuration,
    varFiles: [...given, own],
    backend:
      planned === directory || !isLocal(configuration)
        ? backendFiles(request, directory, scratch)
        : keepLocalState(configuration, request, directory, planned),
    variables: hash.digest('hex'),
  };
}

function backendFiles({ backendConfig }: Request, directory: string, scratch: string): string[] {
  const files = backendConfig.files.map((name) => existing(resolve(directory, name), 'backend-config'));
  const { settings } = backendConfig;
  if (settings.size === 0) return files;
  return [...files, writePrivate(join(scratch, 'backend.tfbackend.json'), Object.fromEntries(settings))];
}

const isLocal = ({ backend }: Configuration): boolean => !backend || backend.labels[0] === 'local';

/** A state in a file of the checkout is not in the worktree, or is an old one there: the real one is named to Terraform. */
function keepLocalState(
  { backend }: Configuration,
  { backendConfig }: Request,
  directory: string,
  worktree: string,
): string[] {
  if (backendConfig.files.length > 0)
    throw new ActionError(
      'With `ref` and a local backend, give `backend-config` as `path=<file>`, so that it is seen which state is meant.',
    );
  const setting = (name: string, otherwise: string) =>
    resolve(
      directory,
      backendConfig.settings.get(name) ?? unquoted(backend?.attributes[name] ?? '') ?? otherwise,
    );
  const local = {
    path: setting('path', 'terraform.tfstate'),
    workspace_dir: setting('workspace_dir', 'terraform.tfstate.d'),
  };
  writePrivate(join(worktree, 'rollback_actions_override.tf.json'), { terraform: { backend: { local } } });
  return [];
}

function writePrivate(path: string, content: object): string {
  writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
  return path;
}

function existing(path: string, input: string): string {
  if (!existsSync(path)) throw new ActionError(`The file ${path} of \`${input}\` does not exist.`);
  return path;
}

/** A broken configuration is a reason to roll back, and not one to stop; the gate gets stricter without it. */
function readPresent(directory: string, log: Log): Configuration | undefined {
  try {
    return readConfiguration(directory);
  } catch (error) {
    log.warn(`The present configuration can not be read, so nothing may be destroyed: ${messageOf(error)}`);
    return undefined;
  }
}

/** An older ref that keeps its state elsewhere would be planned against what was left there. */
function sameBackend(present: Configuration | undefined, planned: Configuration, ref: string): void {
  if (!present || JSON.stringify(present.backend) === JSON.stringify(planned.backend)) return;
  throw new ActionError(
    `${ref} has another backend than the present configuration, so it would be planned against an old state; roll back to a ref with the present backend, or by \`vars\` alone.`,
  );
}
