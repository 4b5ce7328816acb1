import type { Component } from '../config/config.ts';
import { KINDS, type Kind } from '../config/kinds.ts';
import { type Step, sorted, step, type Verb } from './steps.ts';

export type { Step };

/** What the steps of a chain are made from. */
export interface ChainParts {
  readonly components: readonly Component[];
  /** `first`: assess runs first, and the chain continues only if it decides to roll back. `beside`: it runs in parallel, for the record alone. */
  readonly assess: 'first' | 'beside' | 'never';
  /** Whether to assess the services afterwards. That takes metrics, alerts or pods: what a person said before says nothing about the time after. */
  readonly verifyRecovery: boolean;
  readonly notify: boolean;
  /** Whether to run smoke tests once the services serve. */
  readonly smoke: boolean;
  /** Whether to capture the data before the changes and compare it after them. */
  readonly integrity: boolean;
  /** Names of the databases that pause traffic while they are switched: workloads at zero, pools paused. */
  readonly pausing: readonly string[];
  /** Names of the databases that are restored in place, so that nothing can be prepared beside them. */
  readonly inPlace: readonly string[];
  /** Names of the databases that are repaired: only what was destroyed is put back. */
  readonly repaired: readonly string[];
}

/** Which kinds have to be back before a component of each kind, where the configuration does not say. */
const KINDS_BEFORE: Record<Kind, readonly Kind[]> = {
  database: [],
  service: ['database'],
  infra: ['database', 'service'],
  cache: ['database', 'service'],
  dns: ['database', 'service', 'infra', 'cache'],
};

/** The step that puts a component of each kind back. */
const RESTORED_BY: Record<Kind, Verb> = {
  database: 'switch',
  service: 'roll back',
  infra: 'apply',
  cache: 'clear',
  dns: 'switch',
};

/** What a plan step gives its action, beside the dry run that each plan is: Terraform keeps its plan, so that `apply` does just that. */
const PLAN_VALUES: Record<Kind, Step['values']> = {
  database: {},
  service: {},
  infra: { phase: 'plan' },
  cache: {},
  dns: {},
};

/**
 * Inputs of the section `assess` that a step ignores, because they are meant for another step of the same action. Only
 * `first` waits for a quick fix; otherwise the rollback is already decided.
 */
const IGNORED_INPUTS = {
  first: ['recovery'],
  beside: ['recovery', 'quick-fix'],
  verify: ['bake', 'quick-fix'],
};

/**
 * The steps of a whole rollback and what each waits for, sorted. Nothing is changed before every component is planned. A
 * database is restored beside the live one (`prepare`) while services still run, and traffic is paused only for its `switch`.
 * Services are rolled back while they are at zero, so that each starts once; then `resume` resumes the traffic, and `health`
 * runs their action once more, which waits until they serve.
 */
export function orderOf(parts: ChainParts): Step[] {
  const { components, assess, notify, integrity } = parts;
  const assessed = assess === 'first' ? ['assess'] : [];
  const plans = components.map(({ name, kind }) =>
    step('plan', name, KINDS[kind], assessed, { values: PLAN_VALUES[kind] }),
  );
  const planned = plans.map(({ name }) => name);
  const changes = components.flatMap((component) => changeSteps(component, parts));
  const changed = changes.map(({ name }) => name);
  const compared = integrity ? compareSteps(parts) : [];
  const smoke = parts.smoke ? [smokeStep(parts, changed)] : [];
  const finished = [...changed, ...compared.map(({ name }) => name), ...smoke.map(({ name }) => name)];
  const verified = parts.verifyRecovery ? ['verify recovery'] : [];
  return sorted([
    ...(assess === 'never'
      ? []
      : [step('assess', undefined, 'assess', [], { ignoredInputs: IGNORED_INPUTS[assess] })]),
    ...plans,
    // The first message says what goes back to what, so it waits for the plans. Where a plan failed, it is skipped, and
    // `notify end` says that nothing was changed.
    ...(notify ? [step('notify start', undefined, 'notify', planned, { values: { event: 'started' } })] : []),
    ...(integrity ? captureSteps(parts) : []),
    ...changes,
    ...compared,
    ...smoke,
    // A failure skips this step, so `notify end` sends it at once; a success is sent once it was verified.
    ...(parts.verifyRecovery
      ? [step('verify recovery', undefined, 'assess', finished, { ignoredInputs: IGNORED_INPUTS.verify })]
      : []),
    ...(notify
      ? [step('notify end', undefined, 'notify', [...finished, ...verified], { when: 'always' })]
      : []),
    step('report', undefined, 'report', notify ? ['notify end'] : [...finished, ...verified], {
      when: 'always',
    }),
  ]);
}

/** The steps that change one component, once everything is planned. */
function changeSteps(component: Component, parts: ChainParts): Step[] {
  const { name, kind } = component;
  const action = KINDS[kind];
  const { components, pausing } = parts;
  const after = [...components.map((each) => `plan ${each.name}`), ...stepsBefore(component, parts)];
  switch (kind) {
    case 'database':
      return databaseSteps(component, after, parts);
    case 'service': {
      const resumed = pausing.map((database) => `resume ${database}`);
      return [
        step('roll back', name, action, after),
        ...(resumed.length > 0 ? [step('health', name, action, [`roll back ${name}`, ...resumed])] : []),
      ];
    }
    case 'infra':
      return [step('apply', name, action, after, { values: { phase: 'apply' } })];
    case 'cache':
      return [step('clear', name, action, after)];
    case 'dns':
      return [step('switch', name, action, after)];
  }
}

