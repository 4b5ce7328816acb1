import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Node. Where a test fails and what it used cannot be disposed of either, JavaScript throws a SuppressedError that says
 * neither: both are shown, what failed first before what came of it.
 */
export default class Environment extends TestEnvironment {
  constructor(...given) {
    super(...withOrdinaryGlobals(given));
  }

  handleTestEvent({ name, test }) {
    if (name === 'test_done') test.errors = test.errors.flatMap(unfolded);
  }
}

const { createContext } = vm;

/**
 * Jest makes a file's globals an object that it watches, and each `Math` and `undefined` of the sources is looked up in it by
 * interceptors and a proxy, which takes four fifths of the time of what calculates. Ordinary globals are what a process has.
 */
function withOrdinaryGlobals(given) {
  vm.createContext = () => {
    vm.createContext = createContext;
    return createContext(vm.constants.DONT_CONTEXTIFY);
  };
  return given;
}

function unfolded(failure) {
  const [error] = [failure].flat();
  if (error?.name !== 'SuppressedError') return [failure];
  return [error.suppressed, error.error].flatMap(unfolded);
}
