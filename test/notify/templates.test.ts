import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import '../systems/realm.ts';
import { messageFor, RUN } from './fixtures.ts';

function template(name: string, source: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'template-')), name);
  writeFileSync(path, source);
  return path;
}

const built = messageFor('started').message;
const withTemplate = (name: string, source: string, fields: object = {}) =>
  messageFor('started', fields, { template: template(name, source) });

describe('a template of the user', () => {
  test('is the message of every sink, each in its own markup', () => {
    const source =
      'Subject: {{ fields.ticket }} broke\r\n\r\n# {{ event }}\n\n**Impact:** {{ impact | default: "open" }}\n- [the run]({{ run_url }})\n';
    const { message, problems } = withTemplate('started.md', source, { ticket: 'OPS-1', impact: '<b>' });
    expect(problems).toEqual([]);
    expect(message.subject).toBe('OPS-1 broke');
    expect(message.body).toMatchObject({
      slack: `# started\n\n*Impact:* &lt;b&gt;\n• <${RUN}|the run>`,
      markdown: `# started\n\n**Impact:** &#60;b&#62;\n- [the run](${RUN})`,
      html: `# started<br>\n<br>\n<strong>Impact:</strong> &#60;b&#62;<br>\n• <a href="${RUN}">the run</a>`,
      text: `# started\n\nImpact: <b>\n- the run: ${RUN}`,
    });
  });

  test('without a subject has the built-in one', () => {
    const { message } = withTemplate('started.md', 'Only this.');
    expect(message.subject).toBe(built.subject);
    expect(message.body.text).toBe('Only this.');
  });

  test('that ends in .html is the HTML of mails alone, and escapes', () => {
    const { message } = withTemplate('mail.html', '<h1 title="{{ impact }}">{{ impact }}</h1>', {
      impact: '"<i>',
    });
    expect(message.body.html).toBe('<h1 title="&#34;&#60;i&#62;">&#34;&#60;i&#62;</h1>');
    expect(message.body.text).toContain('User impact: "<i>');
  });

  test('that ends in .json is the data of webhooks alone, and escapes', () => {
    const source =
      '{"text": "{{ impact }}", "parts": [{% for c in components %}"{{ c.name }}",{% endfor %}"end"]}';
    const { message } = withTemplate('hook.json', source, { impact: '"}, "a": "\\' });
    expect(message.data).toEqual({ text: '"}, "a": "\\', parts: ['end'] });
    expect(message.body.markdown).toContain('User impact');
  });

  test.each([
    [
      'does not exist',
      undefined,
      /^The template .*none\.md cannot be read, so the built-in one was used: ENOENT/,
    ],
    ['does not parse', '{% if %', /does not work, so the built-in one was used: .*if/],
    ['names what does not exist', '{{ imapct }}', /undefined variable: imapct/],
    ['has an unknown filter', '{{ impact | shout }}', /undefined filter: shout/],
    ['includes a file', '{% include "/etc/passwd" %}', /so the built-in one was used/],
    ['renders a file', '{% render "../../etc/passwd" %}', /so the built-in one was used/],
    [
      'never ends',
      '{% for i in (1..10000000) %}{% for j in (1..10000000) %}x{% endfor %}{% endfor %}',
      /limit exceeded/,
    ],
    ['reaches into JavaScript', '{{ impact.constructor.name }}', /undefined variable: impact\.constructor/],
  ])('that %s gives way to the built-in one, with a warning', (_, source, problem) => {
    const path = source === undefined ? '/nowhere/none.md' : template('broken.md', source);
    const { message, problems } = messageFor('started', { impact: 'x' }, { template: path });
    expect(message.body).toEqual(messageFor('started', { impact: 'x' }).message.body);
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).not.toContain('\n');
  });

  test('that is not JSON once it is filled gives way too', () => {
    const { message, problems } = withTemplate('hook.json', '{"a": {{ impact }}}');
    expect(message.data).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});
