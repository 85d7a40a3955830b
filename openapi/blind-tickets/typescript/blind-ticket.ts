/** The app's half of blind tickets (RSABSSA-SHA384-PSS-Randomized, RFC 9474), on Web Crypto and BigInt. See ../README.md. */

const HASH = 48;
const PREFIX = 32;

export interface PublicKey {
  modulus: bigint;
  exponent: bigint;
  verifier: CryptoKey;
}

/** What the phone keeps between exchange and rating. */
export interface BlindedTicket {
  /** The ticket itself; show it to nobody before it is redeemed. */
  message: Uint8Array;
  /** What is sent with the plain ticket. */
  blinded: Uint8Array;
  inverse: bigint;
}

/** Reads a key as `GET /v1/surveys/{ticket}/blind` answers it. */
export async function readKey(publicKey: string): Promise<PublicKey> {
  const der = Uint8Array.from(atob(publicKey), (c) => c.charCodeAt(0));
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const verifier = await crypto.subtle.importKey('spki', der, algorithm, true, ['verify']);
  const jwk = await crypto.subtle.exportKey('jwk', verifier);
  return { modulus: number(fromBase64url(jwk.n!)), exponent: number(fromBase64url(jwk.e!)), verifier };
}

/** Whether the id of the key is its own: two keys cannot share one. */
export async function hasId(publicKey: string, id: string): Promise<boolean> {
  const der = Uint8Array.from(atob(publicKey), (c) => c.charCodeAt(0));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', der));
  return toBase64url(digest.slice(0, 16)) === id;
}

export async function newTicket(key: PublicKey): Promise<BlindedTicket> {
  const message = random(2 * PREFIX);
  for (;;) {
    const blind = number(random(length(key)));
    const inverse = blind < key.modulus ? inverted(blind, key.modulus) : undefined;
    if (inverse !== undefined) {
      return blindTicket(key, message, random(HASH), inverse);
    }
  }
}

/** With chosen randomness, for test vectors. */
export async function blindTicket(
  key: PublicKey, message: Uint8Array, salt: Uint8Array, inverse: bigint,
): Promise<BlindedTicket> {
  const blind = inverted(inverse, key.modulus)!;
  const encoded = number(await encode(message, salt, key.modulus.toString(2).length - 1));
  const blinded = (encoded * power(blind, key.exponent, key.modulus)) % key.modulus;
  return { message, blinded: bytes(blinded, length(key)), inverse };
}

/** The signature to redeem with; undefined when the service did not sign this ticket with this key. */
export async function finish(
  key: PublicKey, ticket: BlindedTicket, blindSignature: Uint8Array,
): Promise<Uint8Array | undefined> {
  const signature = bytes((number(blindSignature) * ticket.inverse) % key.modulus, length(key));
  const parameters = { name: 'RSA-PSS', saltLength: HASH };
  const holds = await crypto.subtle.verify(parameters, key.verifier, buffer(signature), buffer(ticket.message));
  return holds ? signature : undefined;
}

/** EMSA-PSS-ENCODE (RFC 8017, section 9.1.1). */
async function encode(message: Uint8Array, salt: Uint8Array, bits: number): Promise<Uint8Array> {
  const whole = new Uint8Array(Math.ceil(bits / 8));
  const masked = whole.length - HASH - 1;
  const digest = await hash(new Uint8Array(8), await hash(message), salt);
  whole[masked - salt.length - 1] = 1;
  whole.set(salt, masked - salt.length);
  for (let i = 0, counter = 0; i < masked; counter++) {
    const block = await hash(digest, bytes(BigInt(counter), 4));
    for (let j = 0; j < HASH && i < masked; i++, j++) {
      whole[i] ^= block[j];
    }
  }
  whole[0] &= 0xff >>> (8 * whole.length - bits);
  whole.set(digest, masked);
  whole[whole.length - 1] = 0xbc;
  return whole;
}

async function hash(...parts: Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return new Uint8Array(await crypto.subtle.digest('SHA-384', whole));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base % modulus, left = exponent; left > 0n; left >>= 1n, square = (square * square) % modulus) {
    if (left & 1n) {
      result = (result * square) % modulus;
    }
  }
  return result;
}

/** By Euclid; undefined when there is none. */
function inverted(value: bigint, modulus: bigint): bigint | undefined {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b > 0n) {
    [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : undefined;
}

function length(key: PublicKey): number {
  return Math.ceil(key.modulus.toString(2).length / 8);
}

function number(big: Uint8Array): bigint {
  return BigInt('0x' + Array.from(big, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

function bytes(value: bigint, size: number): Uint8Array {
  const hex = value.toString(16).padStart(2 * size, '0');
  return Uint8Array.from({ length: size }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

function random(size: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(size));
}

function buffer(view: Uint8Array): ArrayBuffer {
  return view.slice().buffer as ArrayBuffer;
}

export function toBase64url(view: Uint8Array): string {
  return btoa(String.fromCharCode(...view)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export function fromBase64url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
}
