/** Loaded before each file of tests by Stryker: that a property fails is enough there, the smallest example is not looked for. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
