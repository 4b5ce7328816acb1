/** The harness itself, on small workflows: what GitHub does with conditions, needs, outputs and what goes wrong. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type RunOptions, runWorkflow, startWorkflow } from '../support/workflows/run.ts';

/** Runs jobs that are written without what every job needs. */
const run = (jobs: string, more: Partial<RunOptions> = {}) =>
  runWorkflow({ workflow: workflow(jobs), ...more });

const workflow = (jobs: string, on = 'workflow_dispatch:') => ({
  text: `on:\n  ${on}\npermissions: {}\njobs:\n${jobs}`,
});

const outcomes = (steps: readonly { id: string; outcome: string }[]) =>
  Object.fromEntries(steps.map(({ id, outcome }) => [id, outcome]));

test('a step that fails leaves those that ask for it, and fails the job', async () => {
  const { result, job, step } = await run(`
  one:
    runs-on: ubuntu-latest
    steps:
      - {id: first, run: 'echo told="yes=no" >> "$GITHUB_OUTPUT"; exit 3'}
      - {id: plain, run: 'true'}
      - {id: failed, if: failure(), run: 'true'}
      - {id: always, if: always(), run: 'echo got \${{ steps.first.outcome }} \${{ steps.first.outputs.told }}'}
      - {id: cancelled, if: cancelled(), run: 'true'}
`);
  expect(result).toBe('failure');
  expect(outcomes(job('one').steps)).toEqual({
    first: 'failure',
    plain: 'skipped',
    failed: 'success',
    always: 'success',
    cancelled: 'skipped',
  });
  expect(step('one', 'always').log).toBe('got failure yes=no\n');
});

test('the steps of a composite action see its inputs and each other, and leave variables and its outputs behind', async () => {
  const { step, calls } = await run(
    `
  one:
    runs-on: ubuntu-latest
    steps:
      - {id: login, uses: $/.github/actions/log-in, with: {google-workload-identity-provider: a-provider, cluster: shop}}
      - {id: next, run: 'echo $OF_THE_CLOUD \${{ steps.login.outputs.kubeconfig }}'}
`,
    {
      standIns: {
        'google-github-actions/auth': () => ({ env: { OF_THE_CLOUD: 'variable' } }),
        'google-github-actions/get-gke-credentials': () => ({ outputs: { kubeconfig_path: '/of/gke' } }),
      },
    },
  );
  expect(step('one', 'login').outcome).toBe('success');
  expect(step('one', 'next').log).toBe('variable /of/gke\n');
  expect(calls.map(({ action, with: given }) => [action, Object.values(given)])).toEqual([
    ['google-github-actions/auth', ['a-provider', '']],
    ['google-github-actions/get-gke-credentials', ['shop']],
  ]);
});

test('continue-on-error changes the conclusion, not the outcome', async () => {
  const { result, step } = await run(`
  one:
    runs-on: ubuntu-latest
    steps:
      - {id: first, continue-on-error: true, run: 'false'}
      - {id: next, if: "steps.first.outcome == 'failure'", run: 'echo \${{ steps.first.conclusion }}'}
`);
  expect(result).toBe('success');
  expect(step('one', 'next').log).toBe('success\n');
});

test('bash stops at the first error; only `shell: bash` sees one in a pipe', async () => {
  const { job } = await run(`
  one:
    runs-on: ubuntu-latest
    steps:
      - {id: plain, run: 'false | true'}
      - {id: pipe, shell: bash, run: 'false | true'}
`);
  expect(outcomes(job('one').steps)).toEqual({ plain: 'success', pipe: 'failure' });
});

test('variables go from the workflow to the job to the step, and from step to step', async () => {
  const { step } = await run(
    `
  one:
    runs-on: ubuntu-latest
    env: {A: job, B: '\${{ vars.B }}'}
    steps:
      - run: echo C=file >> "$GITHUB_ENV"; mkdir bin; echo "$PWD/bin" >> "$GITHUB_PATH"; printf 'echo tool' > bin/tool; chmod +x bin/tool
      - {id: all, env: {A: step, D: '\${{ env.C }}'}, run: 'echo $A $B $C $D \${{ env.A }}; tool'}
`,
    { vars: { B: 'vars' } },
  );
  expect(step('one', 'all').log).toBe('step vars file file step\ntool\n');
});

