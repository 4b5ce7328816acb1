/** What the workflows decide between their jobs, and what they ask a person for. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const workflow = (path: string) => parse(readFileSync(join(root, path), 'utf8'));

type Values = Readonly<Record<string, string>>;

/** The value of an `if:` of a workflow; its operators are JavaScript's, its names are looked up in `values`. */
function holds(condition: string, values: Values): boolean {
  const looked = condition.replace(/[a-z]+(\.[\w-]+)+/g, (name) => JSON.stringify(values[name] ?? ''));
  return runInNewContext(looked, { always: () => true, cancelled: () => false }) as boolean;
}

/** What the log-in to a cloud takes, which is no business of the root action. */
const LOG_IN = Object.keys(workflow('.github/actions/log-in/action.yml').inputs);

test.each(['rollback', 'watch-deploy', 'drill', 'readiness'])(
  '%s.yml logs in to the cloud that its caller names',
  (name) => {
    const { on, jobs } = workflow(`.github/workflows/${name}.yml`);
    const handed = Object.fromEntries(LOG_IN.map((each) => [each, `\${{ inputs.${each} }}`]));
    expect(Object.keys(on.workflow_call.inputs)).toEqual(expect.arrayContaining(LOG_IN));
    const [job] = Object.values<{ steps: { uses?: string; with?: object }[] }>(jobs);
    const step = job?.steps.find(({ uses }) => uses === '$/.github/actions/log-in');
    expect(step?.with).toEqual(handed);
    if (name === 'watch-deploy') expect(jobs.rollback.with).toMatchObject(handed);
  },
);

