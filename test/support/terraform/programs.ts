import { providerMirror, terraform, tofu } from '../../setup/artifacts.ts';
import { onPath } from '../../setup/programs.ts';

const BUILT = { terraform, tofu };

type ProgramName = keyof typeof BUILT;

/** Those that tests of both run. */
export const PROGRAMS: readonly ProgramName[] = process.env.EVERY_VERSION
  ? ['terraform', 'tofu']
  : ['terraform'];

/** The path of Terraform or OpenTofu: the machine's own where it has one, else what the set-up built. */
export const infraProgram = (name: ProgramName = 'terraform'): string =>
  onPath(name) ?? BUILT[name].path(name);

/**
 * What `TF_CLI_CONFIG_FILE` has to say so that providers come from a mirror on the disk and from nowhere else, as where
 * no registry is reached. The mirror has hashicorp/time.
 */
export const mirrorConfiguration = (): string =>
  `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(providerMirror.path())}\n  }\n}\n`;
