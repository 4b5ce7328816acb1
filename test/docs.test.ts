/** What the documentation shows must work: its YAML parses, its workflows fit the actions, its links lead somewhere. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, parseDocument } from 'yaml';
import { messages } from '../scripts/messages.ts';
import { readFile } from '../src/config/read.ts';
import { PAGES, yamlOf } from './support/pages.ts';
import { documentedRights, documentedRole, type Right } from './support/permissions.ts';
import { workflows } from './support/workflows/files.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Job {
  uses?: string;
  concurrency?: { 'cancel-in-progress'?: unknown };
  with?: object;
  secrets?: object;
  steps?: { id?: string; uses?: string; run?: string; with?: object; env?: object }[];
}

describe.each(PAGES)('%s', (page) => {
  for (const [index, text] of yamlOf(page).entries())
    test(`has YAML that parses and fits the actions, block ${index + 1}`, () => {
      const document = parseDocument(text, { uniqueKeys: true });
      expect(document.errors).toEqual([]);
      const content = document.toJS() as { on?: unknown; jobs?: Record<string, Job> } | Job['steps'];
      if (/^environments:/m.test(text)) expect(() => readConfiguration(text)).not.toThrow();
      const jobs = Array.isArray(content) ? [{ steps: content }] : Object.values(content?.jobs ?? {});
      if (!Array.isArray(content) && content?.jobs) expect(asWorkflow(content)).toEqual([]);
      for (const job of jobs as Job[]) {
        for (const use of [job, ...(job.steps ?? [])])
          expect([unknownInputs(use), missingOf(use)]).toEqual([[], []]);
      }
    });

  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#([\w-]+))?\)/g)];
  test('has links that lead somewhere', () => {
    for (const [, target = '', anchor] of links) {
      const path = join(dirname(join(root, page)), target);
      expect(existsSync(path) ? '' : target).toBe('');
      if (anchor) expect(anchors(readFileSync(path, 'utf8'))).toContain(anchor);
    }
  });
});

test('whoever looks a message up in Troubleshooting finds one that the product says', () => {
  const said = messages().map(({ text }) => text);
  // The stub says the first before it loads anything; the second begins with a place in a file.
  const others = ['rollback-actions needs Node.js 24', '.github/rollback.yml:12:7: …'];
  const quoted = [...read('docs/troubleshooting.md').matchAll(/^\| (.+?) \| /gm)]
    .flatMap(([, cell = '']) => cell.split('; '))
    .filter((quote) => !['It says', '---', ...others].includes(quote));
  expect(quoted.length).toBeGreaterThan(25);
  expect(quoted.filter((quote) => !said.some((text) => isQuoted(quote, text)))).toEqual([]);
});

/** Whether the parts of a quote, between dots, stand in a text in that order. */
function isQuoted(quote: string, text: string): boolean {
  let at = 0;
  for (const part of quote.split('…').map((each) => each.trim())) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

test('each input of each action is named on a page that says when to give it', () => {
  const pages = [...PAGES.filter((page) => !page.startsWith('actions/')), 'docs/architecture.md']
    .map(read)
    .join('\n');
  const inputs = inputsOfActions();
  expect(inputs.length).toBeGreaterThan(200);
  const isNamed = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(pages);
  expect(inputs.filter(({ name }) => !isNamed(name))).toEqual([]);
});

/** The inputs of all actions, by their actions. */
function inputsOfActions(): { action: string; name: string }[] {
  return readdirSync(join(root, 'actions')).flatMap((action) => {
    const { inputs = {} } = parse(read(`actions/${action}/action.yml`)) as { inputs?: object };
    return Object.keys(inputs).map((name) => ({ action, name }));
  });
}

test('the README shows both pictures, and each is small', () => {
  const pictures = readdirSync(join(root, 'docs/pictures'));
  expect(pictures.sort()).toEqual(['slack.webp', 'summary.webp']);
  for (const name of pictures) {
    expect(read('README.md')).toContain(`docs/pictures/${name}`);
    expect(statSync(join(root, 'docs/pictures', name)).size).toBeLessThan(60 * 1024);
  }
});

test('the example of a workflow that an alert starts fits the actions', () => {
  const { jobs } = parse(read('examples/prometheus/rollback-on-alert.yml')) as { jobs: Record<string, Job> };
  const uses = Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])]);
  expect(uses.filter(({ uses = '' }) => uses.startsWith('rollback-actions/'))).toHaveLength(2);
  for (const use of uses) expect([unknownInputs(use), missingOf(use)]).toEqual([[], []]);
});

test('a configuration that the code refuses is found', () => {
  expect(() => readConfiguration('environments: {prod: {rollback-srvice: {}}}')).toThrow(/rollback-srvice/);
});

test('F7: a rollback that a person starts does not wait for the deploy that it has to undo', () => {
  const groups = workflows().flatMap(({ name, text }) => {
    const { on, concurrency, jobs } = parse(text);
    const isByHand = on !== null && typeof on === 'object' && 'workflow_dispatch' in on;
    if (!isByHand || !/rollback-actions@v1|rollback\.yml@v1|\$\/actions\/rollback\b/.test(text)) return [];
    const all = [
      concurrency,
      ...Object.values<{ concurrency?: unknown }>(jobs).map((job) => job.concurrency),
    ];
    return all.flatMap((each) => (each ? [[name, typeof each === 'object' ? each.group : each]] : []));
  });
  expect(groups.length).toBeGreaterThan(3);
  expect(groups.filter(([, group]) => /deploy/.test(group))).toEqual([]);
});