test('jobs wait for what they need, and see its outputs and results', async () => {
  const { jobs, job, step, result } = await run(`
  last:
    needs: [middle, other]
    if: \${{ !cancelled() && needs.other.result == 'failure' }}
    runs-on: ubuntu-latest
    steps: [{id: say, env: {N: '\${{ toJSON(needs) }}'}, run: 'echo $N'}]
  middle:
    needs: first
    runs-on: ubuntu-latest
    steps: [{run: 'test \${{ needs.first.outputs.word }} = hello'}]
  first:
    runs-on: ubuntu-latest
    outputs: {word: '\${{ steps.say.outputs.word }}'}
    steps: [{id: say, run: 'echo word=hello >> "$GITHUB_OUTPUT"'}]
  other:
    runs-on: ubuntu-latest
    steps: [{run: 'exit 1'}]
  after-other:
    needs: other
    runs-on: ubuntu-latest
    steps: [{run: 'true'}]
  in-need:
    needs: after-other
    if: failure()
    runs-on: ubuntu-latest
    steps: [{run: 'true'}]
`);
  expect(Object.fromEntries(Object.entries(jobs).map(([id, one]) => [id, one.result]))).toEqual({
    first: 'success',
    middle: 'success',
    other: 'failure',
    last: 'success',
    'after-other': 'skipped',
    // It asks for all jobs before it, not only for the one that it names.
    'in-need': 'success',
  });
  expect(job('first').outputs).toEqual({ word: 'hello' });
  expect(step('last', 'say').log).toContain('"other": { "result": "failure", "outputs": {} }');
  expect(result).toBe('failure');
});

test('inputs have the types that are declared, and their defaults', async () => {
  const declared = workflow(
    `  one:
    runs-on: ubuntu-latest
    steps:
      - id: say
        env: {INPUTS: '\${{ toJSON(inputs) }}', SENT: '\${{ toJSON(github.event.inputs) }}'}
        run: echo "$(tr -d ' \\n' <<<"$INPUTS")" "$(tr -d ' \\n' <<<"$SENT")"`,
    `workflow_dispatch:
    inputs:
      word: {type: string, required: true}
      flag: {type: boolean}
      count: {type: number, default: 2}
      kind: {type: choice, options: [a, b], default: b}`,
  );
  const start = (inputs: Record<string, string>) => runWorkflow({ workflow: declared, inputs });
  const { step } = await start({ word: 'x', flag: 'true' });
  const [inputs, sent] = step('one', 'say').log.trim().split(' ');
  expect(JSON.parse(inputs as string)).toEqual({ word: 'x', flag: true, count: 2, kind: 'b' });
  expect(JSON.parse(sent as string)).toEqual({ word: 'x', flag: 'true' });
  await expect(start({})).rejects.toThrow('Input `word` of .github/workflows/of-the-test.yml is required.');
  await expect(start({ word: 'x', kind: 'c' })).rejects.toThrow('is one of a, b, and got "c"');
  await expect(start({ word: 'x', flag: 'yes' })).rejects.toThrow('is a boolean, and got "yes"');
  await expect(start({ word: 'x', other: '' })).rejects.toThrow('does not take the inputs other');
});

test('secrets are hidden line by line, and an output of a job that has one is dropped', async () => {
  const { job, step } = await run(
    `  one:
    runs-on: ubuntu-latest
    outputs: {open: '\${{ steps.say.outputs.open }}', closed: '\${{ steps.say.outputs.closed }}'}
    steps:
      - id: say
        env: {KEY: '\${{ secrets.key }}'}
        run: |
          echo "$KEY"
          echo ::add-mask::learnt
          echo learnt
          echo "open=a" >> "$GITHUB_OUTPUT"
          echo "closed=x-second-x" >> "$GITHUB_OUTPUT"`,
    { secrets: { KEY: 'first\nsecond' } },
  );
  expect(step('one', 'say').log).toBe('***\n::add-mask::***\n***\n');
  expect(job('one').outputs).toEqual({ open: 'a' });
});

test('a matrix runs once for each combination, and stops at the first failure', async () => {
  const { job } = await run(
    `
  one:
    runs-on: ubuntu-latest
    strategy:
      max-parallel: 1
      matrix: {region: '\${{ fromJSON(vars.REGIONS) }}', include: [{region: b, code: 1}]}
    outputs: {last: '\${{ steps.say.outputs.region }}'}
    steps: [{id: say, run: 'echo region=\${{ matrix.region }} >> "$GITHUB_OUTPUT"; exit \${{ matrix.code || 0 }}'}]
`,
    { vars: { REGIONS: '["a","b","c"]' } },
  );
  expect(job('one').legs.map(({ result }) => result)).toEqual(['success', 'failure', 'cancelled']);
  expect(job('one')).toMatchObject({ result: 'failure', outputs: { last: 'b' } });
});

