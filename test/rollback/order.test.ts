import { describe, expect, test } from '@jest/globals';
import type { Component } from '../../src/config/config.ts';
import type { Kind } from '../../src/config/kinds.ts';
import { type ChainParts, orderOf, type Step } from '../../src/rollback/order.ts';

const component = (name: string, kind: Kind, after?: readonly string[]): Component => ({ name, kind, after });

const ALL = [
  component('orders', 'database'),
  component('services', 'service'),
  component('net', 'infra'),
  component('carts', 'cache'),
  component('www', 'dns'),
];

const PARTS: ChainParts = {
  components: ALL,
  assess: 'never',
  verifyRecovery: false,
  smoke: false,
  notify: true,
  integrity: true,
  pausing: ['orders'],
  inPlace: [],
  repaired: [],
};

const order = (more: Partial<ChainParts> = {}) => orderOf({ ...PARTS, ...more });
const named = (steps: readonly Step[], name: string): Step => {
  const found = steps.find((step) => step.name === name);
  if (!found)
    throw new Error(`There is no step "${name}" among ${steps.map((step) => step.name).join(', ')}`);
  return found;
};
/** What a step waits for, plans left out, which everything waits for. */
const waits = (steps: readonly Step[], name: string) =>
  named(steps, name).after.filter((each) => !each.startsWith('plan '));

describe('a whole rollback', () => {
  test('is prepared beside what is live, switched, put back at zero, given back, proven and told', () => {
    const told = order().map(({ name, after }) => [
      name,
      after.filter((each) => !each.startsWith('plan ')).join(', '),
    ]);
    expect(told).toEqual([
      ['plan orders', ''],
      ['plan services', ''],
      ['plan net', ''],
      ['plan carts', ''],
      ['plan www', ''],
      ['notify start', ''],
      ['prepare orders', ''],
      ['capture orders', 'prepare orders'],
      ['switch orders', 'prepare orders, capture orders'],
      ['roll back services', 'switch orders'],
      ['resume orders', 'switch orders, roll back services'],
      ['health services', 'roll back services, resume orders'],
      ['apply net', 'switch orders, health services'],
      ['clear carts', 'switch orders, roll back services'],
      ['switch www', 'switch orders, health services, apply net, clear carts'],
      ['compare orders', 'capture orders, switch orders'],
      [
        'notify end',
        'prepare orders, switch orders, resume orders, roll back services, health services, apply net, clear carts, switch www, compare orders',
      ],
      ['report', 'notify end'],
    ]);
  });

  test('is told once it is known what goes back to what, and holds nothing up', () => {
    const steps = order();
    expect(named(steps, 'notify start').after).toEqual(ALL.map(({ name }) => `plan ${name}`));
    expect(steps.filter(({ after }) => after.includes('notify start'))).toEqual([]);
  });

  test.each(ALL.map(({ name }) => [name]))(
    'changes nothing of %s before every component is planned',
    (name) => {
      const steps = order();
      const plans = ALL.map((each) => `plan ${each.name}`);
      const first = steps.find((step) => step.component === name && step.verb !== 'plan') as Step;
      expect(first.after).toEqual(expect.arrayContaining(plans));
    },
  );

  test.each([
    ['assess', 'assess', {}],
    ['plan orders', 'rollback-db', {}],
    ['plan services', 'rollback-service', {}],
    ['plan net', 'rollback-infra', { phase: 'plan' }],
    ['plan carts', 'clear-cache', {}],
    ['plan www', 'switch-dns', {}],
    ['notify start', 'notify', { event: 'started' }],
    ['prepare orders', 'rollback-db', { phase: 'prepare', resume: 'false' }],
    ['capture orders', 'verify-integrity', { mode: 'capture' }],
    ['switch orders', 'rollback-db', { phase: 'switch', resume: 'false' }],
    ['roll back services', 'rollback-service', {}],
    ['apply net', 'rollback-infra', { phase: 'apply' }],
    ['clear carts', 'clear-cache', {}],
    ['switch www', 'switch-dns', {}],
    ['compare orders', 'verify-integrity', { mode: 'compare' }],
  ])('%s is done by %s with what makes it do this alone', (name, action, values) => {
    const steps = order({ assess: 'first' });
    expect(named(steps, name)).toMatchObject({ action, when: 'done' });
    expect(named(steps, name).values).toEqual(values);
  });

  test('waits for no step that it does not have, and for none that comes later', () => {
    for (const parts of [{}, { pausing: [] }, { inPlace: ['orders'] }, { integrity: false, notify: false }]) {
      const steps = order(parts);
      for (const [at, { after }] of steps.entries())
        for (const each of after) expect(steps.slice(0, at).map(({ name }) => name)).toContain(each);
    }
  });
});

