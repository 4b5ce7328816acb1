import type { Budget } from '../../base/budget.ts';
import type { Message } from '../render.ts';

/** The places that a message can go to, as `required` and the output `deliveries` name them. */
export const SINKS = [
  'slack',
  'slack-webhook',
  'pagerduty',
  'email',
  'teams',
  'webhook',
  'github-comment',
  'github-deployment',
] as const;
export type SinkName = (typeof SINKS)[number];

/** Inputs of which each alone configures a sink. */
export const SINK_INPUTS = [
  'slack-token',
  'slack-webhook-url',
  'pagerduty-routing-key',
  'smtp-url',
  'teams-webhook-url',
  'webhook-url',
];

/** What a sink has to say after it took a message. */
export interface Receipt {
  /** What the other side calls it. */
  readonly id?: string | undefined;
  /** What a later message needs to find it again; kept in the record. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Why there was nothing to send. */
  readonly skipped?: string;
  /** What did not work beside the message itself. */
  readonly note?: string | undefined;
}

/** One place that a message goes to. */
export interface Sink {
  readonly name: SinkName;
  /** @throws ActionError with one sentence where the message was not taken */
  send(message: Message, budget: Budget): Promise<Receipt>;
}

/** What an earlier message of this rollback left with a sink. */
export type Memory = Readonly<Record<string, string>>;
