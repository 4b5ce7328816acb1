import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A clock that one process and its children see, and that can be set while they run; the machine's own is not touched. */
export interface Clock {
  /** The environment of who is to see it. */
  readonly environment: Record<string, string>;
  /** Sets it to so many seconds before or after the machine's. */
  set(seconds: number): void;
}

/** The library of Debian's `faketime`, which answers for the C library when a process asks for the time. */
const LIBRARY = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketimeMT.so.1`;

export function makeClock(): Clock {
  const file = join(mkdtempSync(join(tmpdir(), 'clock-')), 'offset');
  const set = (seconds: number) => writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  set(0);
  return {
    environment: {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Who sets a clock does not touch the one that counts from the start of the machine.
      DONT_FAKE_MONOTONIC: '1',
    },
    set,
  };
}