describe('traffic', () => {
  test('that a database holds is given back in any case, after the services are put back', () => {
    expect(named(order(), 'resume orders')).toMatchObject({
      when: 'even-if-declined',
      values: { phase: 'resume' },
    });
    expect(waits(order(), 'resume orders')).toEqual(['switch orders', 'roll back services']);
  });

  test('that an attempt that died has left held is not given back before the services are put back', () => {
    for (const name of ['prepare orders', 'switch orders'])
      expect(named(order(), name).values).toMatchObject({ resume: 'false' });
  });

  test('that nobody holds is not given back, and services need no second look', () => {
    const steps = order({ pausing: [] });
    expect(steps.filter(({ verb }) => ['resume', 'health'].includes(verb))).toEqual([]);
    expect(named(steps, 'prepare orders').values).toEqual({ phase: 'prepare' });
    expect(waits(steps, 'apply net')).toEqual(['switch orders', 'roll back services']);
  });

  test('of a database waits for the services after it alone', () => {
    const components = [...ALL, component('other', 'service', [])];
    expect(waits(order({ components }), 'resume orders')).toEqual(['switch orders', 'roll back services']);
  });
});

describe('a database that is replaced in place', () => {
  const steps = order({ inPlace: ['orders'] });

  test('has nothing to prepare, to capture and to compare', () => {
    expect(steps.filter(({ verb }) => ['prepare', 'capture', 'compare'].includes(verb))).toEqual([]);
  });

  test('is replaced in its only phase, and holds traffic until the services are put back', () => {
    expect(named(steps, 'switch orders').values).toEqual({ resume: 'false' });
    expect(named(steps, 'resume orders').after).toEqual(['switch orders', 'roll back services']);
  });
});

describe('a database in which only what was destroyed is put back', () => {
  const steps = order({ repaired: ['orders'] });

  test('is compared beside users, and repaired in the place of a switch', () => {
    expect(named(steps, 'prepare orders').values).toMatchObject({ phase: 'prepare' });
    expect(named(steps, 'switch orders')).toMatchObject({ values: { phase: 'switch', resume: 'false' } });
    expect(waits(steps, 'switch orders')).toEqual(['prepare orders']);
  });

  test('is not held to a snapshot, as users go on writing to it', () => {
    expect(steps.filter(({ verb }) => ['capture', 'compare'].includes(verb))).toEqual([]);
  });
});

describe('several databases', () => {
  const components = [component('a', 'database'), component('b', 'database'), component('web', 'service')];

  test('are all restored before the first of them is switched', () => {
    const steps = order({ components, pausing: ['a', 'b'] });
    expect(waits(steps, 'switch a')).toEqual(['prepare a', 'prepare b', 'capture a']);
    expect(waits(steps, 'switch b')).toEqual(['prepare a', 'prepare b', 'capture b']);
    expect(waits(steps, 'roll back web')).toEqual(['switch a', 'switch b']);
    expect(waits(steps, 'health web')).toEqual(['roll back web', 'resume a', 'resume b']);
  });
});

describe('integrity', () => {
  test('of what no database component restores is captured before anything is changed', () => {
    const steps = order({ components: [component('web', 'service')], pausing: [] });
    expect(named(steps, 'capture')).toMatchObject({
      action: 'verify-integrity',
      values: { mode: 'capture' },
      after: ['plan web'],
    });
    expect(waits(steps, 'compare')).toEqual(['capture']);
    expect(named(steps, 'compare').afterAnyOutcome).toEqual(['roll back web']);
  });

  test('waits for no traffic that nobody has paused', () => {
    const { afterAnyOutcome } = named(order({ pausing: [] }), 'compare orders');
    expect(afterAnyOutcome).toEqual(['roll back services']);
  });

  test('K8: is compared when its database is back and the services are over, whatever became of these and of all else', () => {
    const compare = named(order(), 'compare orders');
    expect(compare.after).toEqual(['capture orders', 'switch orders']);
    expect(compare.afterAnyOutcome).toEqual(['roll back services', 'resume orders']);
  });

  test('is nobody’s business where the configuration does not say so', () => {
    expect(order({ integrity: false }).filter(({ verb }) => ['capture', 'compare'].includes(verb))).toEqual(
      [],
    );
  });
});

