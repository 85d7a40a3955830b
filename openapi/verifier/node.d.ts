// The few functions of Node.js that the verifier uses: it needs no package, not even for its types.
declare module 'node:crypto' {
  interface Hash {
    update(data: string | Uint8Array): Hash;
    digest(): Uint8Array;
  }
  interface KeyObject {
    readonly type: string;
  }
  function createHash(algorithm: string): Hash;
  function createHmac(algorithm: string, key: string | Uint8Array): Hash;
  function createPublicKey(key: { key: object; format: 'jwk' }): KeyObject;
  function verify(algorithm: null, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean;
}
declare module 'node:fs' {
  function existsSync(path: string): boolean;
  function readFileSync(path: string, encoding: 'utf8'): string;
  function writeFileSync(path: string, text: string): void;
}
declare const Buffer: {
  from(text: string, encoding: 'base64url' | 'utf8'): Uint8Array;
  from(bytes: Uint8Array): { toString(encoding: 'base64url'): string };
};
declare const process: { argv: string[]; exitCode: number | undefined };
