import { describe, expect, test } from '@jest/globals';
import { ecrOf, logIn } from '../../../src/systems/registry/ecr.ts';

describe('a registry of Amazon', () => {
  test.each([
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'https://api.ecr.eu-west-1.amazonaws.com/'],
    [
      '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com',
      'https://api.ecr-fips.us-gov-west-1.amazonaws.com/',
    ],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'https://api.ecr.cn-north-1.amazonaws.com.cn/'],
    ['123456789012.dkr-ecr.us-east-1.on.aws', 'https://ecr.us-east-1.api.aws/'],
  ])('%s gives its log-ins at %s', (host, api) => {
    expect(ecrOf(host)?.api.href).toBe(api);
  });

  test.each([
    'public.ecr.aws',
    'registry.example',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com.evil.example',
    '123456789012.dkr.ecr.evil.example/.amazonaws.com',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com:5000',
    'x123456789012.dkr.ecr.eu-west-1.amazonaws.com',
  ])('%s is none', (host) => {
    expect(ecrOf(host)).toBeUndefined();
  });
});

describe('a log-in', () => {
  const before = { ...process.env };
  const ecr = ecrOf('123456789012.dkr.ecr.eu-west-1.amazonaws.com') as NonNullable<ReturnType<typeof ecrOf>>;
  const answer = (status: number, body: unknown) => {
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
    });
    return logIn(ecr, async ({ headers }) => {
      expect(headers?.authorization).toContain('/eu-west-1/ecr/aws4_request');
      return { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
    }).finally(() => {
      process.env = { ...before };
    });
  };
  const tokens = (token: string) => ({ authorizationData: [{ authorizationToken: btoa(token) }] });

  test('is user and password', async () => {
    expect(await answer(200, tokens('AWS:pass:word'))).toMatchObject({ user: 'AWS', password: 'pass:word' });
  });

  test.each([
    ['AccessDeniedException', 400, { __type: 'com.amazon.coral#AccessDeniedException', message: 'arn…' }],
    ['UnrecognizedClientException', 400, { __type: 'UnrecognizedClientException' }],
    ['it answers 200', 200, '<html>'],
    ['it answers 200', 200, { authorizationData: [] }],
    ['it answers 403', 403, {}],
  ])('that is refused says why: %s', async (why, status, body) => {
    await expect(answer(status, body)).rejects.toThrow(
      `Amazon Elastic Container Registry in eu-west-1 gives this step no log-in (${why})`,
    );
  });
});
