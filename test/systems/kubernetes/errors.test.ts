import { describe, expect, test } from '@jest/globals';
import '../realm.ts';
import { ActionError } from '../../../src/base/errors.ts';
import { ApiError, isPassing, unreachable } from '../../../src/systems/kubernetes/errors.ts';

describe('which failures may pass', () => {
  const coded = (code: string, message = '') => Object.assign(new Error(message), { code });
  const failures: [Error, boolean][] = [
    [new ApiError(429, '', ''), true],
    [new ApiError(500, '', ''), true],
    [new ApiError(504, '', ''), true],
    [new ApiError(400, '', ''), false],
    [new ApiError(409, '', ''), false],
    [new ApiError(410, '', ''), false],
    [coded('ECONNRESET', 'socket hang up'), true],
    [coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'), true],
    [coded('ETIMEDOUT'), true],
    [coded('EPIPE'), true],
    [coded('EAI_AGAIN', 'getaddrinfo EAI_AGAIN api.example'), true],
    [coded('ENOTFOUND', 'getaddrinfo ENOTFOUND api.example'), false],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'), false],
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'), false],
    [coded('CERT_HAS_EXPIRED', 'certificate has expired'), false],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames"), false],
    // An https address where plain HTTP is spoken will not change.
    [coded('EPROTO', 'write EPROTO 0A00010B:error:SSL routines:ssl3_get_record:wrong version number'), false],
  ];
  const name = (error: Error) =>
    error instanceof ApiError ? String(error.status) : String((error as NodeJS.ErrnoException).code);

  test.each(failures.map(([error, expected]) => [name(error), expected, error] as const))(
    '%s: %s',
    (_, expected, error) => {
      expect(isPassing(error)).toBe(expected);
    },
  );
});

test.each([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'the name does not resolve'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is not signed by the CA in the kubeconfig'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another name'],
  ['ESOMETHING', 'details of it'],
])('%s is told as: %s', (code, words) => {
  const error = unreachable('https://api.example', Object.assign(new Error('details of it'), { code }));
  expect(error).toBeInstanceOf(ActionError);
  expect(error.message).toBe(
    `The Kubernetes API server https://api.example cannot be reached: ${words}; check the server in the kubeconfig and the network of the runner.`,
  );
});

test('an error of several lines is told in one', () => {
  expect(
    unreachable('https://api.example', new Error('wrong version number:\n../record.c:355:\n')).message,
  ).not.toContain('\n');
});
