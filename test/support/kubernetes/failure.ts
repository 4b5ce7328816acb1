import type { Resource } from './resources.ts';

/** An answer other than success, as the `Status` object that the API server sends. */
export class Failure extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details: object | undefined;
  readonly headers: Record<string, string>;
  readonly metadata: object;

  constructor(
    code: number,
    reason: string,
    message: string,
    extra: { details?: object; headers?: Record<string, string>; metadata?: object } = {},
  ) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = extra.details;
    this.headers = extra.headers ?? {};
    this.metadata = extra.metadata ?? {};
  }

  status(): object {
    const { metadata, message, reason, details, code } = this;
    return { ...statusHead, metadata, status: 'Failure', message, reason, ...(details && { details }), code };
  }
}

export function success(details: object): object {
  return { ...statusHead, metadata: {}, status: 'Success', details };
}

export const unauthorized = () => new Failure(401, 'Unauthorized', 'Unauthorized');

export const badRequest = (message: string) => new Failure(400, 'BadRequest', message);

/** A value of another type than the field's. In the result of a patch it is no bad request, but invalid. */
export class Undecodable extends Failure {
  constructor(message: string) {
    super(400, 'BadRequest', message);
  }
}

export const noSuchPath = () =>
  new Failure(404, 'NotFound', 'the server could not find the requested resource', { details: {} });

export const notAllowed = () =>
  new Failure(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {
    details: {},
  });

export function notFound(resource: Resource, name: string): Failure {
  return new Failure(404, 'NotFound', `${qualified(resource)} "${name}" not found`, {
    details: about(resource, name),
  });
}

export function alreadyExists(resource: Resource, name: string): Failure {
  return new Failure(409, 'AlreadyExists', `${qualified(resource)} "${name}" already exists`, {
    details: about(resource, name),
  });
}

export function conflict(resource: Resource, name: string, why: string): Failure {
  return new Failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`,
    {
      details: about(resource, name),
    },
  );
}

export const staleVersion = (resource: Resource, name: string) =>
  conflict(
    resource,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );

export function forbidden(resource: Resource, name: string, why: string, causes?: object[]): Failure {
  const subject = name === '' ? qualified(resource) : `${qualified(resource)} "${name}"`;
  return new Failure(403, 'Forbidden', `${subject} is forbidden: ${why}`, {
    details: { ...about(resource, name), ...(causes && { causes }) },
  });
}

export function invalid(resource: Resource, name: string, field: string, why: string): Failure {
  const group = resource.group === '' ? resource.kind : `${resource.kind}.${resource.group}`;
  return new Failure(422, 'Invalid', `${group} "${name}" is invalid: ${field}: ${why}`, {
    details: {
      name,
      ...(resource.group !== '' && { group: resource.group }),
      kind: resource.kind,
      causes: [{ reason: 'FieldValueInvalid', message: why, field }],
    },
  });
}

export const unprocessable = (message: string) => new Failure(422, 'Invalid', message);

export const expired = (message: string, continueToken?: string) =>
  new Failure(410, 'Expired', message, continueToken ? { metadata: { continue: continueToken } } : {});

function qualified({ plural, group }: Resource): string {
  return group === '' ? plural : `${plural}.${group}`;
}

function about({ plural, group }: Resource, name: string): object {
  return { ...(name !== '' && { name }), ...(group !== '' && { group }), kind: plural };
}

const statusHead = { kind: 'Status', apiVersion: 'v1' };
