export const id = 888;
export const ids = [888];
export const modules = {

/***/ 41868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ changedMeanwhile)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** Somebody else was quicker. */
const changedMeanwhile = (name, type) => new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The ${type} record of ${name} was changed by somebody else since it was read, so nothing was changed; look at it, and run it again.`);


/***/ }),

/***/ 14888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   route53: () => (/* binding */ route53)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8621);
/* harmony import */ var _runner_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97583);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);
/* harmony import */ var _runner_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39093);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69355);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41868);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98023);







/** Seconds for which the answers of an alias are kept. */
const ALIAS_TTL = 60;
const MEANINGS = {
    CredentialsProviderError: 'finds no credentials of AWS; run aws-actions/configure-aws-credentials before this step',
    InvalidClientTokenId: 'does not know these credentials of AWS; renew them',
    UnrecognizedClientException: 'does not know these credentials of AWS; renew them',
    SignatureDoesNotMatch: 'does not take these credentials of AWS; renew them',
    ExpiredToken: 'says that these credentials of AWS have expired; renew them',
    ExpiredTokenException: 'says that these credentials of AWS have expired; renew them',
    NoSuchHostedZone: 'has no such hosted zone; check `zone`',
};
const RIGHTS = 'route53:ListHostedZonesByName, GetHostedZone, ListResourceRecordSets, ChangeResourceRecordSets and GetChange';
/** A hosted zone of Route 53, by name or id. Credentials and region are those of the environment, as AWS' tools find them. */
async function route53(zone, { endpoint, signal }) {
    const client = new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__/* .Route53Client */ .LhC({
        region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
        maxAttempts: 4,
        requestHandler: { connectionTimeout: _runner_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.ROUTE53_CONNECT_MS, requestTimeout: _runner_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.ROUTE53_ATTEMPT_MS },
        ...(endpoint && { endpoint }),
    });
    const told = (error) => {
        signal.throwIfAborted();
        if (error instanceof _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
            return error;
        const { name, code, $metadata } = error;
        const meaning = MEANINGS[name];
        if (meaning)
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Route 53 ${meaning}.`, { cause: error });
        if (/^AccessDenied/.test(name))
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Route 53 does not let these credentials do that; they need ${RIGHTS}.`, {
                cause: error,
            });
        if ([401, 403].includes($metadata?.httpStatusCode ?? 0))
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Route 53 does not take these credentials of AWS, or does not let them do that; renew them, they need ${RIGHTS}.`, { cause: error });
        if (code)
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Route 53 can not be reached (${(0,_network_js__WEBPACK_IMPORTED_MODULE_3__/* .whyUnreached */ .YZ)(error)}); check \`endpoint\` and the network of the runner.`, { cause: error });
        return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Route 53 says: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}.`, { cause: error });
    };
    const options = { abortSignal: signal };
    const id = await zoneId(client, zone, options).catch((error) => {
        throw told(error);
    });
    async function read(name) {
        const found = [];
        let next = { StartRecordName: name };
        while (next) {
            const page = await list(next);
            const sets = page.ResourceRecordSets ?? [];
            const own = sets.filter((set) => nameOf(set) === name);
            found.push(...own);
            next =
                page.IsTruncated && own.length === sets.length && page.NextRecordName
                    ? {
                        StartRecordName: page.NextRecordName,
                        ...(page.NextRecordType && { StartRecordType: page.NextRecordType }),
                        ...(page.NextRecordIdentifier && { StartRecordIdentifier: page.NextRecordIdentifier }),
                    }
                    : undefined;
        }
        return found.map(heldOf);
    }
    const list = (from) => client.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__/* .ListResourceRecordSetsCommand */ .IOz({ HostedZoneId: id, ...from }), options).catch((error) => {
        throw told(error);
    });
    /** Taking away exactly what was read and adding the new one, in one batch, is atomic, and fails where it is another one now. */
    async function change(name, held, wanted) {
        const old = held.raw;
        const fresh = freshOf(old, wanted);
        const { ChangeInfo } = await client
            .send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__/* .ChangeResourceRecordSetsCommand */ .yzn({
            HostedZoneId: id,
            ChangeBatch: {
                Changes: [
                    { Action: 'DELETE', ResourceRecordSet: old },
                    { Action: 'CREATE', ResourceRecordSet: fresh },
                ],
            },
        }), options)
            .catch((error) => {
            throw isGone(error) ? (0,_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .changedMeanwhile */ .F)(name, held.type) : told(error);
        });
        await inSync(ChangeInfo?.Id ?? '', ChangeInfo?.Status).catch((error) => {
            throw told(error);
        });
    }
    async function inSync(change, first) {
        for (let status = first; status !== 'INSYNC';) {
            await (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(_runner_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.ROUTE53_LOOK_MS, signal);
            ({ Status: status } =
                (await client.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__/* .GetChangeCommand */ .Yn4({ Id: change }), options)).ChangeInfo ?? {});
        }
    }
    async function nameServers() {
        try {
            const { DelegationSet } = await client.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__/* .GetHostedZoneCommand */ .HAz({ Id: id }), options);
            return DelegationSet?.NameServers ?? [];
        }
        catch (error) {
            throw told(error);
        }
    }
    return { read, change, nameServers, readValue, refusesTtl };
}
async function zoneId(client, zone, options) {
    if (/^[A-Z0-9]{10,32}$/.test(zone))
        return zone;
    const { HostedZones = [] } = await client.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__/* .ListHostedZonesByNameCommand */ .agy({ DNSName: zone }), options);
    const own = HostedZones.filter(({ Name = '' }) => (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(Name) === (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(zone));
    const ids = own.map(({ Id = '', Config }) => ({
        id: Id.replace('/hostedzone/', ''),
        isPrivate: Config?.PrivateZone,
    }));
    if (ids.length === 1 && ids[0])
        return ids[0].id;
    if (ids.length === 0)
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Route 53 has no hosted zone ${zone} in this account; check \`zone\` and the credentials.`);
    const told = ids.map(({ id, isPrivate }) => `${id} (${isPrivate ? 'private' : 'public'})`);
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Route 53 has several hosted zones ${zone}; say which as \`zone\`: ${told.join(', ')}.`);
}
/** What was to be deleted is not what is there. Other batches are invalid because of what they add. */
const isGone = (error) => error instanceof _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_6__/* .InvalidChangeBatch */ .oJ8 && /not found|do not match|does not match/.test(error.message);
/** Stars come as `\052`. */
const nameOf = ({ Name = '' }) => (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(Name.replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))));
function heldOf(set) {
    const { Type: type = 'A', TTL = ALIAS_TTL, ResourceRecords = [], AliasTarget, SetIdentifier } = set;
    const known = _values_js__WEBPACK_IMPORTED_MODULE_5__/* .TYPES */ .QE.find((each) => each === type);
    const plain = ResourceRecords.map(({ Value = '' }) => (known ? (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .heldValue */ .VL)(known, Value, 8) : Value));
    const alias = AliasTarget && `${AliasTarget.HostedZoneId}/${(0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(AliasTarget.DNSName ?? '')}`;
    return {
        type,
        ttl: TTL,
        values: alias ? [alias] : plain,
        ...(SetIdentifier !== undefined && { identifier: SetIdentifier }),
        answered: !alias && SetIdentifier === undefined,
        lag: TTL,
        raw: set,
    };
}
/** The record set with other values; weight, region, health check and all else stay. */
function freshOf(old, { ttl, values }) {
    const { TTL: _, ResourceRecords: __, AliasTarget, ...rest } = old;
    const [zone, target] = aliasOf(values[0] ?? '') ?? [];
    if (zone !== undefined) {
        const EvaluateTargetHealth = AliasTarget?.EvaluateTargetHealth ?? false;
        return { ...rest, AliasTarget: { HostedZoneId: zone, DNSName: target, EvaluateTargetHealth } };
    }
    return { ...rest, TTL: ttl, ResourceRecords: values.map((value) => ({ Value: (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .octal */ .Wo)(value) })) };
}
const aliasOf = (value) => {
    const [, zone, target] = /^(Z[A-Z0-9]{5,31})\/(.+)$/.exec(value) ?? [];
    return zone !== undefined && target !== undefined ? [zone, target] : undefined;
};
/** A value, or for an alias its target: `lb.example.com`, or with the zone of the target `Z123456/lb.example.com`. */
function readValue(type, text, held) {
    const alias = aliasOf(text);
    if (alias)
        return `${alias[0]}/${(0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(alias[1])}`;
    const old = aliasOf(held?.values[0] ?? '');
    const name = (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(text);
    if (old === undefined || name === undefined || isAddress(text))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .normalValue */ .Fl)(type, text, 8);
    if (name.split('.').slice(1).join('.') === old[1].split('.').slice(1).join('.'))
        return `${old[0]}/${name}`;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The record is an alias of ${old[1]}, and ${name} may be in another hosted zone; say its zone too, as <zone id>/${name}.`);
}
const isAddress = (text) => /^[\d.]+$/.test(text) || text.includes(':');
const refusesTtl = (_, held) => aliasOf(held.values[0] ?? '') ? 'an alias has the TTL of its target; leave `ttl` out' : undefined;


/***/ })

};
