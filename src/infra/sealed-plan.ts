import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { ActionError } from '../base/errors.ts';

/** What a plan was made of; it is applied with the same only. */
export interface Binding {
  /** The workflow run whose reviewers saw it. */
  readonly run: string;
  /** The commit that was planned; empty where the directory is in no repository. */
  readonly commit: string;
  readonly directory: string;
  readonly workspace: string;
  /** SHA-256 of the variables and of the files that give more of them. */
  readonly variables: string;
  readonly terraform: string;
  /** The state that it was made from. */
  readonly lineage: string;
  readonly serial: number;
}

const MAGIC = Buffer.from('rollback-actions plan 1\n');
const SALT = 16;
const IV = 12;
const TAG = 16;

/**
 * Encrypts a plan file with what it is bound to: a plan holds the values of variables and the credentials of the
 * backend in plain text. AES-256-GCM, the key by scrypt from `key`.
 */
export function seal(plan: Buffer, binding: Binding, key: string): Buffer {
  const salt = randomBytes(SALT);
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(key, salt, 32), iv).setAAD(MAGIC);
  const body = Buffer.concat([
    cipher.update(`${JSON.stringify(binding)}\n`),
    cipher.update(plan),
    cipher.final(),
  ]);
  return Buffer.concat([MAGIC, salt, iv, cipher.getAuthTag(), body]);
}

/**
 * @throws ActionError where it is no such file, was changed, or was encrypted with another key
 */
export function open(sealed: Buffer, key: string, path: string): { plan: Buffer; binding: Binding } {
  if (!sealed.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new ActionError(`${path} is not a plan of this action; make one with \`phase: plan\`.`);
  }
  const [salt, iv, tag, body] = parts(sealed.subarray(MAGIC.length), SALT, IV, TAG);
  try {
    const decipher = createDecipheriv('aes-256-gcm', scryptSync(key, salt, 32), iv, { authTagLength: TAG });
    decipher.setAAD(MAGIC).setAuthTag(tag);
    const text = Buffer.concat([decipher.update(body), decipher.final()]);
    const end = text.indexOf('\n');
    return { plan: text.subarray(end + 1), binding: JSON.parse(text.subarray(0, end).toString()) as Binding };
  } catch (error) {
    throw new ActionError(
      `${path} cannot be decrypted: it was changed or cut, or its \`plan-key\` is different.`,
      { cause: error },
    );
  }
}

/** Cuts off pieces of these lengths; the last one is the rest. */
function parts(bytes: Buffer, a: number, b: number, c: number): [Buffer, Buffer, Buffer, Buffer] {
  const ends = [a, a + b, a + b + c];
  return [
    bytes.subarray(0, ends[0]),
    bytes.subarray(ends[0], ends[1]),
    bytes.subarray(ends[1], ends[2]),
    bytes.subarray(ends[2]),
  ];
}

const DIFFERENT: Record<keyof Binding, string> = {
  run: 'it was made by another workflow run',
  commit: '`ref` (or the checkout) is at another commit now',
  directory: '`directory` is different',
  workspace: '`workspace` is different',
  variables: '`vars`, `secret-vars` or `var-files` are different',
  terraform: 'the version of Terraform is different',
  lineage: 'the state is a different one',
  serial: 'the state was changed since',
};

/** Why a plan is not the one to apply here; undefined where it is. */
export function mismatch(planned: Binding, present: Binding): string | undefined {
  const keys = Object.keys(DIFFERENT) as (keyof Binding)[];
  const other = keys.filter((key) => planned[key] !== present[key]).map((key) => DIFFERENT[key]);
  return other.length > 0 ? other.join(', and ') : undefined;
}