describe('watch-deploy.yml', () => {
  const { watch, rollback } = workflow('.github/workflows/watch-deploy.yml').jobs;
  const step = (id: string) => watch.steps.find((item: { id?: string }) => item.id === id);

  /** What becomes of a deploy: nothing, `watched` alone, or `rolled back`. */
  function fate(deploy: string, decision: string, on: string): string {
    const inputs = { 'inputs.deploy-result': deploy, 'inputs.roll-back-on': on };
    if (!holds(watch.if, inputs)) return 'nothing';
    const watched = holds(step('assess').if, inputs);
    const said = { ...inputs, 'steps.assess.outputs.decision': watched ? decision : '' };
    const back = holds(step('verdict').if, said) ? 'true' : '';
    return holds(rollback.if, { 'needs.watch.outputs.roll-back': back }) ? 'rolled back' : 'watched';
  }

  test.each([
    ['success', 'rollback', 'high', 'rolled back'],
    ['success', 'quick-fix-then-rollback', 'high', 'rolled back'],
    ['success', 'quick-fix-then-rollback', 'critical', 'watched'],
    ['success', 'rollback', 'critical', 'rolled back'],
    ['success', 'evaluate', 'high', 'watched'],
    ['success', 'fix-forward', 'high', 'watched'],
    ['success', 'none', 'high', 'watched'],
    // assess itself could not look.
    ['success', '', 'high', 'watched'],
    ['failure', '', 'critical', 'rolled back'],
    // What `workflow_run` says, and `needs` does not.
    ['timed_out', '', 'high', 'rolled back'],
    ['cancelled', 'rollback', 'high', 'nothing'],
    ['skipped', 'rollback', 'high', 'nothing'],
    ['action_required', 'rollback', 'high', 'nothing'],
  ])('a deploy: %s, decision %j, roll-back-on %s: %s', (deploy, decision, on, expected) => {
    expect(fate(deploy, decision, on)).toBe(expected);
  });

  test('marks as good only what was judged to be well', () => {
    const { if: condition } = watch.steps.find((item: { name: string }) => item.name === 'Mark it good');
    const marks = (result: string, decision: string) =>
      holds(condition, {
        'inputs.mark-good': 'true',
        'steps.assess.outputs.result': result,
        'steps.assess.outputs.decision': decision,
      });
    expect(marks('judged', 'none')).toBe(true);
    expect([marks('inconclusive', 'none'), marks('judged', 'fix-forward'), marks('', '')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

/** Names under which a repository may keep something else: none is taken that the caller has not named. */
const NAMED_ALONE = ['kubeconfig', 'api-token', 'webhook-url', 'webhook-secret', 'github-token'];

/** A secret that was passed by its name, or that a repository or environment has by the usual one, without dashes. */
const secretOf = (name: string): string => {
  const usual = NAMED_ALONE.includes(name) ? '' : ` || secrets.${name.toUpperCase().replaceAll('-', '_')}`;
  return `\${{ secrets.${name}${usual} }}`;
};

test('watch-deploy.yml hands on all secrets of rollback.yml, and what says which components go back and how', () => {
  const { inputs, secrets } = workflow('.github/workflows/rollback.yml').on.workflow_call;
  const { on, jobs } = workflow('.github/workflows/watch-deploy.yml');
  const handed = (names: string[], from: string) =>
    Object.fromEntries(names.map((name) => [name, `\${{ ${from}.${name} }}`]));
  expect(Object.keys(on.workflow_call.secrets)).toEqual(Object.keys(secrets));
  expect(jobs.rollback.secrets).toEqual(
    Object.fromEntries(Object.keys(secrets).map((name) => [name, secretOf(name)])),
  );
  const names = ['components', 'confirm', 'backup', 'ref', 'to', 'namespace', 'deployed-at'];
  expect(jobs.rollback.with).toMatchObject(handed(names, 'inputs'));
  // What has waited for a quick fix is judged once more.
  expect(jobs.rollback.with.decide).toContain(
    "needs.watch.outputs.decision == 'quick-fix-then-rollback' && inputs.quick-fix && 'assess' || inputs.decide",
  );
  for (const name of names) expect(on.workflow_call.inputs[name].type).toBe(inputs[name].type);
});

test('rollback.yml hands every input and secret of its own to the root action, and can be read in one go', () => {
  const text = readFileSync(join(root, '.github/workflows/rollback.yml'), 'utf8');
  const { on, jobs } = parse(text);
  const { inputs, secrets } = on.workflow_call;
  const { with: given } = jobs.rollback.steps.find(({ id }: { id?: string }) => id === 'rollback');
  const handed = (names: string[], from: string) => names.map((name) => [name, `\${{ ${from}.${name} }}`]);
  const others = Object.keys(secrets).filter((name) => name !== 'kubeconfig');
  const own = { 'github-token': `\${{ secrets.github-token || github.token }}` };
  expect(given).toMatchObject({
    ...Object.fromEntries(others.map((name) => [name, secretOf(name)])),
    ...own,
  });
  expect(given.kubeconfig).toBe(`\${{ secrets.kubeconfig || steps.log-in.outputs.kubeconfig }}`);
  const passed = Object.keys(inputs).filter((name) => name !== 'runs-on' && !LOG_IN.includes(name));
  expect(given).toMatchObject(Object.fromEntries(handed(passed, 'inputs')));
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(on.workflow_dispatch.inputs)));
  expect(text.split('\n').length).toBeLessThanOrEqual(300);
  expect(text.slice(text.indexOf('\njobs:')).split('\n').length).toBeLessThanOrEqual(150);
});

test('rollback-on-alert.yml rolls back by the decision alone, never by the word of who started it', () => {
  const { if: condition } = workflow('examples/prometheus/rollback-on-alert.yml').jobs.rollback;
  const goes = (decision: string) => holds(condition, { 'needs.judge.outputs.decision': decision });
  expect(['rollback', 'quick-fix-then-rollback'].map(goes)).toEqual([true, true]);
  expect(['evaluate', 'fix-forward', 'none', ''].map(goes)).toEqual([false, false, false, false]);
  expect(condition).not.toContain('inputs.');
});

describe('a start by hand', () => {
  const page = readFileSync(join(root, 'docs/get-started.md'), 'utf8');
  const [copied = ''] = page.match(/^ *name: Rollback\n[\s\S]*?(?=^ *```)/m) ?? [];
  const workflows = {
    'rollback.yml': workflow('.github/workflows/rollback.yml'),
    'rollback-on-alert.yml': workflow('examples/prometheus/rollback-on-alert.yml'),
    'docs/get-started.md': parse(copied.replace(/^ {3}/gm, '')),
  };

  test.each(Object.entries(workflows))(
    'of %s asks for little, each told, and choices where there are some',
    (_, { on }) => {
      const inputs = Object.entries<Values>(on.workflow_dispatch.inputs);
      expect(inputs.length).toBeLessThanOrEqual(10);
      for (const [, { description = '' }] of inputs) expect(description).toMatch(/^[A-Z].{8,}/);
      const types = Object.fromEntries(inputs.map(([name, { type = 'string' }]) => [name, type]));
      for (const name of ['environment', 'to', 'dry-run'].filter((name) => name in types))
        expect(types[name]).toMatch(/^(choice|environment|boolean)$/);
      const why = inputs.find(([name]) => name === 'reason' || name === 'alerts');
      expect(why?.[1].required).toBe(true);
    },
  );
});

test('no workflow of ours starts by the end of one that rolls back', () => {
  const paths = ['rollback.yml', 'watch-deploy.yml'].map((name) => `.github/workflows/${name}`);
  for (const path of [...paths, 'examples/prometheus/rollback-on-alert.yml']) {
    const starts = Object.keys(workflow(path).on);
    expect(starts.filter((name) => !/^workflow_(call|dispatch)$/.test(name))).toEqual([]);
  }
  const page = readFileSync(join(root, 'docs/triggers.md'), 'utf8');
  const [, documented = ''] = /```yaml\n(name: Watch\n[\s\S]*?)```/.exec(page) ?? [];
  const { name, on, jobs } = parse(documented);
  expect(on.workflow_run).toEqual({ workflows: ['Deploy'], types: ['completed'], branches: ['main'] });
  const ours = [name, ...paths.map((path) => workflow(path).name), 'Rollback on alert'];
  expect(ours).not.toContain('Deploy');
  expect(jobs.watch.with['deploy-result']).toMatch(/^\$\{\{ github\.event\.workflow_run\.conclusion \}\}$/);
});
