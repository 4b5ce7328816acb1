/**
 * How often a bake decides right: 1,000 simulated deploys of known kinds, judged by assess, by the runbook's alert
 * expression and by a fixed threshold. `node bench/assess.ts [bakes] [seed]`.
 */
import { simulate, table } from './assess/simulate.ts';

const [bakes = '1000', seed = '1'] = process.argv.slice(2);
console.log(table(simulate(Number(bakes), Number(seed))));
