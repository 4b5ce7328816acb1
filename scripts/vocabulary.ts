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
  [/(?<!\bthere )\bis no (?!longer|more|other|reason|clear|such)[a-z]/i, 'is not a'],
];

/** Identifiers that no source has, and what took their place. */
export const RETIRED_NAMES: Readonly<Record<string, string>> = {
  World: 'the context or dependencies of the function, by its own name',
  Undertaking: 'the same',
  Circumstances: 'SinkContext',
  Ground: 'Prepared',
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
};

/** What no variable, parameter, function or field is called, as these words said nothing of what it holds. */
export const RETIRED_LOCALS: Readonly<Record<string, string>> = {
  told: 'what it holds: words, warnings, contents, the list',
  tell: 'describe…, log…, report…',
  tells: 'the same',
  why: 'reason, cause, failure, refusal',
  because: 'reason',
  does: 'action',
};

/** Fields of files and outputs, which users and older runs have, and where they are. */
export const KEPT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  // Snapshots, the reports of verify-integrity that are made of them, and what a repair keeps of an object that is lost.
  told: ['src/domain/snapshots/', 'src/integrity/', 'src/database/verify-side.ts', 'src/database/repair/'],
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
};
