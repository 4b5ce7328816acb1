import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The pages that people read, from the root of this repository. */
export const PAGES: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/sparc/README.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}/README.md`),
];

export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The blocks of YAML on a page, without the indentation of a list that they stand in. */
export const yamlOf = (page: string): string[] =>
  [...readPage(page).matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', text = '']) =>
    text.replace(new RegExp(`^${indent}`, 'gm'), ''),
  );

/** Those that are whole workflows. */
export const workflowsOf = (page: string): string[] => yamlOf(page).filter((text) => /^jobs:/m.test(text));
