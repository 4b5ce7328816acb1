/** A decision that is a person's: until when, what a look at it has to do, and when an answer is one. */
import { expect, test } from '@jest/globals';
import {
  dueOf,
  isAwaitingAnswer,
  isFresh,
  isStale,
  parseQuestion,
  type Question,
  untilOf,
} from '../../src/rollback/question.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 3, minutes));
const QUESTION: Question = {
  version: 1,
  id: '7-1',
  asked: at(0).toISOString(),
  until: at(30).toISOString(),
  message: 'Look closer.',
  signals: ['error-rate: 20 % of requests fail'],
};
const answered = (more: Partial<NonNullable<Question['answer']>> = {}): Question => ({
  ...QUESTION,
  answer: { by: 'ada', id: '8-1', incident: '8', at: at(10).toISOString(), ...more },
});

test.each<[string, string, Date, Date]>([
  ['the time of the table', at(30).toISOString(), at(2), at(30)],
  ['some minutes where that is over', at(0).toISOString(), at(20), at(25)],
  ['some minutes where there is none', '', at(20), at(25)],
])('somebody is asked until %s', (_, decideBy, now, until) => {
  expect(untilOf(decideBy, now)).toBe(until.toISOString());
});

test.each<[string, Question, Date, ReturnType<typeof dueOf>]>([
  ['nothing at first', QUESTION, at(19), 'nothing'],
  ['a reminder when ten minutes are left', QUESTION, at(20), 'remind'],
  ['one reminder', { ...QUESTION, reminded: true }, at(25), 'nothing'],
  ['to say that it is over', { ...QUESTION, reminded: true }, at(30), 'over'],
  ['to say that it is over, also where nobody was reminded', QUESTION, at(45), 'over'],
  ['to forget what was told to be over', { ...QUESTION, over: true }, at(31), 'forget'],
  ['nothing where somebody is carrying it out', answered(), at(40), 'nothing'],
  [
    'nothing where it was carried out just now',
    answered({ ended: at(12).toISOString(), isDone: true }),
    at(20),
    'nothing',
  ],
  [
    'to forget what was carried out',
    answered({ ended: at(12).toISOString(), isDone: true }),
    at(40),
    'forget',
  ],
])('a look has %s', (_, question, now, due) => {
  expect(dueOf(question, now)).toBe(due);
});

test('of a short time half is left when somebody is reminded', () => {
  const short = { ...QUESTION, until: at(6).toISOString() };
  expect([dueOf(short, at(2)), dueOf(short, at(3))]).toEqual(['nothing', 'remind']);
});

test('it is open until somebody answers or its time is over', () => {
  expect([
    isAwaitingAnswer(QUESTION, at(29)),
    isAwaitingAnswer(QUESTION, at(30)),
    isAwaitingAnswer(answered(), at(11)),
  ]).toEqual([true, false, false]);
});

test('an answer is fresh for a quarter of an hour after it was carried out, and only then', () => {
  const { answer } = answered({ ended: at(12).toISOString(), isDone: true });
  if (!answer) throw new Error('There is no answer.');
  expect([isFresh(answer, at(26)), isFresh(answer, at(27))]).toEqual([true, false]);
  expect(isFresh({ ...answer, isDone: false }, at(13))).toBe(false);
});

test('a rollback long after is started for another reason', () => {
  expect([isStale(QUESTION, at(44)), isStale(QUESTION, at(46))]).toEqual([false, true]);
});

test.each([undefined, '', '{', '{"version":2}', JSON.stringify({ ...QUESTION, until: 'soon' })])(
  'what is not a question is none: %s',
  (text) => {
    expect(parseQuestion(text)).toBeUndefined();
  },
);

test('what was kept is read again', () => {
  expect(parseQuestion(JSON.stringify(answered()))).toEqual(answered());
});
