/** The pages of report and of the readiness check in a real browser: they show, in any light and on a phone, and ask nobody for anything. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pageOf as readinessPageOf } from '../../src/readiness/render.ts';
import { pageOf } from '../../src/report/page.ts';
import { full, hostile, many, objectives, reported, sparse } from '../report/stories.ts';
import { type Browser, type Page, startBrowser } from '../support/browser.ts';

const folder = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'page-'));
mkdirSync(folder, { recursive: true });
const reports = {
  complete: full().report,
  sparse: reported(sparse).report,
  hostile: reported(hostile, { objectives }).report,
  'two hundred': reported(many(200, 6)).report,
  'a thousand': reported(many(1000, 300)).report,
};
const board = (components: number, evidence: string) =>
  readinessPageOf(
    evidence,
    Array.from({ length: components }, (_, index) =>
      (['ok', 'at-risk', 'not-ready', 'not-checked'] as const).map((state) => ({
        ...{ component: `service-${index}`, check: `images ${state}`, state, evidence },
        ...{ since: '2026-11-30T03:00:00Z', remedy: 'push the image again' },
      })),
    ).flat(),
    Array.from({ length: 40 }, () => ({
      ...{ at: '2026-11-30T03:00:00Z', result: 'at-risk' as const, wrong: 1, seconds: 5 },
    })),
    '2026-11-30T03:00:00Z',
  );
/** Each page by its name, as HTML. */
const pages: Record<string, () => string | Promise<string>> = {
  ...Object.fromEntries(Object.entries(reports).map(([name, report]) => [name, () => pageOf(report)])),
  'a board': () => board(3, 'the registry has web:1'),
  'a hostile board': () => board(60, `</td><script>alert(1)</script>${'long'.repeat(100)}`),
};

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

interface Seen {
  readonly page: Page;
  readonly said: string[];
  readonly asked: string[];
}

/** Opens a page as a file, as somebody does who got it by mail. */
async function open(name: string, scheme: string, width: number): Promise<Seen> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, (await pages[name]?.()) ?? '');
  const page = await browser.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    dialog.dismiss();
  });
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(path).href);
  await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`), fullPage: true });
  return { page, said, asked };
}

/** Words of a picture that stand on one another. */
const OVERLAPPING = `(() => {
  const words = [...document.querySelectorAll('svg text')].map((each) => [each.textContent, each.getBoundingClientRect()]);
  return words.flatMap(([one, a], index) =>
    words
      .slice(index + 1)
      .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2)
      .map(([other]) => one + ' / ' + other));
})()`;

/** The contrast of each text with what is behind it, by the formula of WCAG; those under 4.5. */
const FAINT = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return channels(color)[3] === 0 && element.parentElement ? behind(element.parentElement) : color;
  };
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.getClientRects().length || element.tagName === 'title') return [];
    const style = getComputedStyle(element);
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const [one, other] = [light(ink), light(behind(element))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    return contrast < 4.5 ? [element.textContent.slice(0, 40) + ' ' + contrast.toFixed(2)] : [];
  });
})()`;

describe.each(Object.keys(pages))('%s', (name) => {
  test.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ])('%s, %d pixels wide', async (scheme, width) => {
    const { page, said, asked } = await open(name, scheme, width);
    expect(said).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(asked.filter((url) => url.startsWith('file:'))).toHaveLength(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(
      await page.evaluate(`[...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 80))`),
    ).toEqual([]);
    expect(await page.evaluate(OVERLAPPING)).toEqual([]);
    const ground = (await page.evaluate('getComputedStyle(document.body).backgroundColor')) as string;
    expect(Number(/\d+/.exec(ground)?.[0]) > 128).toBe(scheme === 'light');
    expect(await page.evaluate(FAINT)).toEqual([]);
    await page.close();
  });
});

test('the page shows a bar where its time is', async () => {
  const { page } = await open('complete', 'light', 1100);
  const bars =
    (await page.evaluate(`[...document.querySelectorAll('[aria-label^="When each"] rect:not(.track)')].slice(0, 6)
    .map((bar) => [bar.getBoundingClientRect().width, bar.querySelector('title').textContent])`)) as [
      number,
      string,
    ][];
  expect(bars.map(([, title]) => title)).toEqual([
    // In the order in which they began; of those that began together the longest first.
    'ConfigMap/settings: done, 0.0 s',
    'deployment/video-ingest: done, 58 s',
    'deployment/api-gateway: done, 33 s',
    'deployment/video-player: done, 17 s',
    'deployment/web: no-op, 1.0 s',
    'database/shop: done, 54 s',
  ]);
  const [, ingest = 0, gateway = 0] = bars.map(([width]) => width);
  expect(ingest / gateway).toBeCloseTo(58 / 33, 1);
});
