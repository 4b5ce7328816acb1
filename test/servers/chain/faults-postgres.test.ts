import { jest } from '@jest/globals';
import { POSTGRES_FAULTS } from './faults-postgres.ts';
import { STANDBY_FAULTS } from './faults-standby.ts';
import { standAll } from './strike.ts';

jest.setTimeout(600_000);

standAll([...POSTGRES_FAULTS, ...STANDBY_FAULTS]);
