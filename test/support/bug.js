/**
 * Loaded before an action (`--import`): a bug in it, once its inputs are read, whose message and stack have all that it was
 * given. `BUG` says how it comes out: thrown, uncaught or rejected.
 */
const given = Object.entries(process.env).flatMap(([name, value]) =>
  name.startsWith('INPUT_') ? value : [],
);
const ways = [String, JSON.stringify, encodeURIComponent, (text) => JSON.stringify({ text })];
const { setTimeout: real } = globalThis;

globalThis.setTimeout = (...call) => {
  globalThis.setTimeout = real;
  const bug = new TypeError(
    `This is a bug: ${given.flatMap((text) => ways.map((way) => way(text))).join(' ')}`,
  );
  if (process.env.BUG === 'thrown') throw bug;
  if (process.env.BUG === 'rejected') Promise.reject(bug);
  else
    queueMicrotask(() => {
      throw bug;
    });
  return real(...call);
};
