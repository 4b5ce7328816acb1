import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { goProgram } from '../go.ts';

/** Where what the machine does not have is built from. */
const SOURCES = {
  // The last one whose module is whole: later ones have their backends in modules of their own, which no proxy has.
  terraform: { module: 'github.com/hashicorp/terraform', version: 'v1.8.5', main: '.' },
  tofu: { module: 'github.com/opentofu/opentofu', version: 'v1.10.6', main: './cmd/tofu' },
};

export type ProgramName = keyof typeof SOURCES;

/** Milliseconds that getting the programs may take: two are built, and another worker may be at the same. */
export const GETTING = 1_800_000;

/**
 * The path of Terraform or OpenTofu: the machine's own where it has one, else it is built once into the cache folder
 * (four minutes on two cores).
 */
export async function infraProgram(name: ProgramName = 'terraform'): Promise<string> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(existsSync) ?? built(name);
}

async function built(name: ProgramName): Promise<string> {
  const { module, version, main } = SOURCES[name];
  // As its releases are built: not a version under development.
  return goProgram(`${module}@${version}`, main, name, `-X ${module}/version.dev=no`);
}

/** The provider that the tests of mirrors use; it needs no network. */
const TIME = { module: 'github.com/hashicorp/terraform-provider-time', version: '0.13.1' };

/**
 * What `TF_CLI_CONFIG_FILE` has to say so that providers come from a mirror on the disk and from nowhere else, as where
 * no registry is reached. The mirror has hashicorp/time, which is built once (one minute).
 */
export async function mirrorConfiguration(): Promise<string> {
  const { module, version } = TIME;
  const file = `terraform-provider-time_v${version}`;
  const program = await goProgram(`${module}@v${version}`, '.', file);
  const mirror = join(dirname(program), 'mirror');
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
  for (const registry of ['registry.terraform.io', 'registry.opentofu.org']) {
    const folder = join(mirror, registry, 'hashicorp/time', version, platform);
    await mkdir(folder, { recursive: true });
    await copyFile(program, join(folder, file));
  }
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
}
