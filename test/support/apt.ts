import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** Installs packages of Debian or Ubuntu; needs root or sudo. */
export function aptInstall(...packages: readonly string[]): void {
  const sudo = userInfo().uid === 0 ? [] : ['sudo', '--non-interactive'];
  const apt = (...words: string[]) => {
    const [program = '', ...rest] = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      ...words,
    ];
    execFileSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  };
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}
