/** What GitHub itself reads of this repository: forms, owners, updates. A mistake in one of them is shown to nobody. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('dependabot renews every lockfile, and the actions of the workflows', () => {
  const { version, updates } = parse(read('.github/dependabot.yml')) as {
    version: number;
    updates: { 'package-ecosystem': string; directory?: string; directories?: string[] }[];
  };
  expect(version).toBe(2);
  const folders = (ecosystem: string) =>
    updates
      .filter((update) => update['package-ecosystem'] === ecosystem)
      .flatMap(({ directory, directories = [] }) => [...(directory ? [directory] : []), ...directories]);
  const tools = readdirSync(join(root, 'tools')).map((tool) => `/tools/${tool}`);
  expect(folders('npm').sort()).toEqual(['/', ...tools].sort());
  const own = readdirSync(join(root, '.github/actions')).map((name) => `/.github/actions/${name}`);
  expect(folders('github-actions')).toEqual(['/', ...own]);
});

test('F13: the Marketplace takes the root action', () => {
  const { name, description, branding } = parse(read('action.yml'));
  expect(name).toBe('Rollback Actions');
  expect(description.length).toBeLessThan(125);
  expect(branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
});

test('CODEOWNERS names paths that are there, and somebody for each', () => {
  for (const line of read('.github/CODEOWNERS')
    .split('\n')
    .filter((each) => /^[^#\s]/.test(each))) {
    const [path = '', ...owners] = line.split(/\s+/);
    expect(owners.length).toBeGreaterThan(0);
    for (const owner of owners) expect(owner).toMatch(/^@[\w-]+(\/[\w-]+)?$/);
    if (path !== '*') expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  }
});

describe('forms for issues', () => {
  const forms = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');
  const FIELDS = ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'];

  test.each(forms)('%s is one that GitHub shows', (form) => {
    const { name, description, body } = parse(read(`.github/ISSUE_TEMPLATE/${form}`)) as {
      name: string;
      description: string;
      body: {
        type: string;
        id?: string;
        attributes: { label?: string; value?: string; options?: string[] };
      }[];
    };
    expect(name.length).toBeGreaterThan(2);
    expect(description.length).toBeGreaterThan(2);
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(body.every(({ type }) => FIELDS.includes(type))).toBe(true);
    expect(fields.every(({ id, attributes }) => id !== undefined && attributes.label !== undefined)).toBe(
      true,
    );
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });

  test('ask which action, of all that there are', () => {
    const { body } = parse(read('.github/ISSUE_TEMPLATE/bug.yml')) as {
      body: { id?: string; attributes: { options?: string[] } }[];
    };
    const options = body.find(({ id }) => id === 'action')?.attributes.options ?? [];
    const actions = readdirSync(join(root, 'actions')).filter((name) => name !== 'rollback');
    expect(options.filter((option) => actions.includes(option)).sort()).toEqual(actions.sort());
  });
});

test('the changelog begins with what is not released, and links of SUPPORT lead somewhere', () => {
  expect(/^## (.*)$/m.exec(read('CHANGELOG.md'))?.[1]).toBe('Unreleased');
  for (const [, path = ''] of read('SUPPORT.md').matchAll(/\]\((?!https:)([^)#]+)/g))
    expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});
