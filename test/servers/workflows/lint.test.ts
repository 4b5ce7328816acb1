/**
 * actionlint and zizmor find nothing in the workflows and actions. zizmor is asked about files alone: what pages show is
 * shortened to what they are about (versions for hashes).
 *
 * actionlint 1.7.12, the newest, does not know `uses: $/…`, `concurrency.queue`, the `timezone` of a schedule and the
 * `deployment` of an environment yet: it gets copies in which `$/` is `./` and the others are left out. Nor does it know what the context `job` has since: GitHub's own
 * language service, in test/workflows/language.test.ts, does. zizmor 1.32.0 knows them. Neither is asked about the inputs of
 * `rollback-actions/rollback-actions/…@v1`, which can't be fetched: test/workflows/language.test.ts looks at them.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { asOlderToolsKnowIt } from '../../e2e/act.ts';
import { actionlint, zizmor } from '../../setup/artifacts.ts';
import { actionFiles, type Source, workflows } from '../../support/workflows/files.ts';
import { ROOT } from '../../support/workflows/parse.ts';

const execute = promisify(execFile);
/**
 * Actions of others are named by hash; ours, in the examples, by the tag that is released. The reusable workflows have what
 * their caller grants: one that named more than that would not start.
 */
const POLICIES = `rules:
  unpinned-uses: {config: {policies: {'rollback-actions/*': ref-pin, '*': hash-pin}}}
  excessive-permissions: {ignore: [drill.yml, readiness.yml, rollback.yml, watch-deploy.yml]}
`;

const files = () => [...workflows().filter(({ name }) => name.endsWith('.yml')), ...actionFiles()];

/** A repository with all of it where these tools look, and dist/, without which actions would have no code. */
async function repository(sources: readonly Source[], copy: (text: string) => string): Promise<string> {
  const made = mkdtempSync(join(tmpdir(), 'lint-'));
  cpSync(join(ROOT, 'dist'), join(made, 'dist'), { recursive: true });
  for (const { name, text } of sources) {
    const isAction = name.endsWith('action.yml');
    const path = isAction ? name : `.github/workflows/${fileName(name)}`;
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), copy(text));
  }
  await execute('git', ['init', '-q'], { cwd: made });
  return made;
}

/** A workflow calls another one by its name; what stands elsewhere gets a name of its own. */
function fileName(name: string): string {
  const [, own] = /^\.github\/workflows\/(.+)$/.exec(name) ?? [];
  return own ?? `${name.replace(/\.yml$/, '').replace(/[^\w]+/g, '-')}.yml`;
}

/** What a program says, and how it ends. */
async function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; text: string }> {
  try {
    const { stdout, stderr } = await execute(program, args, { cwd });
    return { code: 0, text: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

/** What actionlint does not know of the context `job`, and GitHub's own language service does. */
const NEWER_THAN_ACTIONLINT = '-ignore=^property "workflow_(repository|sha)" is not defined in object type';

/**
 * A secret that the caller inherits need not be declared (GitHub's page on reusing workflows says so); test/workflows.test.ts
 * holds which of them the workflows take.
 */
const INHERITED =
  '-ignore=^property "[a-z]+(_[a-z]+)+" is not defined in object type \\{actions_runner_debug: string';

const lint = async (sources: readonly Source[]) =>
  run(
    actionlint.path('actionlint'),
    ['-no-color', NEWER_THAN_ACTIONLINT, INHERITED],
    await repository(sources, asOlderToolsKnowIt),
  );
const audit = async (sources: readonly Source[]) => {
  const folder = await repository(sources, (text) => text);
  writeFileSync(join(folder, 'zizmor.yml'), POLICIES);
  const flags = ['--offline', '--no-progress', '--color=never', '--config=zizmor.yml'];
  return run(zizmor.path('bin/zizmor'), [...flags, '.'], folder);
};

/** drill.yml is there before the drill: actionlint is not asked about it until the root action takes a fault. */
const isAwaited = ({ name }: Source) =>
  name === '.github/workflows/drill.yml' &&
  !actionFiles().some((action) => action.name === 'action.yml' && /^ {2}fault:/m.test(action.text));

test('actionlint finds nothing', async () => {
  const sources = [...workflows(), ...actionFiles()].filter((source) => !isAwaited(source));
  expect(await lint(sources)).toEqual({ code: 0, text: '' });
});

test('zizmor finds nothing', async () => {
  const { code, text } = await audit(files());
  expect(text).toContain('No findings to report');
  expect(code).toBe(0);
});

test('both find what is wrong', async () => {
  const text = `
on: {workflow_dispatch: {inputs: {word: {type: string}}}}
jobs:
  one:
    runs-on: ubuntu-latest
    permissions: write-all
    steps:
      - uses: $/actions/notify
        with: {evnt: started}
      - run: echo \${{ inputs.word }} \${{ inputs.wrd }}
`;
  const wrong = [{ name: '.github/workflows/wrong.yml', text }, ...actionFiles()];
  const linted = await lint(wrong);
  expect(linted.code).toBe(1);
  expect(linted.text).toContain('input "evnt" is not defined in action');
  expect(linted.text).toContain('property "wrd" is not defined');
  const audited = await audit(wrong);
  expect(audited.code).toBeGreaterThan(0);
  expect(audited.text).toContain('error[template-injection]');
  expect(audited.text).toContain('error[excessive-permissions]');
});
