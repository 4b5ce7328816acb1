import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A headless browser of this machine; where there is none, Debian's Chromium is installed. */
export function startBrowser(): Promise<Browser> {
  const found = () => PLACES.find((path) => existsSync(path));
  if (!found()) install();
  const executablePath = found();
  if (!executablePath) throw new Error(`There is no browser at ${PLACES.join(', ')}.`);
  return launch({ executablePath, args: ['--no-sandbox'] });
}

function install(): void {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  for (const words of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...words];
    execFileSync(command, rest, { stdio: 'inherit' });
  }
}