interface WorkflowText {
  on?: unknown;
  concurrency?: { 'cancel-in-progress'?: unknown };
  jobs?: Record<string, Job>;
}

/** F9: what looks like a workflow is one. What it lacks to run as pasted. */
function asWorkflow({ on, concurrency, jobs = {} }: WorkflowText): string[] {
  const lacks = on === undefined ? ['`on`'] : [];
  // The next deploy would cancel a rollback midway.
  for (const each of [{ concurrency }, ...Object.values(jobs)])
    if (each.concurrency?.['cancel-in-progress'] === true) lacks.push('patience: a rollback is cancelled');
  for (const [name, { steps = [] }] of Object.entries(jobs)) {
    const needsFiles = steps.findIndex(({ run = '', uses = '' }) => /^\.\//m.test(run) || /^\.\//.test(uses));
    const brings = steps.findIndex(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    if (needsFiles >= 0 && (brings < 0 || brings > needsFiles)) lacks.push(`a checkout in ${name}`);
  }
  return lacks;
}

/** Reads a page's .github/rollback.yml as the actions do. */
function readConfiguration(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'page-')), 'rollback.yml');
  writeFileSync(path, text);
  return readFile(path);
}

describe("the runbook's platform", () => {
  const environments = read('examples/sparc/.github/rollback.yml').split(/^ {2}staging:$/m);
  const named = (text = '') =>
    [...new Set([...text.matchAll(/\{ env: (\w+) \}/g)].map(([, name]) => name))].sort();
  const given = (workflow: string, step: string) => {
    const { jobs } = parse(read(`examples/sparc/.github/workflows/${workflow}.yml`)) as {
      jobs: Record<string, Job>;
    };
    const { env = {} } = jobs[step]?.steps?.find(({ id }) => id === step) ?? {};
    return Object.keys(env).sort();
  };

  test('started by hand, is given every variable that its configuration names, and the place of the state', () => {
    expect(given('rollback', 'rollback')).toEqual(
      ['PG_CONN_STR', ...named(environments[0])].sort((one = '', other = '') => (one < other ? -1 : 1)),
    );
  });

  test('after a failed deploy, is given what services and cache, the judging and the telling need', () => {
    const others = ['SPARC_DATABASE_URL', 'SPARC_INFRA_VARS'];
    expect(given('deploy', 'rollback')).toEqual(
      named(environments[0]).filter((name) => !others.includes(name ?? '')),
    );
  });

  test('in a drill, is given what staging needs', () => {
    expect(given('drill', 'drill')).toEqual(named(environments[1]));
  });
});

/** The inputs that a `uses:` of ours gives and its target does not take. */
function unknownInputs({ uses = '', with: given = {} }: { uses?: string; with?: object }): string[] {
  const [, path] = /^rollback-actions\/rollback-actions\/([^@]+)@/.exec(uses) ?? [];
  if (!path) return [];
  const taken = path.endsWith('.yml')
    ? parse(read(path)).on.workflow_call.inputs
    : parse(read(`${path}/action.yml`)).inputs;
  return Object.keys(given).filter((name) => !(name in taken));
}

/** The inputs and secrets that a workflow of ours requires and a `uses:` of it does not give, and secrets it does not take. */
function missingOf(use: Job): string[] {
  const [, path] = /^rollback-actions\/rollback-actions\/([^@]+\.yml)@/.exec(use.uses ?? '') ?? [];
  if (!path) return [];
  const { inputs = {}, secrets = {} } = parse(read(path)).on.workflow_call as Record<string, object>;
  const lacks = (declared: object, given: object = {}) =>
    Object.entries(declared)
      .filter(([name, { required }]) => required && !(name in given))
      .map(([name]) => name);
  const unknown = Object.keys(use.secrets ?? {}).filter((name) => !(name in secrets));
  return [...lacks(inputs, use.with), ...lacks(secrets, use.secrets), ...unknown];
}

function anchors(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)];
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

test('F17: the Role of the documentation has the rights of its table, all of them and no others', () => {
  const columns = [
    'rollback-service',
    'mark-good',
    'assess with workloads',
    'rollback-db with quiesce',
    'verify-integrity with commands',
    'verify-integrity with logs',
    'clear-cache with via',
  ];
  const told = ({ group, resource, verb }: Right) => `${group}/${resource}: ${verb}`;
  const table = columns
    .map(documentedRights)
    .flatMap(({ needed, optional }) => [...needed, ...optional].map(told));
  const role = documentedRole().flatMap(({ apiGroups: [group = ''], resources, verbs }) =>
    resources.flatMap((resource) => verbs.map((verb) => told({ group, resource, verb }))),
  );
  expect([...new Set(role)].sort()).toEqual([...new Set(table)].sort());
});
