import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { runAction } from './support/action.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const actions = readdirSync(join(root, 'actions')).filter((name) => name !== 'rollback');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  statSync(join(dist, file)).isFile(),
);
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

interface ActionFile {
  readonly inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: { using: string; main: string; pre?: string; post?: string };
}
const folderOf = (name: string) => (name === 'rollback' ? '.' : `actions/${name}`);
const actionFile = (name: string) => parse(read(folderOf(name), 'action.yml')) as ActionFile;

/** The most bytes of dist/ that a start reads which ends with a wrong input, where it is more than that of most. */
const START: Readonly<Record<string, number>> = {
  'clear-cache': 0.26e6,
  notify: 0.39e6,
  report: 0.28e6,
  'smoke-test': 0.255e6,
  'switch-dns': 0.32e6,
};

describe('the bundle', () => {
  test('is at most 7.9 MB', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
    expect(bytes).toBeLessThanOrEqual(7.9e6);
    expect(bytes).toBeGreaterThan(100 * 1024);
  });

  // What few uses need has to be loaded by the first of them, and what a rollback needs once the inputs are right; one import
  // too many at the top of a file undoes that.
  test.each(['rollback', ...actions])('is loaded by a start of %s no further than it needs', (name) => {
    const temp = mkdtempSync(join(tmpdir(), 'dist-'));
    const tell = join(temp, 'tell.cjs');
    writeFileSync(
      tell,
      'process.on("exit", () => console.error(JSON.stringify([Object.keys(require.cache), process.moduleLoadList])));',
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', tell, join(dist, name, 'index.js')],
      { cwd: temp, env: { RUNNER_TEMP: temp, HOME: temp, INPUT_REASON: 'test' }, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining('::error::') });
    const [loaded, ofNode] = JSON.parse(stderr) as [string[], string[]];
    const bytes = loaded.filter((file) => file.startsWith(dist)).map((file) => statSync(file).size);
    expect(bytes.length).toBeGreaterThan(2);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(START[name] ?? 0.185e6);
    // With TLS it takes Node as long as half a megabyte of ours; what looks at a new target has it at once.
    expect(ofNode.includes('NativeModule https')).toBe(name === 'switch-dns');
  });

  test('has nothing of the generated API classes', () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts).toContain('main.js');
    for (const file of scripts) {
      expect([
        file,
        /class (CoreV1Api|ObjectCoreV1Api|PromiseCoreV1Api|ObservableCoreV1Api)\b|CoreV1ApiRequestFactory/.test(
          read('dist', file),
        ),
      ]).toEqual([file, false]);
    }
  });

  test('has the licences of what is in it', () => {
    const licences = read('dist/licenses.txt');
    for (const name of ['@actions/core', '@kubernetes/client-node', 'p-retry', 'valibot', 'yaml'])
      expect(licences).toContain(name);
  });

  test('is CommonJS, whatever package.json is above it', () => {
    expect(JSON.parse(read('dist/package.json'))).toEqual({ type: 'commonjs' });
  });

  // When nothing is left to wait for, Node exits with code 0.
  test('does not pass for done where its work never ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dist-'));
    cpSync(join(dist, 'start.js'), join(folder, 'start.js'));
    const run = (main: string) => {
      writeFileSync(join(folder, 'main.js'), `exports.main = () => ${main};`);
      return spawnSync(process.execPath, ['-e', `require('${folder}/start.js').start('assess')`], {
        encoding: 'utf8',
      });
    };
    expect(run('Promise.resolve()')).toMatchObject({ status: 0, stdout: '' });
    expect(run('new Promise(() => {})')).toMatchObject({
      status: 1,
      stdout:
        '::error::assess ended before its work was done: this is a bug of rollback-actions. Look at what it changed before you go on.\n',
    });
  });

  test('knows no folder of the machine that built it', () => {
    for (const file of files) expect([file, read('dist', file).includes(root)]).toEqual([file, false]);
  });

  test('has a stub for each action, and for nothing else', () => {
    const stubs = files.filter((file) => file.includes('/'));
    const all = ['rollback', ...actions];
    expect(stubs.sort()).toEqual(all.map((name) => `${name}/index.js`).sort());
    for (const name of all) {
      expect(read('dist', name, 'index.js')).toBe(`require('../start.js').start('${name}');\n`);
    }
  });
});

