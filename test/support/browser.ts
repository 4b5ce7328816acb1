import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulesOf } from '../../scripts/tool.ts';
import { browser } from '../setup/programs.ts';

/** What the tests use of puppeteer's page; the package is one of `tools/`, so that its types are not here. */
export interface Page {
  on(
    event: string,
    listener: (it: { text(): string; url(): string; message(): string; dismiss(): void }) => void,
  ): void;
  setViewport(size: { width: number; height: number }): Promise<void>;
  emulateMediaFeatures(features: { name: string; value: string }[]): Promise<void>;
  goto(url: string): Promise<unknown>;
  screenshot(options: { path: string; fullPage: boolean; quality?: number }): Promise<unknown>;
  evaluate(code: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** A headless browser of this machine. */
export async function startBrowser(): Promise<Browser> {
  const module = pathToFileURL(
    join(modulesOf('browser'), 'puppeteer-core/lib/puppeteer/puppeteer-core.js'),
  ).href;
  const { launch } = await import(module);
  return launch({ executablePath: browser(), args: ['--no-sandbox'] });
}
