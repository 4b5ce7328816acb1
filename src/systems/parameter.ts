/**
 * A parameter of a URL with a password, for people. Behind the `?` may be the rest of a password that was not
 * percent-encoded, so what does not look like a name is not repeated.
 */
export const shownParameter = (name: string): string =>
  /^[a-z][a-z_-]{1,40}$/i.test(name)
    ? `the parameter "${name}"`
    : 'something behind a "?" that is not a parameter (percent-encode the password)';
