import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moduleOf, readConfiguration, withoutKeys } from '../../src/infra/configuration.ts';
import { parseHcl } from '../../src/infra/hcl.ts';

function directory(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'configuration-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

const PROTECTED = 'lifecycle {\n    prevent_destroy = true\n  }';

describe('prevent_destroy', () => {
  test('is found in whatever stands around it', () => {
    const text = `
      # resource "t" "comment" { lifecycle { prevent_destroy = true } }
      /* resource "t" "comment2" { lifecycle { prevent_destroy = true } } */
      resource "t" "kept" {
        name  = "\${var.a["}"]} \\" { // no comment"
        other = <<-EOT
          resource "t" "text" { lifecycle { prevent_destroy = true }
          \${"
        EOT
        list  = [
          { a = "b" }, # }
        ]
        ${PROTECTED}
      }
      resource "t" "free" { lifecycle { prevent_destroy = false } }
      resource t bare { lifecycle { prevent_destroy = var.keep } }
      data "t" "d" { ${PROTECTED} }
    `;
    expect([...readConfiguration(directory({ 'main.tf': text })).protected].sort()).toEqual([
      't.bare',
      't.kept',
    ]);
  });

  test('is found in JSON, and in modules beside and below', () => {
    const path = directory({
      'main.tf.json': JSON.stringify({
        resource: {
          t: {
            json: { lifecycle: { prevent_destroy: true } },
            list: [{ lifecycle: [{ prevent_destroy: true }] }],
          },
        },
      }),
      'modules.tf':
        'module "a" { source = "./a" }\nmodule "far" {\n source = "registry/x/y"\n version = "1"\n}\n',
      'a/main.tf': `resource "t" "x" { ${PROTECTED} }\nmodule "b" {\n source = "../b"\n}\n`,
      'b/main.tf': `resource "t" "y" { ${PROTECTED} }\n`,
    });
    const { protected: found, foreign } = readConfiguration(path);
    expect([...found].sort()).toEqual(['module.a.module.b.t.y', 'module.a.t.x', 't.json', 't.list']);
    expect([...foreign]).toEqual(['module.far']);
  });

  test('modules that call each other in a circle come to an end', () => {
    const path = directory({
      'main.tf': 'module "a" { source = "./a" }',
      'a/main.tf': 'module "b" { source = "../" }',
    });
    expect(readConfiguration(path).foreign.size).toBe(1);
  });
});

test('variables, their types, and the backend with all that is said of it', () => {
  const { variables, backend } = readConfiguration(
    directory({
      'a.tf':
        'variable "plain" {}\nvariable "n" { type = number }\nvariable "l" {\n type = list(object({\n a = string\n }))\n}\n',
      'b.tf': 'terraform {\n  backend "s3" {\n bucket = "state"\n}\n}\n',
      'c.txt': 'variable "no" {}',
    }),
  );
  expect(variables).toEqual({ plain: '', n: 'number', l: expect.stringMatching(/^list\(object/) });
  expect(backend).toMatchObject({ type: 'backend', labels: ['s3'], attributes: { bucket: '"state"' } });
});

test.each(['a = "', 'a {', '}', 'a = [', 'a "b', 'a = "${"', 'x y z'])(
  '%j is told of and does not hang',
  (text) => {
    expect(() => parseHcl(text, 'main.tf')).toThrow(/^main\.tf cannot be read/);
  },
);

test('any text comes to an end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a ={}[]()"\\$%\n#/*<-EO'.split('')) }), (text) => {
      try {
        expect(parseHcl(text, 'x.tf')).toBeInstanceOf(Array);
      } catch (error) {
        expect((error as Error).message).toContain('cannot be read');
      }
    }),
  );
});

test('addresses without their keys, and the modules that they are in', () => {
  const address = 'module.a["x.y[0]\\"]"].module.b[0].t.r["module.c."]';
  expect(withoutKeys(address)).toBe('module.a.module.b.t.r');
  expect(moduleOf(address)).toBe('module.a.module.b');
  expect(moduleOf('t.r')).toBe('');
});

test('what is removed and not destroyed is found, in modules too', () => {
  const removed = (from: string, lifecycle: string) => `removed {\n from = ${from}\n ${lifecycle}\n}\n`;
  const path = directory({
    'main.tf': [
      removed('t.kept', 'lifecycle { destroy = false }'),
      removed('t.gone', 'lifecycle { destroy = true }'),
      removed('module.old', ''),
      'module "a" {\n source = "./a"\n}\n',
    ].join(''),
    'a/main.tf': removed('t.x', 'lifecycle {\n destroy = false\n}'),
  });
  expect([...readConfiguration(path).forgotten].sort()).toEqual(['module.a.t.x', 'module.old', 't.kept']);
});

