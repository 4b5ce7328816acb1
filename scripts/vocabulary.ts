/**
 * Words that this project once used for itself and does not use any more: `docs/glossary.md` has the words of the field.
 * `test/vocabulary.test.ts` holds that messages and names are free of them.
 */

/** What no message says, and what it says instead. */
export const RETIRED_IN_MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/\bcan not\b/i, 'cannot'],
  [/\b(no|some|every|any)body\b(?! could pay|\|no one)/i, 'who or what it is, by name; no one, someone'],
  [/\b(?<!customers are )told\b(?! which)/i, 'notified, shown, said, given'],
  [/\bmend(s|ed)?\b/i, 'fix'],
  [/\bsee to\b/i, 'check, make sure'],
  [/\bg(i|a)ve(n|s)? (it|them|traffic|the lock) back\b/i, 'release, resume, restore'],
  [/\bdoom/i, 'terminal failure'],
  [/\b(can|could)(not| not) be had\b/i, 'is not available, cannot be acquired'],
  [/\bother ones\b/i, 'different'],
  [/\bfrom behind\b/i, 'from after'],
  [/(?<!\bthere )\bis no (?!longer|more|other|reason|clear|such)[a-z]/i, 'is not a'],
];

/** Identifiers that no source has, and what took their place. */
export const RETIRED_NAMES: Readonly<Record<string, string>> = {
  World: 'the context or dependencies of the function, by its own name',
  world: 'context, hooks',
  Undertaking: 'the same',
  undertaking: 'task',
  Circumstances: 'SinkContext',
  circumstances: 'context',
  Ground: 'Prepared',
  ground: 'prepared, context',
  Stand: 'InputDefaults',
  requirePost: 'registerCleanup',
  nothingLeft: 'cleanedUp',
  rehearses: 'checksWritePermissions',
  standsAlone: 'ignoresConfig',
  goesOn: 'continuesAtOnce',
  holdOf: 'reasonToHold',
  memoryOf: 'deliveryState, rollbackHistory',
  Held: 'RecordSet',
  doomOfPod: 'terminalPodFailure',
  Doom: 'TerminalFailure',
  giveBack: 'resumeTraffic',
  giveBackWhatIsHeld: 'resumeTraffic',
  letGo: 'restoreReplicas',
  keepHeld: 'adoptPause',
  keptHeld: 'staysPaused',
  keepsHolding: 'resumeLater',
  connectBeside: 'connectMaintenanceDb',
  drains: 'stopsTraffic',
  asClause: 'withoutFullStop',
};

/** Words that no name of a variable, parameter, function or field has: they say nothing of what it holds. */
export const RETIRED_WORDS: Readonly<Record<string, string>> = {
  told: 'what it holds: words, warnings, contents, the list',
  tell: 'describe…, log…, report…, notify…',
  tells: 'the same',
  said: 'what it holds: output, reply, result, message',
  says: 'the same',
  say: 'log, warn',
  ask: 'query, request, call',
  asked: 'request, options, selection; openedAt for a time',
  asking: 'context, request',
  asks: 'uses, includes, requires',
  asker: 'context',
  meant: 'selected, inScope, needed',
  wish: 'options, settings',
  wishes: 'the same',
  who: 'peer, holder, owner, name',
  whom: 'the same',
  whose: 'owner, roles, contents',
  why: 'reason, cause, failure, refusal',
  because: 'reason',
  does: 'action',
  did: 'change, outcome',
};

/** Names of files, outputs and other programs, which users and older runs have, and where they are. */
export const KEPT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  // Snapshots, and the reports of verify-integrity that are made of them.
  told: ['src/domain/snapshots/', 'src/integrity/', 'src/database/verify-side.ts'],
  // The same, and why a report takes a rollback for confirmed or not.
  because: [
    'src/domain/snapshots/',
    'src/integrity/',
    'src/database/verify-side.ts',
    'src/record/recovery.ts',
    'src/report/',
    'src/notify/',
  ],
  // What rollback-service does to a workload, in its output.
  does: ['src/service/render.ts'],
  // The outcome where a person has to decide, and when they were asked, in the record and the kept question.
  asked: [
    'src/runner/action.ts',
    'src/record/',
    'src/report/',
    'src/notify/',
    'src/rollback/',
    'src/actions/',
    'src/work/',
  ],
  // A value of `on-inconclusive`, and a step of the record.
  ask: ['src/assess/judge.ts', 'src/record/'],
  // What became of the issue, in the record.
  did: ['src/report/publish.ts', 'src/work/report.ts'],
  // An error's name of AWS.
  SignatureDoesNotMatch: ['src/systems/dns/route53-api.ts'],
  // Terraform's own word for the holder of its lock.
  who: ['src/systems/terraform/diagnostics.ts'],
};
