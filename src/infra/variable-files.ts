import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { ActionError } from '../base/errors.ts';
import type { DeployArguments } from '../systems/terraform/arguments.ts';
import type { Configuration } from './configuration.ts';
import { inside } from './paths.ts';
import { cliValueFor, valuesFor } from './values.ts';

/** Where files of variables are looked for. */
export interface Folders {
  /** The folder that is planned. */
  readonly planned: string;
  /** The folder that everything of the planned commit is in. */
  readonly root: string;
  /** The checkout that `root` stands for. */
  readonly checkout: string;
  readonly scratch: string;
}

/** All values in the order in which a later one wins: those of the deploy's commands, `var-files`, `vars`. */
export function writeVariables(
  request: { varFiles: readonly string[]; assignments: ReadonlyMap<string, string> },
  deploy: DeployArguments,
  { variables }: Configuration,
  folders: Folders,
): { files: string[]; hash: string } {
  const deployed = deploy.variables.map((variable, index) =>
    'file' in variable
      ? fileOf(variable.file, 'TF_CLI_ARGS', folders)
      : writePrivate(
          join(folders.scratch, `deploy-${index}.tfvars`),
          cliValueFor(variable.name, variable.value, variables),
        ),
  );
  const given = request.varFiles.map((name) => fileOf(name, 'var-files', folders));
  const values = JSON.stringify(valuesFor(request.assignments, variables));
  const own = writePrivate(join(folders.scratch, 'values.tfvars.json'), values);
  const hash = createHash('sha256').update(values);
  for (const file of [...deployed, ...given])
    hash.update(createHash('sha256').update(readFileSync(file)).digest('hex'));
  return { files: [...deployed, ...given, own], hash: hash.digest('hex') };
}

/**
 * The path of a file of variables: one of the checkout, by whatever path it is named, is the one of the planned commit,
 * where there is one; one that a step before made elsewhere is that file.
 */
function fileOf(name: string, input: string, { planned, root, checkout }: Folders): string {
  if (!isAbsolute(name)) return inside(root, planned, name, input);
  if (!existsSync(name) && relative(checkout, name).startsWith('..'))
    throw new ActionError(`The file ${name} of \`${input}\` does not exist.`);
  const real = existsSync(name) ? realpathSync(name) : name;
  const way = relative(checkout, real);
  return way.startsWith('..') || isAbsolute(way)
    ? real
    : inside(root, root, way, input, ' in the planned commit');
}

export function writePrivate(path: string, content: string): string {
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}