describe('ignore_changes', () => {
  test('is found in whatever way it is written, in modules too', () => {
    const ignoring = (what: string) => `lifecycle {\n ignore_changes = ${what}\n }`;
    const path = directory({
      'main.tf': [
        `resource "t" "list" {\n ${ignoring('[\n size, # no\n tags["Name"], tags["a,b.c"], scaling[0].desired,\n]')}\n}`,
        `resource "t" "old" {\n ${ignoring('["size"]')}\n}`,
        `resource "t" "all" {\n ${ignoring('all')}\n}`,
        `resource "t" "star" {\n ${ignoring('["*"]')}\n}`,
        `resource "t" "none" {\n ${ignoring('[]')}\n}`,
        'module "a" {\n source = "./a"\n}\n',
      ].join('\n'),
      'a/main.tf.json': JSON.stringify({
        resource: { t: { json: { lifecycle: { ignore_changes: ['size', 'tags["Name"]'] } } } },
      }),
    });
    expect(Object.fromEntries(readConfiguration(path).ignored)).toEqual({
      't.list': ['size', 'tags.Name', 'tags["a,b.c"]', 'scaling[0].desired'],
      't.old': ['size'],
      't.all': ['*'],
      't.star': ['*'],
      'module.a.t.json': ['size', 'tags.Name'],
    });
  });
});

test.each([
  ['terraform-aws-modules/vpc/aws', undefined, 'terraform-aws-modules/vpc/aws without a version'],
  ['terraform-aws-modules/vpc/aws', '"~> 5.0"', 'terraform-aws-modules/vpc/aws ~> 5.0'],
  ['app.terraform.io/shop/vpc/aws//nat', '">= 1.2.3"', 'app.terraform.io/shop/vpc/aws//nat >= 1.2.3'],
  ['terraform-aws-modules/vpc/aws', '"5.1.2"', undefined],
  ['terraform-aws-modules/vpc/aws', '"= 5.1"', undefined],
  ['git::https://example.com/vpc.git', undefined, 'git::https://example.com/vpc.git without a `ref`'],
  ['git::https://example.com/vpc.git?ref=main', undefined, 'git::https://example.com/vpc.git at main'],
  ['github.com/shop/vpc?ref=release', undefined, 'github.com/shop/vpc at release'],
  ['git::ssh://git@example.com/vpc.git?ref=v1.2.0', undefined, undefined],
  ['git::ssh://git@example.com/vpc.git?depth=1&ref=vpc/v1.2.0', undefined, undefined],
  ['github.com/shop/vpc?ref=51d462976d84fdea54b47d80dcabbf680badcdb8', undefined, undefined],
  ['https://example.com/vpc-1.2.0.zip', undefined, undefined],
  ['s3::https://s3.amazonaws.com/modules/vpc.zip', undefined, undefined],
])('a module from %s (version %s) may be newer tomorrow: %s', (source, version, told) => {
  const text = `module "m" {\n source = "${source}"\n ${version === undefined ? '' : `version = ${version}`}\n}\n`;
  expect(readConfiguration(directory({ 'main.tf': text })).floating.get('module.m')).toBe(told);
});

test('how OpenTofu encrypts the state is found in JSON as in its own language', () => {
  const text = [
    'terraform {\n encryption {\n',
    'key_provider "pbkdf2" "k" { passphrase = "x" }\n',
    'method "aes_gcm" "m" { keys = "key_provider.pbkdf2.k" }\n',
    'state { enforced = true }\n}\n}\n',
  ].join('');
  const encryption = {
    key_provider: { pbkdf2: { k: { passphrase: 'x' } } },
    method: { aes_gcm: { m: { keys: 'key_provider.pbkdf2.k' } } },
    state: { enforced: true },
  };
  const json = JSON.stringify({ terraform: { encryption } });
  const [own, other] = [{ 'main.tf': text }, { 'main.tf.json': json }].map(
    (files) => readConfiguration(directory(files)).encryption,
  );
  expect(other).toEqual(own);
  expect(own?.blocks.map(({ type, labels }) => [type, ...labels])).toEqual([
    ['key_provider', 'pbkdf2', 'k'],
    ['method', 'aes_gcm', 'm'],
    ['state'],
  ]);
});
