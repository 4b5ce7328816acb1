import { createHmac, randomUUID } from 'node:crypto';
import { post } from '../../systems/http/post.ts';
import type { Message } from '../render.ts';
import type { Sink } from './sink.ts';

/** Where a webhook goes, what signs it, and which incident it is about. */
interface WebhookSettings {
  readonly url: string;
  readonly secret: string | undefined;
  readonly source: string;
  readonly incident: string;
}

/**
 * Any HTTP server: a CloudEvent, signed as Standard Webhooks are, so that libraries exist to check it; or the JSON that a
 * template makes for receivers of another format.
 */
export function webhookSink(settings: WebhookSettings): Sink {
  return {
    name: 'webhook',
    async send(message, budget) {
      const id = randomUUID();
      const isForeign = message.foreign !== undefined;
      const body = JSON.stringify(isForeign ? message.foreign : cloudEvent(id, message, settings));
      const seconds = Math.floor(Date.now() / 1000);
      const signature = settings.secret && { 'webhook-signature': sign(settings.secret, id, seconds, body) };
      const headers = {
        'Content-Type': `application/${isForeign ? '' : 'cloudevents+'}json; charset=utf-8`,
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        ...signature,
      };
      const request = { to: 'The webhook', url: settings.url, headers, body, repeatable: false };
      await post(request, budget, () => undefined);
      return { id };
    },
  };
}

/** A CloudEvent 1.0 in structured form. Attempts have the same id, so that a receiver can tell repeats. */
export function cloudEvent(id: string, message: Message, { source, incident }: WebhookSettings): object {
  const { event, subject, body, facts, data } = message;
  return {
    specversion: '1.0',
    id,
    source,
    type: `rollback-actions.rollback.${event}.v1`,
    time: new Date().toISOString(),
    ...(event !== 'customer' && { subject: incident }),
    datacontenttype: 'application/json',
    data: data ?? { event, subject, text: body.text, markdown: body.markdown, facts },
  };
}

/**
 * HMAC-SHA256 over `id.timestamp.body`, as `v1,<base64>`. A secret of the form `whsec_<base64>` is the key in
 * base64; any other is the key itself.
 */
export function sign(secret: string, id: string, seconds: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}
