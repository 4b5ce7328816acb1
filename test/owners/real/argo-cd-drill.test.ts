import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '../../..');

test('`npm run drill -- --fault bad-commit` plays a bad commit until Argo CD is in control again', async () => {
  const child = spawn(
    process.execPath,
    [resolve(root, 'scripts/run.cjs'), resolve(root, 'scripts/drill/run.ts'), '--fault', 'bad-commit'],
    { cwd: root, env: { ...process.env, CI: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const code = await new Promise((done) => child.once('close', done));

  expect(said).toMatch(/Argo CD application shop is paused and went back/);
  expect(said).toMatch(
    /registry\.test\/web:1\.4\.0, its settings too, and the ConfigMap is gone\n +Argo CD is paused at \w{7}/,
  );
  expect(said).toMatch(/✓ Argo CD application shop \(paused since .*\) is handed back/);
  expect(said).toMatch(/Argo CD syncs by itself, at \w{7}/);
  expect(said).toMatch(/The shop is back at release 1\.4\.0, [\d.]+ s after the rollback began\./);
  expect(code).toBe(0);
});
