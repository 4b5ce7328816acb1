import { ActionError } from '../../base/errors.ts';

/** The server understood the request and does not do it: asked again, it says the same. */
export class RefusedError extends ActionError {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.name = 'RefusedError';
    this.status = status;
  }
}
