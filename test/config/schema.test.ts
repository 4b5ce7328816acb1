import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { configurationJsonSchema } from '../../scripts/schema.ts';
import { readFile } from '../../src/config/read.ts';

const root = resolve(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'docs/schema/rollback.schema.json'), 'utf8'));
// Compiling takes longest, and most of that is optimizing a check that runs a few times.
const validate = new Ajv2020({ code: { optimize: false } }).compile(schema);

/** Whether the code takes a file. */
function isRead(yaml: string): boolean {
  const path = join(mkdtempSync(join(tmpdir(), 'schema-')), 'rollback.yml');
  writeFileSync(path, yaml);
  try {
    readFile(path);
    return true;
  } catch {
    return false;
  }
}

test('the published schema is the one of the code', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(configurationJsonSchema())));
});

test('it says of each input what it is', () => {
  const { properties } = schema.properties.environments.additionalProperties;
  expect(properties['rollback-db'].properties.backup.description).toContain('s3://bucket/key');
  expect(properties.components.additionalProperties.oneOf[0].properties.order.description).toMatch(/groups/i);
});

describe('editor and code agree on', () => {
  const component = (text: string) => `environments: {prod: {components: {x: ${text}}}}`;
  test.each([
    ['environments: {prod: {}}', true],
    ['environments: {prod: {rollback-service: {to: previous, max-parallel: 3, workloads: [a, b]}}}', true],
    ['environments: {prod: {defaults: {namespace: {env: NAMESPACE}}}}', true],
    [component('{kind: service, after: [], rto: 5m}'), true],
    [component('{kind: database, rto: {database/x: 5m}, database-url: {env: URL}}'), true],
    [component('{kind: database, after: s3://b/after.dump}'), true],
    [component('{kind: database, after: []}'), true],
    [component('{kind: service, after: s3://b/after.dump}'), false],
    ['environments: {}', false],
    ['environments: []', false],
    ['{}', false],
    ['environments: {prod: {rollback-srvice: {}}}', false],
    ['environments: {prod: {rollback-service: {too: x}}}', false],
    ['environments: {prod: {rollback-service: {to: {a: b}}}}', false],
    ['environments: {prod: {defaults: {nmespace: x}}}', false],
    ['environments: {prod: {clear-cache: {redis-url: redis://user:password@host}}}', false],
    [component('{kind: databse}'), false],
    [component('{workloads: all}'), false],
    [component('{kind: service, backup: b}'), false],
    [component('{kind: service, rto: 5}'), false],
    [component('{kind: service, phase: all}'), false],
    ['environments: {prod: {components: {"Not a name": {kind: service}}}}', false],
  ])('%s: %s', (yaml, valid) => {
    expect([isRead(yaml), validate(parse(yaml))]).toEqual([valid, valid]);
  });
});
