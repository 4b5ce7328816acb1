import { type Plan, readPlan } from '../../src/infra/changes.ts';

/** A resource of a plan's JSON, as Terraform 1.11 writes it. */
export function resource(
  address: string,
  actions: string[],
  more: Record<string, unknown> = {},
  change: object = {},
) {
  const [type = '', name = ''] = address.replace(/^(module\.[^.]+\.)*/, '').split('.');
  return {
    address,
    mode: 'managed',
    type,
    name: name.replace(/\[.*$/, ''),
    provider_name: 'terraform.io/builtin/terraform',
    change: {
      actions,
      before: null,
      after: null,
      after_unknown: {},
      before_sensitive: false,
      after_sensitive: false,
      ...change,
    },
    ...more,
  };
}

/** A plan, read from JSON with these parts. */
export const planOf = (parts: Record<string, unknown>): Plan =>
  readPlan(
    JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.11.4',
      applyable: true,
      complete: true,
      errored: false,
      ...parts,
    }),
  );

/** A plan that does these things to resources. */
export const planThat = (...resources: object[]): Plan => planOf({ resource_changes: resources });
