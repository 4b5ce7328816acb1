import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { interrupt } from '../../../src/systems/terraform/command.ts';
import { explain, lockOf, parseErrors, parseMessage } from '../../../src/systems/terraform/diagnostics.ts';
import { environmentFor, ignored } from '../../../src/systems/terraform/environment.ts';

const error = (summary: string, detail = '') => ({ severity: 'error' as const, summary, detail });
const told = (summary: string, detail = '') =>
  explain('plan', 'infra', [error(summary, detail)], Date.parse('2026-01-01T00:00:00Z')).message;

const LOCK = (
  created: string,
) => `Error message: ConditionalCheckFailedException: The conditional request failed
Lock Info:
  ID:        9db590f1-b6fe-c5f2-2678-8804f089deba
  Path:      state/prod.tfstate
  Operation: OperationTypeApply
  Who:       runner@fv-az1
  Version:   1.11.4
  Created:   ${created} +0000 UTC
  Info:      \n\n
Terraform acquires a state lock to protect the state from being written`;

describe('a lock', () => {
  test('is told with who has it and since when', () => {
    expect(told('Error acquiring the state lock', LOCK('2025-12-31 23:59:01.123456789'))).toBe(
      'The state of infra is locked by runner@fv-az1 since 2025-12-31 23:59:01.123456789 +0000 UTC (apply, lock 9db590f1-b6fe-c5f2-2678-8804f089deba); wait until that run has ended; only where it is dead for certain, `terraform force-unlock 9db590f1-b6fe-c5f2-2678-8804f089deba`.',
    );
  });

  test('is somebody else’s where the backend tells of the one who asks', () => {
    expect(told('Error acquiring the state lock', LOCK('2026-01-01 00:00:01.5'))).toContain(
      'by another run, and this backend does not tell which (ConditionalCheckFailedException: The conditional request failed)',
    );
  });

  test('that cannot be acquired for another reason says it', () => {
    expect(
      told('Error acquiring the state lock', 'Error message: AccessDenied: no dynamodb:PutItem'),
    ).toContain('cannot be acquired: AccessDenied: no dynamodb:PutItem; check');
  });

  test('is nothing that another error tells of', () => {
    expect(lockOf(error('Invalid value', 'ID: 1'))).toBeUndefined();
  });
});

test.each([
  ['Saved plan is stale', '', /is stale: the state was changed after it was made/],
  ['Saved plan does not match the given state', 'x', /is not of this state/],
  ['error configuring S3 Backend: no valid credential sources found', '', /does not accept the credentials/],
  ['x', 'googleapi: Error 403: The caller does not have permission', /does not accept the credentials/],
  ['dial tcp: lookup nohost.invalid: no such host', '', /cannot be reached: dial tcp/],
  ['Get "https://x": x509: certificate signed by unknown authority', '', /is not secure/],
  [
    'No value for required variable',
    'The root module input variable "region" is not set',
    /A variable of infra has no value: .*"region" is not set; give it in/,
  ],
  [
    'Unsupported argument',
    '  on main.tf line 3, in resource "x" "y":\n   3:   foo = 1\n\nAn argument named "foo" is not expected here.',
    /^terraform plan of infra failed: Unsupported argument: An argument named "foo" is not expected here\.$/,
  ],
])('%s is one sentence', (summary, detail, message) => {
  const sentence = told(summary, detail);
  expect(sentence).toMatch(message);
  expect(sentence).not.toContain('\n');
});

test('errors of commands without JSON are read with and without frames and colours', () => {
  const framed =
    '\u001b[31m╷\u001b[0m\n│ Error: First\n│ \n│   on a.tf line 1:\n│ Detail of it.\n╵\n╷\n│ Error: Second\n╵\n';
  expect(parseErrors(framed).map(({ summary }) => summary)).toEqual(['First', 'Second']);
  expect(parseErrors('Initializing…\n\nError: pq: no\n\n\n')).toEqual([error('pq: no')]);
});

test('what is said without the word Error is told as it is, and nothing where nothing is said', () => {
  const said = '\u001b[31mFailed to refresh state: pq: connection refused\u001b[0m\n\nCheck the backend.\n';
  const at = Date.now();
  expect(explain('state pull', 'infra', parseErrors(said), at).message).toMatch(
    /^The backend or a provider of infra cannot be reached: Failed to refresh state: pq: connection refused; /,
  );
  expect(explain('init', 'infra', parseErrors('\n'), at).message).toBe(
    'terraform init of infra failed and does not say why; see its lines above.',
  );
});

test('a process that has ended meanwhile needs no interrupt', async () => {
  const child = spawn('true');
  await once(child, 'exit');
  expect(() => interrupt(child.pid as number)).not.toThrow();
});

test('lines that are not JSON are text, and nothing is assumed of those that are', () => {
  expect(parseMessage('panic: {')).toMatchObject({ type: 'text', text: 'panic: {' });
  expect(parseMessage('{"@message":')).toMatchObject({ type: 'text' });
  expect(parseMessage('{}')).toEqual({
    type: 'text',
    text: '',
    diagnostic: undefined,
    address: undefined,
    seconds: undefined,
  });
});

test('Terraform gets the credentials of the step, and nothing that changes what it is told to do', () => {
  const env = {
    PATH: '/bin',
    AWS_SECRET_ACCESS_KEY: 'a',
    TF_VAR_x: '1',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc',
    ACTIONS_RUNTIME_TOKEN: 'b',
    'INPUT_PLAN-KEY': 'c',
    STATE_phase: 'post',
    GITHUB_OUTPUT: '/x',
    TF_CLI_ARGS_plan: '-destroy',
    TF_LOG: 'trace',
    TF_WORKSPACE: 'x',
    TF_INPUT: '1',
  };
  expect(environmentFor(env, '/data')).toEqual({
    PATH: '/bin',
    AWS_SECRET_ACCESS_KEY: 'a',
    TF_VAR_x: '1',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc',
    TF_DATA_DIR: '/data',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    GIT_TERMINAL_PROMPT: '0',
  });
  expect(ignored(env)).toEqual(['TF_LOG']);
});
