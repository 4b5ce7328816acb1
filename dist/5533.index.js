"use strict";
exports.id = 5533;
exports.ids = [5533];
exports.modules = {

  29007:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    G: () => (  boundAnswers)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


function boundAnswers(client, peer, mostBytes, which) {
    const { middlewareStack: stack } = client;
    stack.add((next) => async (args) => {
        const result = (await next(args));
        const { response } = result;
        if (which(response.statusCode) && response.body instanceof node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable)
            response.body = within(response.body, peer, mostBytes);
        return result;
    }, { step: 'deserialize', priority: 'low' });
    stack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ ? tooLong(peer, mostBytes) : error;
        }
    }, { step: 'initialize', priority: 'low' });
}
const tooLong = (peer, mostBytes) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${peer} answers with more than ${mostBytes / 1024 ** 2} MiB; check the endpoint.`);
function within(body, peer, mostBytes) {
    let bytes = 0;
    const bounded = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform({
        transform(chunk, _, done) {
            bytes += chunk.length;
            if (bytes <= mostBytes)
                done(null, chunk);
            else
                done(tooLong(peer, mostBytes));
        },
    });
    return (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(body, bounded, () => { });
}


  }),

  24545:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    X: () => (  endpointOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function endpointOf(text, input) {
    const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
    const url = URL.parse(address);
    if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password)
        return address;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`${input}\` is not an address of an API; accepted is https://host:port, without user and password.`);
}


  }),

  95533:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    S3Store: () => (  S3Store)
  });
  var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53711);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _http_aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29007);
  var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24545);
  var _requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5975);
  var _stored_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61792);






const MAX_ERROR_BYTES = 1024 ** 2;
class S3Store {
    name;
    local = undefined;
    #client;
    #bucket;
    #key;
    #signal;
    constructor(client, bucket, key, signal) {
        this.name = `s3://${bucket}/${key}`;
        this.#client = client;
        this.#bucket = bucket;
        this.#key = key;
        this.#signal = signal;
    }
    static parse(source, { s3Endpoint, signal }) {
        const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/s.exec(source) ?? [];
        if (!bucket || !key)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`backup\` is "${source}"; accepted is s3://bucket/key, with both.`);
        const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
        const client = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_5__  .YxF({
            region: AWS_REGION || AWS_DEFAULT_REGION || 'us-east-1',
            followRegionRedirects: true,
            maxAttempts: 2,
            responseChecksumValidation: 'WHEN_REQUIRED',
            ...(s3Endpoint ? { endpoint: (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__  .X)(s3Endpoint, 's3-endpoint'), forcePathStyle: true } : {}),
        });
        (0,_http_aws_js__WEBPACK_IMPORTED_MODULE_1__  .G)(client, 'S3', MAX_ERROR_BYTES, (status) => status >= 300);
        return new S3Store(client, bucket, key, signal);
    }
    async part({ start, end }, version) {
        const command = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_5__  .jLs({
            Bucket: this.#bucket,
            Key: this.#key,
            Range: `bytes=${start}-${end}`,
            ...(version ? { IfMatch: version } : {}),
        });
        (0,_requests_js__WEBPACK_IMPORTED_MODULE_3__  .z)('to S3');
        try {
            const { Body, ContentRange, ContentLength, LastModified, ETag = '', } = await this.#client.send(command, {
                abortSignal: this.#signal,
            });
            if (version && ETag !== version)
                throw new _stored_js__WEBPACK_IMPORTED_MODULE_4__  .J(this.name);
            const [, total] = /\/(\d+)$/.exec(ContentRange ?? '') ?? [];
            return {
                bytes: total === undefined ? ContentLength : Number(total),
                modifiedAt: LastModified?.toISOString(),
                version: ETag,
                partial: total !== undefined,
                body: Body,
            };
        }
        catch (error) {
            this.#signal.throwIfAborted();
            return this.#failed(error);
        }
    }
    neighbour(suffix) {
        return new S3Store(this.#client, this.#bucket, this.#key + suffix, this.#signal);
    }
    #failed(error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ)
            throw error;
        const { name = '', $metadata } = error;
        const status = $metadata?.httpStatusCode ?? 0;
        const cause = { cause: error };
        if (name === 'NoSuchBucket') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There is no bucket "${this.#bucket}"; check input \`backup\` and, if it is not Amazon's, \`s3-endpoint\`.`, cause);
        }
        if (status === 404)
            return undefined;
        if (status === 416)
            return { bytes: 0, modifiedAt: undefined, version: '', partial: true, body: nothing() };
        if (status === 412)
            throw new _stored_js__WEBPACK_IMPORTED_MODULE_4__  .J(this.name);
        if (name === 'CredentialsProviderError') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There are no credentials for ${this.name}; give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to the step, or put aws-actions/configure-aws-credentials before it.`, cause);
        }
        if (status === 400 && /Expired|Token/.test(name))
            throw new _stored_js__WEBPACK_IMPORTED_MODULE_4__  .i(`${this.name} may not be read: the credentials have expired (${name}).`, cause);
        if (status === 401 || status === 403)
            throw new _stored_js__WEBPACK_IMPORTED_MODULE_4__  .i(this.#denied(name, (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)), cause);
        if (status >= 300 && status < 500 && status !== 408 && status !== 429) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${this.name} cannot be read: ${name}, ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)}.`, cause);
        }
        throw new Error(`${this.name} cannot be read: ${name}, ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)}`, cause);
    }
    #denied(name, words) {
        switch (name) {
            case 'InvalidObjectState':
                return `${this.name} is in an archive (S3 Glacier) and cannot be read before it is restored from there (aws s3api restore-object), which takes minutes to two days; take a newer backup, or restore it and run this again.`;
            case 'InvalidAccessKeyId':
            case 'SignatureDoesNotMatch':
                return `The credentials for ${this.name} are wrong (${name}); check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
            case 'RequestTimeTooSkewed':
                return `${this.name} may not be read: the clock of the runner is wrong (${name}).`;
            default:
                if (/\bkms:/i.test(words))
                    return `${this.name} may not be read (${name}): it is encrypted with a key of KMS, and the credentials need \`kms:Decrypt\` on that.`;
                return `${this.name} may not be read, or is not there (${name}); the credentials need s3:GetObject on it, and s3:ListBucket on the bucket to tell the two apart.`;
        }
    }
}
async function* nothing() { }


  })

};
;