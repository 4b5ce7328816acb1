/** All of the stand-in's timers: none keeps the process alive, and none fires after the stop. */
export class Timers {
  #running = new Set<NodeJS.Timeout>();
  #isStopped = false;

  after(ms: number, act: () => void): () => void {
    if (this.#isStopped) return () => {};
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      act();
    }, ms);
    timer.unref();
    this.#running.add(timer);
    return () => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
  }

  /** After all that is going on now. */
  soon(act: () => void): void {
    setImmediate(() => {
      if (!this.#isStopped) act();
    });
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}