describe('after', () => {
  test('wins over the order of kinds', () => {
    const components = [component('orders', 'database'), component('web', 'service', [])];
    expect(waits(order({ components, pausing: [] }), 'roll back web')).toEqual([]);
  });

  test('puts components of one kind one after another', () => {
    const components = [component('web', 'service', ['api']), component('api', 'service')];
    const steps = order({ components, pausing: [] });
    expect(waits(steps, 'roll back web')).toEqual(['roll back api']);
    expect(steps.findIndex(({ name }) => name === 'roll back api')).toBeLessThan(
      steps.findIndex(({ name }) => name === 'roll back web'),
    );
  });
});

describe('who judges', () => {
  test('is asked before anybody is told and anything is planned, where it is up to them', () => {
    const steps = order({ assess: 'first' });
    for (const { name } of ALL) expect(named(steps, `plan ${name}`).after).toEqual(['assess']);
  });

  test('is waited for by nobody, where it is for the record', () => {
    const steps = order({ assess: 'beside' });
    expect(named(steps, 'assess').after).toEqual([]);
    expect(steps.filter(({ after }) => after.includes('assess'))).toEqual([]);
  });
});

describe('smoke tests', () => {
  test('come when databases and services are back, whatever became of the rest, and before the end is told', () => {
    const steps = order({ smoke: true, verifyRecovery: true });
    const smoke = named(steps, 'smoke tests');
    expect(smoke).toMatchObject({ action: 'smoke-test', when: 'done' });
    expect(smoke.after).toEqual(['switch orders', 'health services']);
    expect(smoke.afterAnyOutcome).toEqual(expect.arrayContaining(['apply net', 'clear carts', 'switch www']));
    // What must have been done is not waited for with any outcome as well.
    expect(smoke.afterAnyOutcome).not.toContain('switch orders');
    for (const name of ['verify recovery', 'notify end']) expect(waits(steps, name)).toContain('smoke tests');
  });

  test('wait for services that are put back while nobody holds them', () => {
    expect(named(order({ smoke: true, pausing: [] }), 'smoke tests').after).toEqual([
      'switch orders',
      'roll back services',
    ]);
  });
});

describe('the look afterwards', () => {
  const withLook = () => order({ assess: 'beside', verifyRecovery: true });

  test('ends the chain: it comes when all is back and compared, and is told', () => {
    const steps = withLook();
    expect(named(steps, 'verify recovery')).toMatchObject({ action: 'assess', when: 'done' });
    expect(waits(steps, 'verify recovery')).toEqual(
      waits(steps, 'notify end').filter((name) => name !== 'verify recovery'),
    );
    expect(waits(steps, 'notify end')).toContain('verify recovery');
    expect(named(steps, 'report').after).toEqual(['notify end']);
  });

  test('takes what the section says for it, and leaves what it says for the first one', () => {
    const steps = withLook();
    expect(named(steps, 'verify recovery').ignoredInputs).toEqual(['bake', 'quick-fix']);
    expect(named(steps, 'assess').ignoredInputs).toEqual(['recovery', 'quick-fix']);
    expect(named(order({ assess: 'first' }), 'assess').ignoredInputs).toEqual(['recovery']);
  });
});

describe('telling', () => {
  test('comes whatever became of all that is told', () => {
    const steps = order();
    expect(named(steps, 'notify end')).toMatchObject({ action: 'notify', when: 'always' });
    expect(named(steps, 'report')).toMatchObject({ action: 'report', when: 'always' });
  });

  test('is left to the report where there is nobody to notify', () => {
    expect(waits(order({ notify: false, integrity: false }), 'report')).toContain('switch www');
  });
});

describe('an order of one’s own', () => {
  const orders = component('orders', 'database', ['services']);
  const services = component('services', 'service');

  test('turns round what is usual', () => {
    const names = order({ components: [orders, services], pausing: [] }).map(({ name }) => name);
    expect(names.indexOf('roll back services')).toBeLessThan(names.indexOf('switch orders'));
    expect(waits(order({ components: [orders, services], pausing: [] }), 'roll back services')).toEqual([]);
  });

  test('lets a service that gives one of two databases its traffic back wait for what usually waits for it', () => {
    const components = [
      component('a', 'database'),
      component('b', 'database'),
      component('net', 'infra', ['api']),
      component('web', 'service', ['a', 'net']),
      component('api', 'service', ['a']),
    ];
    const steps = order({ components, pausing: ['a', 'b'] });
    expect(waits(steps, 'roll back web')).toEqual(['switch a', 'apply net']);
    expect(waits(steps, 'apply net')).toEqual(['roll back api']);
  });

  test('that cannot be is refused', () => {
    const components = [component('a', 'cache', ['b']), component('b', 'cache', ['a'])];
    expect(() => order({ components, pausing: [], notify: false, integrity: false })).toThrow(
      /^The components a, b wait for each other; say with `after` which of them comes first/,
    );
  });
});
