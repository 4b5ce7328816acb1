import { TestEnvironment } from 'jest-environment-node';

/**
 * Node. Where a test fails and what it used cannot be disposed of either, JavaScript throws a SuppressedError that says
 * neither: both are shown, what failed first before what came of it.
 */
export default class Environment extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_done') test.errors = test.errors.flatMap(unfolded);
  }
}

function unfolded(failure) {
  const [error] = [failure].flat();
  if (error?.name !== 'SuppressedError') return [failure];
  return [error.suppressed, error.error].flatMap(unfolded);
}
