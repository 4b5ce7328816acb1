/**
 * `npx node scripts/run.cjs scripts/pictures.ts`: the README's two pictures, from a drill that it runs: the summary of the run
 * as GitHub shows it, and the message as Slack does. The browser is the one of `npm run test:e2e`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall } from '../test/setup/apt.ts';
import { onPath } from '../test/setup/programs.ts';
import { type Browser, startBrowser } from '../test/support/browser.ts';
import { install, modulesOf } from './tool.ts';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'docs/pictures');

interface Block {
  readonly type: 'header' | 'section' | 'context';
  readonly text?: { readonly text: string };
  readonly elements?: readonly { readonly text: string }[];
}
interface Posted {
  readonly thread?: string;
  readonly content: { readonly blocks: readonly Block[] };
}

/** The newest drill's folder. */
function runDrill(): string {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'drill/run.ts')], {
    env: { ...process.env, CI: 'true' },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The drill failed, so there is nothing to draw.');
  const folder = join(root, 'drill');
  const drills = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));
  return join(folder, drills.sort().at(-1) ?? '');
}

/** What GitHub shows of a run that has told its story: the headline, what is to be done, and each component. */
function summaryOf(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.startsWith('github_step_summary-'));
  const [longest = ''] = files
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(other).size - statSync(one).size);
  const summary = readFileSync(longest, 'utf8');
  const [, story = ''] = /^(## .* drill: [\s\S]*?)^<details>/m.exec(summary) ?? [];
  if (!story) throw new Error(`${longest} has no story.`);
  return story;
}

/** The one message that Slack shows of a rollback, which was updated in place. */
function messageOf(folder: string): readonly Block[] {
  const messages = JSON.parse(readFileSync(join(folder, 'slack.json'), 'utf8')) as Posted[];
  const [first] = messages.filter(({ thread }) => thread === undefined);
  if (!first) throw new Error('Slack has no message of the drill.');
  return first.content.blocks;
}

const EMOJI: Readonly<Record<string, string>> = { large_green_circle: '🟢', white_check_mark: '✅' };

/** Slack's own markup, which comes escaped, as HTML. */
function mrkdwn(text: string): string {
  return text
    .replace(/<([^|>]+)\|([^>]+)>/g, '<a>$2</a>')
    .replace(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/g, '<b>$1</b>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
    .replace(/:([a-z_]+):/g, (all, name) => EMOJI[name] ?? all)
    .replace(/\n/g, '<br>');
}

function slackPage(blocks: readonly Block[]): string {
  const parts = blocks.map(({ type, text, elements = [] }) =>
    type === 'context'
      ? `<p class="context">${elements.map((each) => mrkdwn(each.text)).join(' ')}</p>`
      : `<p class="${type}">${mrkdwn(text?.text ?? '')}</p>`,
  );
  return `<style>
    body { margin: 0; padding: 16px 20px; font: 15px/1.45 Lato, 'DejaVu Sans', sans-serif; color: #1d1c1d; background: #fff; }
    .who { font-weight: 900; margin: 0 } .who span { background: #e8e8e8; font-size: 10px; padding: 1px 4px; border-radius: 3px }
    .header { font-weight: 900; font-size: 18px; margin: 6px 0 } .section { margin: 8px 0 } .context { color: #616061; font-size: 12px }
    a { color: #1264a3 } code { color: #c01343; background: #f6f6f6; padding: 1px 3px; border-radius: 3px }
  </style><p class="who">Rollback <span>APP</span></p>${parts.join('')}`;
}

async function githubPage(markdown: string): Promise<string> {
  const modules = modulesOf('browser');
  const { marked } = await import(pathToFileURL(join(modules, 'marked/lib/marked.esm.js')).href);
  const css = readFileSync(join(modules, 'github-markdown-css/github-markdown-light.css'), 'utf8');
  return `<style>${css} body { margin: 0; padding: 16px 24px; background: #fff } table { font-size: 13px }</style>
    <body class="markdown-body">${marked.parse(markdown)}</body>`;
}

async function draw(browser: Browser, name: string, html: string, width: number): Promise<void> {
  const page = await browser.newPage();
  const source = join(root, 'drill', `${name}.html`);
  writeFileSync(source, `<!doctype html><meta charset="utf-8">${html}`);
  await page.setViewport({ width, height: 100 });
  await page.goto(pathToFileURL(source).href);
  const path = join(target, `${name}.webp`);
  await page.screenshot({ path, fullPage: true, quality: 70 });
  console.log(`${path}: ${Math.round(statSync(path).size / 1024)} kB`);
}

install('browser');
if (!onPath('fc-list') || !execFileSync('fc-list', { encoding: 'utf8' }).includes('Emoji'))
  aptInstall('fontconfig', 'fonts-noto-color-emoji');
const folder = process.argv[2] ?? runDrill();
const browser = await startBrowser();
try {
  await draw(browser, 'summary', await githubPage(summaryOf(folder)), 880);
  await draw(browser, 'slack', slackPage(messageOf(folder)), 620);
} finally {
  await browser.close();
}
