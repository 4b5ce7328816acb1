import { expect, test } from '@jest/globals';
import { Pace } from '../../src/cache/pace.ts';
import { scan } from '../../src/cache/scan.ts';
import type { Command, Link } from '../../src/systems/redis/link.ts';

const { signal } = new AbortController();

/** What it asks for after answers that took so long beyond a way of a millisecond, with nobody busy meanwhile. */
function after(work: number, answers: number, busy = 0, pace = new Pace(undefined)): Pace {
  for (let few = 0; few < 3; few += 1) pace.learn(1, 0);
  for (let answer = 0; answer < answers; answer += 1) pace.learn(1 + work, busy);
  return pace;
}

test('C4: what a server is asked for in one go follows how long it is at work', () => {
  expect(new Pace(undefined).count).toBe(10);
  expect(after(0.7, 80)).toMatchObject({ count: 500, batch: 250, rest: 0 });
  expect(after(0.1, 80)).toMatchObject({ count: 1000, batch: 500, rest: 0 });
  const slow = after(5, 80);
  expect(slow).toMatchObject({ count: 100, batch: 100, rest: 5 });
  expect(after(0.1, 80, 0, slow)).toMatchObject({ count: 1000, rest: 0 });
});

test('C4: an answer that came while nobody looked makes no server slow', () => {
  expect(after(5, 80, 4)).toMatchObject({ count: 500, batch: 250, rest: 0 });
});

test('C4: what is asked for is kept to, however fast the server is', () => {
  expect(after(5, 80, 0, new Pace(0, 20))).toMatchObject({ batch: 20, rest: 0 });
  expect(after(0, 80, 0, new Pace(30, 20))).toMatchObject({ batch: 20, rest: 30 });
});

/** A server with so many pages of a key each. */
function serverOf(pages: number) {
  const asked: string[] = [];
  const send = async ([command]: Command[]) => {
    const cursor = command?.[1];
    asked.push(String(cursor));
    const next = Number(cursor) + 1;
    return [[Buffer.from(String(next < pages ? next : 0)), [Buffer.from(`shop:${cursor}`)]]];
  };
  return { asked, link: { name: 'cache:6379', closed: false, send, close: () => {} } as unknown as Link };
}

test('C4: the server looks for the next keys while something is done with these', async () => {
  const { asked, link } = serverOf(3);
  const seen: [string[], number][] = [];
  for await (const { texts } of scan(link, 'shop:', new Pace(0), signal))
    seen.push([[...texts], asked.length]);
  expect(seen).toEqual([
    [['shop:0'], 2],
    [['shop:1'], 3],
    [['shop:2'], 3],
  ]);
});

test('C4: where rests are asked for, it is not asked before it has had its rest', async () => {
  const { asked, link } = serverOf(2);
  for await (const { texts } of scan(link, 'shop:', new Pace(1), signal))
    expect(asked).toHaveLength(texts[0] === 'shop:0' ? 1 : 2);
});

test('who has had enough leaves no answer that nobody hears', async () => {
  const { link } = serverOf(9);
  let questions = 0;
  const failing = {
    ...link,
    send: (commands: Command[]) =>
      questions++ === 0 ? link.send(commands) : Promise.reject(new Error('the connection ended')),
  } as Link;
  for await (const _ of scan(failing, 'shop:', new Pace(0), signal)) break;
  await new Promise((next) => setImmediate(next));
  expect(questions).toBe(2);
});
