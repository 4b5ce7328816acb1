import { expect, test } from '@jest/globals';
import { all, elementOf, textAt } from '../../../src/systems/aws/xml.ts';

const ANSWER = `<?xml version="1.0"?>
<R xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><!-- <X> -->
  <Result><Tags><Tag><Key>a &amp; b</Key><Value>&#228;&#x2764;&lt;</Value></Tag><Tag><Key>c</Key><Value/></Tag></Tags></Result>
</R>`;

test('elements are found by their path, texts without their escapes', () => {
  const root = elementOf(ANSWER);
  expect(all(root, 'Result', 'Tags', 'Tag').map((tag) => [textAt(tag, 'Key'), textAt(tag, 'Value')])).toEqual(
    [
      ['a & b', 'ä❤<'],
      ['c', ''],
    ],
  );
  expect(all(root, 'Result', 'Nothing')).toEqual([]);
  expect(textAt(root, 'Result', 'Tags', 'Tag', 'Key')).toBe('a & b');
});

test.each([
  ['', 'nothing'],
  ['{"a": 1}', 'something else'],
  ['<A><B></A>', 'an end of another'],
  ['<A>', 'no end'],
  ['<A>'.repeat(100) + '</A>'.repeat(100), 'too deep'],
])('%p is none: %s', (text) => expect(elementOf(text)).toBeUndefined());