test('a run that is cancelled interrupts its step, then runs what asks for it', async () => {
  const running = startWorkflow({
    workflow: workflow(`  one:
    runs-on: ubuntu-latest
    steps:
      - {id: long, run: "trap 'echo interrupted; exit 0' INT; echo ready; while :; do sleep 0.05; done"}
      - {id: plain, run: 'true'}
      - {id: cancelled, if: cancelled(), run: 'echo \${{ job.status }}'}
      - {id: failed, if: failure(), run: 'true'}
  next:
    needs: one
    if: always()
    runs-on: ubuntu-latest
    steps: [{id: clean, if: always(), run: 'true'}, {id: plain, run: 'true'}]
  other:
    needs: one
    runs-on: ubuntu-latest
    steps: [{run: 'true'}]
`),
  });
  await running.printed('ready');
  running.cancel();
  const { result, job, step } = await running.result;
  expect(result).toBe('cancelled');
  expect(outcomes(job('one').steps)).toEqual({
    long: 'cancelled',
    plain: 'skipped',
    cancelled: 'success',
    failed: 'skipped',
  });
  expect(step('one', 'long').log).toContain('interrupted');
  expect(step('one', 'cancelled').log).toBe('cancelled\n');
  expect(job('next').steps.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
  expect(job('other').result).toBe('skipped');
});

test('a machine that dies leaves nothing behind, not even what always runs', async () => {
  const running = startWorkflow({
    workflow: workflow(`
  one:
    runs-on: ubuntu-latest
    steps:
      - {id: long, run: 'echo begun; sleep 100'}
      - {id: always, if: always(), run: 'echo never'}
`),
  });
  await running.printed('begun');
  running.die();
  const { job } = await running.result;
  expect(outcomes(job('one').steps)).toEqual({ long: 'failure' });
});

test('an action of others leaves variables for the steps after it', async () => {
  const { step } = await run(
    `
  one:
    runs-on: ubuntu-latest
    steps:
      - {uses: cloud/log-in@v1}
      - {id: say, run: 'echo $REGION'}
`,
    { standIns: { 'cloud/log-in': () => ({ env: { REGION: 'here' } }) } },
  );
  expect(step('one', 'say').log).toBe('here\n');
});

test('a step that asks to run always goes on when the run is cancelled', async () => {
  const go = join(mkdtempSync(join(tmpdir(), 'go-')), 'go');
  const running = startWorkflow({
    vars: { GO: go },
    workflow: workflow(`  one:
    runs-on: ubuntu-latest
    steps:
      - {id: on, if: always(), run: 'echo one is ready; until [ -e "\${{ vars.GO }}" ]; do sleep 0.05; done'}
  two:
    runs-on: ubuntu-latest
    steps:
      - {id: off, run: 'echo two is ready; exec sleep 600'}
      - {id: clean, if: cancelled(), run: 'echo two has ended'}`),
  });
  await running.printed('one is ready');
  await running.printed('two is ready');
  running.cancel();
  await running.printed('two has ended');
  writeFileSync(go, '');
  const { step } = await running.result;
  expect(step('two', 'off').outcome).toBe('cancelled');
  expect(step('one', 'on').outcome).toBe('success');
});

test('what the harness does not know is an error, not left out', async () => {
  const steps = (step: string) => `  one:\n    runs-on: ubuntu-latest\n    steps: [${step}]`;
  await expect(run(steps('{uses: other/action@v1}'))).rejects.toThrow(
    'no stand-in for `uses: other/action@v1`',
  );
  await expect(run(steps('{run: x, shell: pwsh}'))).rejects.toThrow('does not know the shell pwsh');
  await expect(run(steps("{run: x, if: nothing.there == ''}"))).rejects.toThrow(
    "Unrecognized named-value: 'nothing'",
  );
  await expect(run(steps('{uses: $/actions/notify, with: {evnt: started}}'))).rejects.toThrow(
    'does not take the inputs evnt',
  );
  await expect(run(`  one:\n    runs-on: x\n    container: y\n    steps: [{run: x}]`)).rejects.toThrow(
    'does not know `container` of Job `one`',
  );
  await expect(run('  one:\n    runs-on: x\n    stps: [{run: x}]')).rejects.toThrow(
    "Unexpected value 'stps'",
  );
});
