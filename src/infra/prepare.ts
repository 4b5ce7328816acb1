import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { inAnyCase } from '../base/settled.ts';
import { Repository } from '../systems/git.ts';
import { type DeployArguments, deployArguments } from '../systems/terraform/arguments.ts';
import { ignored } from '../systems/terraform/environment.ts';
import { Terraform } from '../systems/terraform/terraform.ts';
import {
  backendFiles,
  givenSettings,
  isLocal,
  readInitialized,
  requireSamePlace,
  writeTodaysBackend,
  writeTodaysEncryption,
} from './backend.ts';
import { carryOver, listed } from './carry-over.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { dataInWorktree, dataName, giveDataBack, keepData, takeData } from './data-folder.ts';
import { movedBack } from './moved.ts';
import { inside } from './paths.ts';
import { parseBackendConfig } from './values.ts';
import { writePrivate, writeVariables } from './variable-files.ts';

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
export interface Prepared {
  readonly terraform: Terraform;
  /** The configuration as it is checked out now; undefined where its files cannot be read. */
  readonly present: Configuration | undefined;
  /** The one that is planned. */
  readonly planned: Configuration;
  readonly varFiles: readonly string[];
  /** Those of them that an apply needs too, because no plan keeps what they hold. */
  readonly applyVarFiles: readonly string[];
  /** Where Terraform runs. */
  readonly directory: string;
  /** Where the older ref is checked out; undefined where the present checkout is planned. */
  readonly worktree: string | undefined;
  readonly workspace: string;
  readonly commit: string;
  readonly version: string;
  /** SHA-256 of all values that are given. */
  readonly variables: string;
  /** What the deploy waits for a lock, as its options say it. */
  readonly deployLockTimeout: string | undefined;
  close(): Promise<void>;
}

