import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './parse.ts';

export interface Source {
  /** Where it stands: `docs/triggers.md`, with a number where a page has several. */
  readonly name: string;
  readonly text: string;
}

const read = (name: string): Source => ({ name, text: readFileSync(join(ROOT, name), 'utf8') });
const all = (...globs: string[]) => globs.flatMap((glob) => globSync(glob, { cwd: ROOT })).sort();

/** Every workflow of this repository: those that run, the examples, and those that pages show whole. */
export function workflows(): Source[] {
  const files = all('.github/workflows/*.yml', 'examples/**/*.yml', 'examples/*/.github/workflows/*.yml').map(
    read,
  );
  return [...files, ...all('README.md', 'docs/**/*.md', 'actions/*/README.md').flatMap(blocks)].filter(
    isWorkflow,
  );
}

/** The `action.yml` of every action. */
export function actionFiles(): Source[] {
  return all('action.yml', 'actions/*/action.yml', '.github/actions/*/action.yml').map(read);
}

function blocks(page: string): Source[] {
  const found = [...read(page).text.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```/gm)];
  return found.map(([, indent = '', text = ''], index) => ({
    name: `${page} ${index + 1}`,
    text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

function isWorkflow({ text }: Source): boolean {
  const content: unknown = parse(text);
  return content !== null && typeof content === 'object' && 'on' in content && 'jobs' in content;
}