/** The rooms that have the inputs of an action. */
const ROOMS: Readonly<Record<string, string>> = {
  assess: 'assess',
  report: 'report',
  rollback: 'rollback',
  'rollback-db': 'database',
  'rollback-infra': 'infra',
  'rollback-service': 'service',
  'verify-integrity': 'integrity',
};

describe.each(['rollback', ...actions])('%s: action.yml', (name) => {
  const { inputs, outputs, runs } = actionFile(name);
  // What these read stands with what it is made into.
  const room = ROOMS[name];
  const code = [`actions/${name}.ts`, `work/${name}.ts`, ...(room ? [`${room}/inputs.ts`] : [])]
    .filter((file) => existsSync(join(root, 'src', file)))
    .map((file) => read('src', file))
    .join('');
  const common = read('src/runner/inputs.ts');

  test('runs the stub on Node 24', () => {
    const stub = `${name === 'rollback' ? '' : '../../'}dist/${name}/index.js`;
    expect(runs).toEqual({
      using: 'node24',
      main: stub,
      ...(/\bpost\b *[,}]/.test(/defineAction\(\{[\s\S]*?\}\);/.exec(code)?.[0] ?? '') && { post: stub }),
    });
    expect(statSync(join(root, folderOf(name), runs.main)).isFile()).toBe(true);
  });

  test('has the inputs that the code reads, no more and no less', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'dist-'));
    mkdirSync(join(temp, '.github'));
    writeFileSync(join(temp, '.github/rollback.yml'), `environments: {prod: {${name}: {no-such-input: 1}}}`);
    const { errors } = await runAction(name, { with: { reason: 'test' }, temp });
    const [, known = ''] = /the unknown key "no-such-input"; known are (.*)\.$/.exec(errors[0] ?? '') ?? [];
    // Consent is given for one run; no file gives it.
    const configurable = Object.keys(inputs).filter((input) => input !== 'accept');
    expect(known.split(', ').sort()).toEqual(configurable.sort());
  });

  // The runner passes a default as if the user had given it, and the configuration file would never be asked.
  test('leaves defaults to the code, and tells them', () => {
    const own = (key: string) => new RegExp(`^ {2}${key}: v\\.optional`, 'm').test(code);
    for (const source of [common, code]) {
      const all = source.matchAll(/^ {2}(\w+): v\.optional\((?:[^\n]*), '([^'\n]+)'\),$/gm);
      for (const [, key = '', value = ''] of all) {
        if (source === common && own(key)) continue;
        const input = inputs[key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
        expect(input?.default).toBeUndefined();
        expect(input?.description).toContain(`Default is \`${value}\``);
      }
    }
  });

  test('says of each input and output what it is', () => {
    for (const [key, { description }] of [...Object.entries(inputs), ...Object.entries(outputs)]) {
      expect([key, typeof description, description?.length > 10]).toEqual([key, 'string', true]);
    }
  });

  test('has result, seconds and the outputs that the code writes', () => {
    // What an action's room writes: a drill, a question and a check in place of a rollback; a repair.
    const rooms: Readonly<Record<string, readonly string[]>> = {
      rollback: [
        'src/drill/drill.ts',
        'src/rollback/decision.ts',
        'src/rollback/hand-back.ts',
        'src/readiness/check.ts',
      ],
      'rollback-db': ['src/database/render.ts', 'src/database/repair/inputs.ts'],
      'rollback-service': ['src/service/down/render.ts'],
    };
    const told = [code, ...(rooms[name] ?? []).map((path) => read(path))].join('');
    const literals = [...told.matchAll(/outputs(?: =|:) \{([^}]*)\}/g)].map(([, literal = '']) => literal);
    const written = literals.flatMap((literal) =>
      literal.split(',').map((part) => part.split(':')[0]?.trim().replaceAll("'", '') ?? ''),
    );
    expect(Object.keys(outputs).sort()).toEqual(
      [...new Set([...written, 'result', 'seconds'])].filter(Boolean).sort(),
    );
  });

  test('requires nothing that the configuration may give', () => {
    expect(Object.entries(inputs).filter(([, input]) => input.required)).toEqual([]);
  });
});

