import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Rds } from '../../src/systems/aws/rds.ts';
import { startMoto } from './dns/moto.ts';

const REGION = 'eu-west-1';
const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCY',
};

const SUBNETS = '<DBSubnetGroup><DBSubnetGroupName>private</DBSubnetGroupName></DBSubnetGroup>';

/** A call as it came, without what every call has. */
export interface Call {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Amazon RDS as far as it can be had: moto keeps what there is, and what it restores leads to a server of this machine. */
export interface StandInRds {
  /** What leads an action there. */
  readonly env: Readonly<Record<string, string>>;
  /** Those that change something, in their order. */
  readonly changes: Call[];
  /** How often a restored instance is still being made when it is looked at, and what it becomes. */
  making: { looks: number; status: string };
  /** What is done when the next call of a name comes, before it is carried out. */
  readonly when: Map<string, () => void>;
  /** A client of the same account, for what a test has to be there. */
  readonly account: Rds;
  stop(): Promise<void>;
}

/** @param place of the server that temporary instances are */
export async function startRds(place: { host: string; port: number }): Promise<StandInRds> {
  const moto = await startMoto();
  const looks = new Map<string, number>();
  const stand: Pick<StandInRds, 'changes' | 'when' | 'making'> = {
    changes: [],
    when: new Map(),
    making: { looks: 2, status: 'available' },
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const parameters = Object.fromEntries(new URLSearchParams(body));
    const { Action: action = '', Version: version, ...rest } = parameters;
    const signed = request.headers.authorization ?? '';
    const isSigned = new RegExp(
      `^AWS4-HMAC-SHA256 Credential=${KEYS.AWS_ACCESS_KEY_ID}/\\d{8}/${REGION}/rds/aws4_request, SignedHeaders=`,
    );
    if (request.method !== 'POST' || version !== '2014-10-31' || !isSigned.test(signed))
      return void response
        .writeHead(403)
        .end(
          '<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error></ErrorResponse>',
        );
    if (!action.startsWith('Describe')) stand.changes.push({ action, parameters: rest });
    stand.when.get(action)?.();
    stand.when.delete(action);
    const { host: _, 'content-length': __, ...headers } = request.headers as Record<string, string>;
    // moto knows no subnets but those of its own.
    const form = new URLSearchParams(body);
    form.delete('DBSubnetGroupName');
    const answer = await fetch(moto.endpoint, { method: 'POST', headers, body: form.toString() });
    const found = await answer.text();
    response.writeHead(answer.status, { 'content-type': 'text/xml' });
    response.end(found.replace(/<DBInstance>.*?<\/DBInstance>/gs, (instance) => asItIs(instance)));
  });
  /** A temporary instance as AWS would tell of it: being made for a while, and then where the recovered data are. */
  const asItIs = (instance: string): string => {
    const id = /<DBInstanceIdentifier>(.*?)<\/DBInstanceIdentifier>/.exec(instance)?.[1] ?? '';
    if (!id.startsWith('rollback-')) return instance.replace('</DBInstance>', `${SUBNETS}</DBInstance>`);
    const seen = (looks.get(id) ?? 0) + 1;
    looks.set(id, seen);
    const status = seen <= stand.making.looks ? 'creating' : stand.making.status;
    return instance
      .replace(/<DBInstanceStatus>.*?<\/DBInstanceStatus>/, `<DBInstanceStatus>${status}</DBInstanceStatus>`)
      .replace(
        /<Endpoint>.*?<\/Endpoint>/s,
        status === 'available'
          ? `<Endpoint><Address>${place.host}</Address><Port>${place.port}</Port></Endpoint>`
          : '',
      );
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, KEYS, { AWS_ENDPOINT_URL_RDS: endpoint });
  const account = new Rds(REGION, new AbortController().signal);
  return Object.assign(stand, {
    account,
    env: { ...KEYS, AWS_ENDPOINT_URL_RDS: endpoint, AWS_REGION: REGION },
    async stop() {
      server.close();
      server.closeAllConnections();
      await moto.stop();
    },
  });
}
