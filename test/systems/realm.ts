import { types } from 'node:util';

/*
 * Jest runs tests in a realm of their own, where errors of Node's core are not `instanceof Error` (or TypeError),
 * and p-retry takes them for something else. This lets them be, for the file that imports it; subclasses of ours
 * are as they were.
 */
const ordinary = Function.prototype[Symbol.hasInstance];
for (const Kind of [Error, TypeError]) {
  Object.defineProperty(Kind, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      if (ordinary.call(this as typeof Error, value)) return true;
      return this === Kind && types.isNativeError(value) && (Kind === Error || value.name === 'TypeError');
    },
  });
}