function databaseSteps({ name }: Component, after: readonly string[], parts: ChainParts): Step[] {
  const { components, pausing, inPlace, repaired, integrity } = parts;
  const beside = ofKind(components, 'database').filter((each) => !inPlace.includes(each.name));
  const isBeside = !inPlace.includes(name);
  const pauses = pausing.includes(name);
  // No database is switched before all are restored, so that a restore that fails leaves every one as it was.
  const restored = beside.map((each) => `prepare ${each.name}`);
  const captured = integrity && !repaired.includes(name) ? [`capture ${name}`] : [];
  const staysPaused = pauses ? { resume: 'false' } : {};
  const values = { ...(isBeside && { phase: 'switch' }), ...staysPaused };
  const services = ofKind(components, 'service').filter((each) => isAfter(each, name, parts));
  return [
    ...(isBeside
      ? [
          step(
            'prepare',
            name,
            KINDS.database,
            components.map((each) => `plan ${each.name}`),
            {
              // `resume: false` here too: traffic that a dead attempt left paused stays paused until the services are back.
              values: { phase: 'prepare', ...staysPaused },
            },
          ),
        ]
      : []),
    step('switch', name, KINDS.database, [...after, ...restored, ...(isBeside ? captured : [])], { values }),
    ...(pauses
      ? [
          step(
            'resume',
            name,
            KINDS.database,
            [`switch ${name}`, ...services.map((each) => `roll back ${each.name}`)],
            { values: { phase: 'resume' }, when: 'even-if-declined' },
          ),
        ]
      : []),
  ];
}

/**
 * A database restored beside the live one is captured before its switch, and the switch waits for that. An in-place restore
 * has nothing beside it to capture. A repair is not captured either: users keep writing, and the repair verifies its own
 * result. If no database goes back, one capture runs in parallel with the changes, and no change waits for it.
 */
function captureSteps({ components, inPlace, repaired }: ChainParts): Step[] {
  const values = { mode: 'capture' };
  const beside = ofKind(components, 'database').filter(
    ({ name }) => ![...inPlace, ...repaired].includes(name),
  );
  if (ofKind(components, 'database').length === 0)
    return [
      step(
        'capture',
        undefined,
        'verify-integrity',
        components.map(({ name }) => `plan ${name}`),
        { values },
      ),
    ];
  return beside.map(({ name }) => step('capture', name, 'verify-integrity', [`prepare ${name}`], { values }));
}

/**
 * The data of a database is compared as soon as it is switched and the services have ended with any outcome: whether rows are
 * lost has to be known even where a health check fails later or a DNS name is not switched.
 */
function compareSteps(parts: ChainParts): Step[] {
  const services = ofKind(parts.components, 'service').map(({ name }) => `roll back ${name}`);
  return captureSteps(parts).map(({ name, component, action }) => {
    const isPaused = component !== undefined && parts.pausing.includes(component);
    return step('compare', component, action, [name, ...(component ? [`switch ${component}`] : [])], {
      values: { mode: 'compare' },
      afterAnyOutcome: [...services, ...(isPaused ? [`resume ${component}`] : [])],
    });
  });
}

/** Smoke tests run if databases and services are back, and after everything else has ended, with any outcome. */
function smokeStep({ components, pausing }: ChainParts, changed: readonly string[]): Step {
  const serving = pausing.length > 0 ? 'health' : RESTORED_BY.service;
  const after = [
    ...ofKind(components, 'database').map(({ name }) => `${RESTORED_BY.database} ${name}`),
    ...ofKind(components, 'service').map(({ name }) => `${serving} ${name}`),
  ];
  const afterAnyOutcome = changed.filter((name) => !after.includes(name));
  return step('smoke tests', undefined, 'smoke-test', after, { afterAnyOutcome });
}

/** The steps of other components that have to be done before this one is changed. */
function stepsBefore(component: Component, parts: ChainParts): string[] {
  return parts.components
    .filter((other) => isDirectlyAfter(component, other))
    .map((other) => {
      const forHealth = other.kind === 'service' && waitsForHealth(component, parts);
      return `${forHealth ? 'health' : RESTORED_BY[other.kind]} ${other.name}`;
    });
}

/**
 * Infrastructure and DNS must not change while services are scaled to zero: they wait for the services' `health` step.
 * Databases and caches do not. If a service or database waits for this component, waiting for `health` would be a cycle, so
 * it waits for `roll back` only.
 */
function waitsForHealth({ name, kind }: Component, parts: ChainParts): boolean {
  if (parts.pausing.length === 0 || !['infra', 'dns'].includes(kind)) return false;
  const neededForResume = parts.components.filter(
    (each) =>
      parts.pausing.includes(each.name) ||
      (each.kind === 'service' && parts.pausing.some((database) => isAfter(each, database, parts))),
  );
  return !neededForResume.some((each) => isAfter(each, name, parts));
}

/** Whether a component comes after another: as the configuration says, even against the usual order of their kinds. */
const isDirectlyAfter = (component: Component, other: Component): boolean =>
  component.after?.includes(other.name) ??
  (KINDS_BEFORE[component.kind].includes(other.kind) && !other.after?.includes(component.name));

/** Whether a component waits for the one of that name, directly or not. Ends even where components wait for each other. */
function isAfter(component: Component, name: string, { components }: ChainParts): boolean {
  const before = new Set<Component>([component]);
  for (const each of before)
    for (const other of components) if (isDirectlyAfter(each, other)) before.add(other);
  return [...before].some((each) => each.name === name);
}

const ofKind = (components: readonly Component[], kind: Kind) =>
  components.filter((each) => each.kind === kind);
