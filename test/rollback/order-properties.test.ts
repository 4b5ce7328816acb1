/** What holds for the steps of every environment, whatever its components are and wait for. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Component } from '../../src/config/config.ts';
import type { Kind } from '../../src/config/kinds.ts';
import { type ChainParts, orderOf, type Step } from '../../src/rollback/order.ts';
import { holds, refusedOrDone } from '../fuzz/fuzz.ts';

const KIND_NAMES: readonly Kind[] = ['database', 'service', 'infra', 'cache', 'dns'];

interface Shape {
  readonly kind: Kind;
  /** Undefined leaves the order to the kinds. */
  readonly after: readonly number[] | undefined;
  readonly holds: boolean;
  readonly strategy: 'swap' | 'inPlace' | 'repaired';
}

/** Environments whose components wait for what `earlier` lets them: those before them, or any. */
const environments = (earlier: boolean): fc.Arbitrary<ChainParts> => {
  const shape = fc.record<Shape>({
    kind: fc.constantFrom(...KIND_NAMES),
    after: fc.option(fc.array(fc.nat(9), { maxLength: 3 }), { nil: undefined, freq: 2 }),
    holds: fc.boolean(),
    strategy: fc.constantFrom('swap', 'inPlace', 'repaired'),
  });
  const others = fc.record({
    assess: fc.constantFrom('first', 'beside', 'never'),
    verifyRecovery: fc.boolean(),
    smoke: fc.boolean(),
    notify: fc.boolean(),
    integrity: fc.boolean(),
  });
  return fc.tuple(fc.array(shape, { minLength: 1, maxLength: 9 }), others).map(([shapes, rest]) => {
    const components = shapes.map(({ kind, after }, at) => ({
      name: `c${at}`,
      kind,
      after: after
        ?.map((other) => other % (earlier ? Math.max(at, 1) : shapes.length))
        .filter((other) => other !== at)
        .map((other) => `c${other}`),
    }));
    const databases = (which: (shape: Shape) => boolean) =>
      components
        .filter(({ kind }, at) => kind === 'database' && which(shapes[at] as Shape))
        .map(({ name }) => name);
    const by = (wanted: Shape['strategy']) => databases(({ strategy }) => strategy === wanted);
    const pausing = databases(({ holds }) => holds);
    return { ...rest, components, pausing, inPlace: by('inPlace'), repaired: by('repaired') };
  });
};

/** Every component says what it waits for, of those before it alone: nothing can wait for itself. */
const ordered = environments(true).map((parts) => ({
  ...parts,
  components: parts.components.map(
    (component): Component => ({ ...component, after: component.after ?? [] }),
  ),
}));

/** All that has to be over before a step, also what those wait for. */
function closureOf(steps: readonly Step[]): Map<string, Set<string>> {
  const closure = new Map<string, Set<string>>();
  for (const { name, after } of steps)
    closure.set(name, new Set(after.flatMap((each) => [each, ...(closure.get(each) ?? [])])));
  return closure;
}

/** The components that one waits for because somebody says so, directly or not. */
function said(components: ChainParts['components'], name: string): Set<string> {
  const found = new Set([name]);
  for (const each of found)
    for (const other of components.find((component) => component.name === each)?.after ?? [])
      found.add(other);
  found.delete(name);
  return found;
}

const CHANGES: readonly Step['verb'][] = [
  'prepare',
  'switch',
  'roll back',
  'apply',
  'clear',
  'resume',
  'health',
];
/** Until when a component counts as not back. */
const LAST = {
  database: 'switch',
  service: 'roll back',
  infra: 'apply',
  cache: 'clear',
  dns: 'switch',
} as const;

const ofAll = (property: (steps: readonly Step[], parts: ChainParts) => void) => () =>
  holds(
    fc.oneof(ordered, environments(false)),
    (parts) => {
      const steps = refusedOrDone(() => orderOf(parts));
      if (steps) property(steps, parts);
    },
    1000,
  );

