/** What events of the record say beside how they ended. */

/** Versions that a component goes from and to. */
export interface Way {
  readonly from?: string;
  readonly to?: string;
}

/** The same of what may be there already: `earlier` is when an attempt of the same rollback put it back (RFC 3339). */
export interface Back extends Way {
  readonly evidence?: { readonly earlier: string };
}

/** What became of a message at a sink. `keep` is what the next message of the same rollback needs. */
export interface DeliveryFields {
  readonly evidence: {
    readonly event: string;
    readonly status: 'sent' | 'unknown' | 'failed' | 'skipped' | 'draft';
    readonly attempts: number;
    readonly milliseconds: number;
    readonly id?: string | undefined;
    readonly keep?: Readonly<Record<string, string>> | undefined;
  };
}

/** What is asked: until when (RFC 3339), since when, and what speaks for it, a sentence each. */
export interface QuestionFields {
  readonly evidence: {
    readonly until: string;
    readonly asked: string;
    readonly signals: readonly string[];
  };
}
