/** Runs ../rfc9474.json against a build of the client: `node check.mjs BUILD`. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const client = await import(pathToFileURL(process.argv[2]).href);
const vector = JSON.parse(readFileSync(new URL('../rfc9474.json', import.meta.url), 'utf8'));

const big = (hex) => BigInt('0x' + hex);
const raw = (hex) => Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16));
const hex = (view) => Buffer.from(view).toString('hex');
const fail = (what) => {
  console.error(`TypeScript blind tickets: ${what} is not as RFC 9474 says.`);
  process.exit(1);
};

const modulus = big(vector.p) * big(vector.q);
const n = Buffer.from(modulus.toString(16), 'hex').toString('base64url');
const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
const verifier = await crypto.subtle.importKey('jwk', { kty: 'RSA', n, e: 'AQAB' }, algorithm, true, ['verify']);
const spki = Buffer.from(await crypto.subtle.exportKey('spki', verifier)).toString('base64');

const key = await client.readKey(spki);
if (key.modulus !== modulus || key.exponent !== big(vector.e)) fail('the key');
const prepared = raw(vector.prefix + vector.message);
const ticket = await client.blindTicket(key, prepared, raw(vector.salt), big(vector.inverse));
if (hex(ticket.blinded) !== vector.blindedMessage) fail('the blinded message');
const signature = await client.finish(key, ticket, raw(vector.blindSignature));
if (signature === undefined || hex(signature) !== vector.signature) fail('the signature');
if ((await client.finish(key, ticket, raw(vector.signature))) !== undefined) fail('what is no signature');
const fresh = await client.newTicket(key);
if (fresh.message.length !== 64 || fresh.blinded.length !== 512) fail('a new ticket');
const id = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(spki, 'base64'))).subarray(0, 16);
if (!(await client.hasId(spki, id.toString('base64url'))) || (await client.hasId(spki, 'x'))) fail('the id');
console.log('TypeScript blind tickets: the vector of RFC 9474 passes.');