/** The names that the contract promises; there may be more. */
const PROMISED: Record<string, { inputs: string; outputs: string }> = {
  rollback: {
    inputs: 'action components to gitops gitops-repository gitops-paths gitops-token gitops-pull-request',
    outputs: 'severity decision rto report record lasting pull-request owners',
  },
  assess: {
    inputs:
      'prometheus-url prometheus-token alertmanager-url window bake interval min-requests error-rate latency error-rate-query latency-query outage-query data-corruption security-breach signals on-inconclusive',
    outputs: 'severity decision decide-by evidence',
  },
  'rollback-service': {
    inputs:
      'kubeconfig context namespace workloads selector to order health max-parallel on-failure restore-config gitops gitops-repository gitops-paths gitops-token gitops-pull-request state-file',
    outputs: 'workloads state-file failed lasting pull-request owners',
  },
  report: {
    inputs: 'rto history issue labels checklist github-token',
    outputs: 'summary report html checklist rto issue-number',
  },
  'rollback-infra': {
    inputs:
      'directory ref vars var-files backend-config workspace allow-destroy only-changes lock-timeout terraform phase plan-file',
    outputs: 'changes plan-file outputs',
  },
  'rollback-db': {
    inputs:
      'database-url backup backup-sha256 s3-endpoint phase strategy quiesce kubeconfig context namespace pgbouncer-url confirm jobs keep max-data-loss',
    outputs: 'downtime-seconds database previous-database data-loss tables',
  },
  notify: {
    inputs:
      'event fields template slack-token slack-channel slack-webhook-url slack-api-url pagerduty-routing-key pagerduty-url smtp-url email-from email-to teams-webhook-url webhook-url webhook-secret publish required',
    outputs: 'deliveries message slack-ts slack-channel-id incident-key',
  },
  'verify-integrity': {
    inputs:
      'mode database-url tables exclude-tables snapshot expect commands kubeconfig context namespace since jobs locate',
    outputs: 'report snapshot tables rows',
  },
  'hand-back': {
    inputs:
      'kubeconfig context namespace workloads selector argocd-namespace argocd-kubeconfig gitops-repository gitops-paths gitops-token gitops-pull-request',
    outputs: 'lasting pull-request owners',
  },
  'mark-good': { inputs: 'kubeconfig context namespace workloads selector keep', outputs: 'workloads' },
  'clear-cache': {
    inputs: 'redis-url mode prefix version-key confirm max-keys batch pause',
    outputs: 'deleted kept nodes',
  },
  'switch-dns': {
    inputs: 'provider zone name type value ttl server tsig-key api-token endpoint verify phase',
    outputs: 'previous propagated-seconds client-lag-seconds',
  },
};
const COMMON = 'config environment rollback-id reason dry-run timeout accept record';

test.each(Object.entries(PROMISED))('%s keeps the promises of the interface', (name, promised) => {
  const { inputs, outputs } = actionFile(name);
  expect(Object.keys(inputs)).toEqual(
    expect.arrayContaining([...promised.inputs.split(' '), ...COMMON.split(' ')]),
  );
  expect(Object.keys(outputs)).toEqual(
    expect.arrayContaining([...promised.outputs.split(' '), 'result', 'seconds']),
  );
});
