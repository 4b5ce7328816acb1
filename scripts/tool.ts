import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages of their own, because they are large and few need them; each folder of `tools/` has a lockfile. */
export type Tool = 'browser' | 'migrations' | 'mutate' | 'prose';

const tools = join(import.meta.dirname, '../tools');

/** The node_modules folder of a tool. */
export const modulesOf = (name: Tool): string => join(tools, name, 'node_modules');

/** Whether a tool is installed as its lockfile says. */
export function isInstalled(name: Tool): boolean {
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === lockfileOf(name);
}

/** Installs a tool where it is missing or its lockfile has changed. Call this from an npm script: its npm runs on Node 24. */
export function install(name: Tool): void {
  if (isInstalled(name)) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: join(tools, name), stdio: 'inherit' });
  writeFileSync(stampOf(name), lockfileOf(name));
}

const stampOf = (name: Tool) => join(modulesOf(name), '.installed');
const lockfileOf = (name: Tool) => readFileSync(join(tools, name, 'package-lock.json'), 'utf8');
