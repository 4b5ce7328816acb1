import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../../control-plane/build.ts';

const run = promisify(execFile);
const ALERTMANAGER = 'v0.34.2';

/** The folder with `prometheus` and `promtool` of Debian's package, which is unpacked, not installed: no service starts. */
export const prometheusTools = (): Promise<string> =>
  cached('prometheus-debian', async (folder) => {
    const download = () => run('apt-get', ['-qq', 'download', 'prometheus'], { cwd: folder });
    await download().catch(async () => {
      const sudo = userInfo().uid === 0 ? [] : ['sudo', '--non-interactive'];
      const [program = '', ...rest] = [...sudo, 'apt-get', '-qq', 'update'];
      await run(program, rest);
      await download();
    });
    const deb = (await readdir(folder)).find((name) => name.endsWith('.deb')) ?? '';
    await run('dpkg-deb', ['-x', deb, 'all'], { cwd: folder });
    for (const name of ['prometheus', 'promtool'])
      await rename(join(folder, 'all/usr/bin', name), join(folder, name));
    await rm(join(folder, 'all'), { recursive: true });
    await rm(join(folder, deb));
  });

/**
 * The folder with `alertmanager`, built from its Go module. The module lacks the compiled web pages that the program
 * embeds, so it is built from a copy with an empty page.
 */
export const alertmanagerTools = (): Promise<string> =>
  cached(`alertmanager-${ALERTMANAGER}`, async (folder) => {
    const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };
    const module = `github.com/prometheus/alertmanager@${ALERTMANAGER}`;
    const { stdout } = await run('go', ['mod', 'download', '-json', module], { cwd: folder, env });
    const source = join(folder, 'source');
    await cp((JSON.parse(stdout) as { Dir: string }).Dir, source, { recursive: true });
    await run('chmod', ['-R', 'u+w', source]);
    await mkdir(join(source, 'ui/app/dist'), { recursive: true });
    await writeFile(join(source, 'ui/app/dist/index.html'), '<!doctype html><title>Alertmanager</title>\n');
    await run('go', ['build', '-trimpath', '-o', `${folder}/`, './cmd/alertmanager'], {
      cwd: source,
      env: { ...env, GOFLAGS: '' },
    });
    await rm(source, { recursive: true });
  });

/** A folder of the cache that `make` fills once, however many tests ask for it. */
async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheDirectory(), name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheDirectory(), { recursive: true });
  const unfinished = await mkdtemp(`${folder}.`);
  await make(unfinished);
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  return folder;
}
