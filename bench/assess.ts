import { simulate, table } from './assess/simulate.ts';
import type { Benchmark } from './results.ts';

const DEPLOYS = 1000;

/** How often a bake decides right, in simulated deploys of known kinds, beside simpler rules. */
export const bakes: Benchmark = {
  title: 'Decisions after a deploy',
  run: async (quick) => {
    const deploys = quick ? DEPLOYS / 10 : DEPLOYS;
    return {
      versions: [],
      tables: [
        {
          title: `${deploys.toLocaleString('en')} simulated deploys of known kinds`,
          says: "How many were rolled back, and after how many seconds (median): by assess, by the runbook's alert expression, and by a fixed threshold. The fewer of those that should stay, and the more of those that should go back, the better; `docs/decide.md` says what the simulation leaves out.",
          table: table(simulate(deploys, 1)),
        },
      ],
    };
  },
};

if (import.meta.main) {
  const [deploys = String(DEPLOYS), seed = '1'] = process.argv.slice(2);
  console.log(table(simulate(Number(deploys), Number(seed))));
}