/** Where things are, and where to log. */
interface Surroundings {
  /** The folder that everything must be in. */
  readonly base: string;
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Readies Terraform where the deploy has it: in the checkout, or for a `ref` in a worktree that has all that the checkout has
 * beside it, with today's backend, workspace and options. All else it writes is in `scratch`, which no other user can read, and
 * goes with `close`.
 *
 * @throws ActionError that says what is missing
 */
export async function prepare(request: Request, surroundings: Surroundings): Promise<Prepared> {
  const { base, scratch } = surroundings;
  const directory = inside(base, base, request.directory, 'directory');
  const deploy = deployArguments(process.env);
  mkdirSync(scratch, { mode: 0o700 });
  const closing = [async () => rmSync(scratch, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const source = await (request.ref === undefined
      ? inPlace(directory, surroundings, closing)
      : inWorktree(request.ref, request, directory, deploy, surroundings, closing));
    return { ...(await connect(request, source, deploy, { ...surroundings, directory })), close };
  } catch (error) {
    return await inAnyCase(() => Promise.reject(error), close);
  }
}

/** What is planned: files in a folder, and where Terraform keeps its own beside them. */
interface Source {
  readonly planned: string;
  readonly root: string;
  readonly worktree: string | undefined;
  readonly data: string;
  readonly commit: string;
  readonly present: Configuration | undefined;
  readonly configuration: Configuration;
  /** True where the backend is written beside the configuration, and not given to `init`. */
  readonly hasBackend: boolean;
}

async function inPlace(
  directory: string,
  { base, scratch }: Surroundings,
  closing: (() => Promise<void>)[],
): Promise<Source> {
  const data = dataName(process.env);
  keepData(resolve(directory, data), scratch);
  closing.push(async () => giveDataBack(resolve(directory, data), scratch));
  const repository = await Repository.of(directory);
  const configuration = readConfiguration(directory);
  const commit = (await repository?.head()) ?? '';
  return {
    planned: directory,
    root: base,
    worktree: undefined,
    data,
    commit,
    present: configuration,
    configuration,
    hasBackend: false,
  };
}

async function inWorktree(
  ref: string,
  request: Request,
  directory: string,
  deploy: DeployArguments,
  { scratch, log }: Surroundings,
  closing: (() => Promise<void>)[],
): Promise<Source> {
  const repository = await Repository.required(directory, request.directory);
  const commit = await repository.pin(ref);
  const { path: worktree, remove } = await repository.worktree(commit, scratch, log.warn);
  closing.push(remove);
  const { top } = repository;
  const missing = ` in ${ref} (${commit.slice(0, 12)})`;
  const planned = inside(worktree, worktree, relative(top, directory) || '.', 'directory', missing);
  // A state that was committed is an old one, which Terraform would want to migrate.
  for (const file of ['terraform.tfstate', 'terraform.tfstate.d'])
    rmSync(join(planned, file), { recursive: true, force: true });
  const name = dataName(process.env);
  const earlier = resolve(directory, name);
  const carried = await carryOver(repository, { directory, worktree, ours: [scratch, earlier] });
  if (carried.length > 0) log.info(`Not in git, and taken from this checkout: ${listed(carried)}`);
  const present = readPresent(directory, log);
  const configuration = readConfiguration(planned);
  const data = dataInWorktree(name, { top, worktree, scratch });
  const initialized = readInitialized(earlier);
  const backendConfig = withDeploy(request.backendConfig, deploy);
  if (present) {
    const given = givenSettings(backendConfig, directory, initialized, present);
    const workspace = request.workspace ?? initialized.workspace ?? 'default';
    requireSamePlace(present, configuration, { ref, given, workspace });
    writeTodaysBackend(present, { directory, worktree: planned, given });
    writeTodaysEncryption(present, configuration, { worktree: planned, ref });
    for (const [folder, moves] of movedBack(present, configuration, { directory: planned, root: worktree }))
      writePrivate(join(inside(worktree, worktree, folder, 'directory'), 'rollback_actions_moved.tf'), moves);
  }
  const hasBackend = present !== undefined && isLocal(present);
  takeData(earlier, resolve(planned, data), { withBackend: !hasBackend && isEmpty(backendConfig) });
  return { planned, root: worktree, worktree, data, commit, present, configuration, hasBackend };
}

/** Connects Terraform to its state, and writes what it is given into files: command lines are for all to see. */
async function connect(
  request: Request,
  { planned, root, worktree, data, commit, present, configuration, hasBackend }: Source,
  deploy: DeployArguments,
  { base, directory, scratch, signal, log }: Surroundings & { directory: string },
): Promise<Omit<Prepared, 'close'>> {
  const unheard = ignored(process.env);
  if (unheard.length > 0)
    log.warn(`${unheard.join(', ')} would write secrets, so Terraform does not get it.`);
  if (deploy.blind.length > 0)
    log.warn(
      `${deploy.blind.join(' and ')} says -refresh=false, which is not passed on: what an autoscaler or a person has changed since would be overlooked, and taken back.`,
    );
  const checkout = worktree === undefined ? base : checkoutOf(directory, planned, worktree);
  const variables = writeVariables(request, deploy, configuration, { planned, root, checkout, scratch });
  const options = { directory: planned, where: request.directory, scratch, data, added: deploy, signal };
  const terraform = new Terraform(request.program, options);
  const version = await terraform.version();
  const files = hasBackend ? [] : backendFiles(withDeploy(request.backendConfig, deploy), directory, scratch);
  await terraform.init(files);
  const current = readInitialized(resolve(planned, data)).workspace ?? 'default';
  const workspace = request.workspace ?? current;
  if (workspace !== current) await terraform.selectWorkspace(workspace);
  return {
    terraform,
    present,
    planned: configuration,
    varFiles: variables.files,
    applyVarFiles: configuration.isEphemeral ? variables.files : [],
    directory: planned,
    worktree,
    workspace,
    commit,
    version,
    variables: variables.hash,
    deployLockTimeout: deploy.lockTimeout,
  };
}

/** The checkout that a worktree stands for. */
const checkoutOf = (directory: string, planned: string, worktree: string): string =>
  resolve(directory, relative(planned, worktree));

/** Those that the deploy gives first, as what is said here wins. */
function withDeploy(
  given: Request['backendConfig'],
  { backendConfig }: DeployArguments,
): Request['backendConfig'] {
  const deployed = parseBackendConfig(backendConfig);
  return {
    settings: new Map([...deployed.settings, ...given.settings]),
    files: [...deployed.files, ...given.files],
  };
}

const isEmpty = ({ settings, files }: Request['backendConfig']): boolean =>
  settings.size === 0 && files.length === 0;

/** A broken configuration is a reason to roll back, and not one to stop; the gate gets stricter without it. */
function readPresent(directory: string, log: Log): Configuration | undefined {
  try {
    return readConfiguration(directory);
  } catch (error) {
    log.warn(`The present configuration cannot be read, so nothing may be destroyed: ${messageOf(error)}`);
    return undefined;
  }
}
