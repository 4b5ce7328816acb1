import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { inAnyCase } from '../../src/base/settled.ts';

describe('what is done in any case', () => {
  const done: string[] = [];
  const after = async () => void done.push('after');
  const fails = (message: string) => () => Promise.reject(new ActionError(message));

  test('comes after what went well, and after what failed', async () => {
    expect(await inAnyCase(async () => 'well', after)).toBe('well');
    await expect(inAnyCase(fails('the disk is full'), after)).rejects.toThrow('the disk is full');
    expect(done).toEqual(['after', 'after']);
  });

  test('does not hide what failed first', async () => {
    const both = inAnyCase(fails('the disk is full'), fails('the connection is lost'));
    await expect(both).rejects.toMatchObject({
      message: 'the disk is full',
      details: ['Afterwards: the connection is lost'],
    });
    const bug = inAnyCase(() => Promise.reject(new TypeError('a bug')), fails('the connection is lost'));
    await expect(bug).rejects.toThrow(new TypeError('a bug'));
  });

  test('is told where it alone fails', async () => {
    await expect(inAnyCase(async () => 'well', fails('it stays open'))).rejects.toThrow('it stays open');
  });
});
