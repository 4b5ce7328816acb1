import type { Component } from '../config/config.ts';
import { KINDS, type Kind } from '../config/kinds.ts';
import { type Step, sorted, step, type Verb } from './steps.ts';

export type { Step };

/** What a chain is made of. */
export interface ChainParts {
  readonly components: readonly Component[];
  /** `first`: assess runs first, and the chain continues only if it decides to roll back. `beside`: it runs for the record alone. */
  readonly assess: 'first' | 'beside' | 'never';
  /** Whether to assess the service afterwards: only if there are metrics, alerts or pods to look at, as a person's earlier statement says nothing about the time after. */
  readonly verifyRecovery: boolean;
  readonly notify: boolean;
  /** Whether smoke tests are run once the services serve. */
  readonly smoke: boolean;
  /** Whether data is captured before and compared in the end. */
  readonly integrity: boolean;
  /** Databases that stop workloads or pause pools while they are switched. */
  readonly pausing: readonly string[];
  /** Databases that are replaced in place, so that nothing can be prepared beside them. */
  readonly inPlace: readonly string[];
  /** Databases in which only what was destroyed is put back. */
  readonly repaired: readonly string[];
}

/** Which kinds have to be back before a component of a kind, where the configuration does not say. */
const KINDS_BEFORE: Record<Kind, readonly Kind[]> = {
  database: [],
  service: ['database'],
  infra: ['database', 'service'],
  cache: ['database', 'service'],
  dns: ['database', 'service', 'infra', 'cache'],
};

/** The step after which a component of a kind is back. */
const RESTORED_BY: Record<Kind, Verb> = {
  database: 'switch',
  service: 'roll back',
  infra: 'apply',
  cache: 'clear',
  dns: 'switch',
};

/** What makes an action plan, beyond the dry run that each plan is: Terraform's own plan is kept, for `apply` to do no more. */
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
 * The steps of a whole rollback and what each waits for, in an order in which they can be done one after another.
 * Nothing is changed before every component is planned. A database is restored beside the live one while services
 * still run, and stops them only to be switched; they are put back while they are at zero, so that each starts once.
 */
export function orderOf(parts: ChainParts): Step[] {
  const { components, assess, notify, integrity } = parts;
  const judged = assess === 'first' ? ['assess'] : [];
  const plans = components.map(({ name, kind }) =>
    step('plan', name, KINDS[kind], judged, { values: PLAN_VALUES[kind] }),
  );
  const planned = plans.map(({ name }) => name);
  const changes = components.flatMap((component) => changeSteps(component, parts));
  const back = changes.map(({ name }) => name);
  const compared = integrity ? compareSteps(parts) : [];
  const smoke = parts.smoke ? [smokeStep(parts, back)] : [];
  const over = [...back, ...compared.map(({ name }) => name), ...smoke.map(({ name }) => name)];
  const verified = parts.verifyRecovery ? ['verify recovery'] : [];
  return sorted([
    ...(assess === 'never'
      ? []
      : [step('assess', undefined, 'assess', [], { ignoredInputs: IGNORED_INPUTS[assess] })]),
    ...plans,
    // The first message says what goes back to what, so it waits for the plans; where a plan failed, `notify end` says all
    // there is: nothing was changed.
    ...(notify ? [step('notify start', undefined, 'notify', planned, { values: { event: 'started' } })] : []),
    ...(integrity ? captureSteps(parts) : []),
    ...changes,
    ...compared,
    ...smoke,
    // A failure is sent at once, as it skips this step; that all is well is sent once it was verified.
    ...(parts.verifyRecovery
      ? [step('verify recovery', undefined, 'assess', over, { ignoredInputs: IGNORED_INPUTS.verify })]
      : []),
    ...(notify ? [step('notify end', undefined, 'notify', [...over, ...verified], { when: 'always' })] : []),
    step('report', undefined, 'report', notify ? ['notify end'] : [...over, ...verified], { when: 'always' }),
  ]);
}

/** What is done to one component once everything is planned. */
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
  const holds = pausing.includes(name);
  const restored = beside.map((each) => `prepare ${each.name}`);
  const captured = integrity && !repaired.includes(name) ? [`capture ${name}`] : [];
  const held = holds ? { resume: 'false' } : {};
  const values = { ...(isBeside && { phase: 'switch' }), ...held };
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
              // `resume: false` here too: traffic that a dead attempt left held must stay held until the services are back.
              values: { phase: 'prepare', ...held },
            },
          ),
        ]
      : []),
    step('switch', name, KINDS.database, [...after, ...restored, ...(isBeside ? captured : [])], { values }),
    ...(holds
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
  const beside = ofKind(components, 'database').filter(({ name }) => ![...inPlace, ...repaired].includes(name));
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
 * Data are compared as soon as their database is back and the services have done what they could: a health check that
 * fails late, or a name that is not switched, is no reason not to know.
 */
function compareSteps(parts: ChainParts): Step[] {
  const services = ofKind(parts.components, 'service').map(({ name }) => `roll back ${name}`);
  return captureSteps(parts).map(({ name, component, action }) => {
    const isHeld = component !== undefined && parts.pausing.includes(component);
    return step('compare', component, action, [name, ...(component ? [`switch ${component}`] : [])], {
      values: { mode: 'compare' },
      afterAnyOutcome: [...services, ...(isHeld ? [`resume ${component}`] : [])],
    });
  });
}

/** Smoke tests are run when databases and services are back; what else goes back is waited for, whatever becomes of it. */
function smokeStep({ components, pausing }: ChainParts, back: readonly string[]): Step {
  const served = pausing.length > 0 ? 'health' : RESTORED_BY.service;
  const after = [
    ...ofKind(components, 'database').map(({ name }) => `${RESTORED_BY.database} ${name}`),
    ...ofKind(components, 'service').map(({ name }) => `${served} ${name}`),
  ];
  const afterAnyOutcome = back.filter((name) => !after.includes(name));
  return step('smoke tests', undefined, 'smoke-test', after, { afterAnyOutcome });
}

/** The steps of other components that have to be done before one is touched. */
function stepsBefore(component: Component, parts: ChainParts): string[] {
  return parts.components
    .filter((other) => isDirectlyAfter(component, other))
    .map((other) => {
      const serves = other.kind === 'service' && waitsForHealth(component, parts);
      return `${serves ? 'health' : RESTORED_BY[other.kind]} ${other.name}`;
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

/** What the configuration says comes first, also where it turns round what is usual. */
const isDirectlyAfter = (component: Component, other: Component): boolean =>
  component.after?.includes(other.name) ??
  (KINDS_BEFORE[component.kind].includes(other.kind) && !other.after?.includes(component.name));

/** Whether a component waits for the one of that name, directly or not; an answer also where some wait for each other. */
function isAfter(component: Component, name: string, { components }: ChainParts): boolean {
  const before = new Set<Component>([component]);
  for (const each of before)
    for (const other of components) if (isDirectlyAfter(each, other)) before.add(other);
  return [...before].some((each) => each.name === name);
}

const ofKind = (components: readonly Component[], kind: Kind) => components.filter((each) => each.kind === kind);
