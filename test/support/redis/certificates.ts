import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A CA and a certificate of 127.0.0.1, or of other names, that it signed, as files. */
export function makeCertificates(names = 'IP:127.0.0.1,DNS:localhost'): {
  ca: string;
  certificate: string;
  key: string;
} {
  const directory = mkdtempSync(join(tmpdir(), 'certificates-'));
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: directory, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=Test CA');
  const usual = ['-copy_extensions', 'copy', '-days', '30'];
  openssl(
    'req',
    ...key,
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
    '-subj',
    '/CN=localhost',
    '-addext',
    `subjectAltName=${names}`,
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    'server.crt',
    ...usual,
  );
  return {
    ca: join(directory, 'ca.crt'),
    certificate: join(directory, 'server.crt'),
    key: join(directory, 'server.key'),
  };
}