test(
  'each step comes after what it waits for, once, and waits for nothing that is not there',
  ofAll((steps) => {
    const seen = new Set<string>();
    for (const { name, after } of steps) {
      expect([name, after.filter((each) => !seen.has(each)), seen.has(name)]).toEqual([name, [], false]);
      seen.add(name);
    }
  }),
);

test(
  'every component is planned before anything is changed',
  ofAll((steps, { components }) => {
    const closure = closureOf(steps);
    for (const { name } of steps.filter(({ verb }) => CHANGES.includes(verb))) {
      const unplanned = components.filter((each) => !closure.get(name)?.has(`plan ${each.name}`));
      expect([name, unplanned]).toEqual([name, []]);
    }
  }),
);

test(
  'every component is put back, by its own kind’s action, and after those that it says',
  ofAll((steps, { components }) => {
    const closure = closureOf(steps);
    for (const { name, kind, after = [] } of components) {
      const last = `${LAST[kind]} ${name}`;
      expect(steps.map((step) => step.name)).toContain(last);
      for (const other of components.filter((each) => after.includes(each.name)))
        expect([...(closure.get(last) ?? [])]).toContain(`${LAST[other.kind]} ${other.name}`);
    }
  }),
);

test(
  'what a database holds is given back once, whatever became of the rest, and not before services that follow it are back',
  ofAll((steps, { components, pausing }) => {
    const closure = closureOf(steps);
    expect(
      steps
        .filter(({ verb }) => verb === 'resume')
        .map(({ component }) => component)
        .sort(),
    ).toEqual([...pausing].sort());
    for (const database of pausing) {
      const resume = steps.find(({ name }) => name === `resume ${database}`) as Step;
      expect(resume).toMatchObject({ when: 'even-if-declined', values: { phase: 'resume' } });
      expect(closure.get(resume.name)).toContain(`switch ${database}`);
      for (const { name } of components.filter((each) => each.kind === 'service'))
        if (said(components, name).has(database))
          expect(closure.get(resume.name)).toContain(`roll back ${name}`);
    }
  }),
);

test(
  'a service whose traffic was held is looked at once more when it is given back, and everything is told in the end',
  ofAll((steps, { components, pausing, notify }) => {
    const closure = closureOf(steps);
    if (pausing.length > 0)
      for (const { name } of components.filter(({ kind }) => kind === 'service'))
        for (const database of pausing) expect(closure.get(`health ${name}`)).toContain(`resume ${database}`);
    const telling = ['notify end', 'report', 'assess', 'capture', 'compare', 'notify start'];
    const told = closure.get(notify ? 'notify end' : 'report') as Set<string>;
    for (const step of steps.filter(({ verb }) => !telling.includes(verb) && verb !== 'plan'))
      expect([...told]).toContain(step.name);
    expect(steps.at(-1)?.name).toBe('report');
  }),
);

test('components that do not wait for each other are never refused', () => {
  holds(ordered, (parts) => expect(orderOf(parts).length).toBeGreaterThan(0));
});

test('components that wait for each other are refused in one sentence, also where a database holds them', () => {
  const parts: ChainParts = {
    components: [
      { name: 'orders', kind: 'database', after: undefined },
      { name: 'api', kind: 'service', after: ['web'] },
      { name: 'web', kind: 'service', after: ['api'] },
    ],
    assess: 'never',
    verifyRecovery: false,
    smoke: false,
    notify: false,
    integrity: false,
    pausing: ['orders'],
    inPlace: [],
    repaired: [],
  };
  expect(() => orderOf(parts)).toThrow(/^The components .*api, web.* wait for each other; say with `after`/);
});

test('many components that each wait for all before them are put in order at once', () => {
  const names = Array.from({ length: 40 }, (_, at) => `c${at}`);
  const services = names.map((name, at): Component => ({ name, kind: 'service', after: names.slice(0, at) }));
  const parts: ChainParts = {
    components: [...services, { name: 'orders', kind: 'database', after: [] }],
    assess: 'never',
    verifyRecovery: false,
    smoke: false,
    notify: true,
    integrity: false,
    pausing: ['orders'],
    inPlace: [],
    repaired: [],
  };
  expect(refusedOrDone(() => orderOf(parts))).toBeDefined();
});
