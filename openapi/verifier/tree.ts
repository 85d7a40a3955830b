// The Merkle tree of RFC 9162: hashes, proofs, and a tree that grows leaf by leaf. Sizes are below 2^53.
import { createHash } from 'node:crypto';

export type Digest = Uint8Array;

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

export function bytes(base64url: string): Uint8Array {
  return Buffer.from(base64url, 'base64url');
}

export function leafHash(leaf: string): Digest {
  return createHash('sha256').update(Uint8Array.of(0)).update(leaf).digest();
}

export function nodeHash(left: Digest, right: Digest): Digest {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;

/** RFC 9162, 2.1.3.2: the root that a leaf and its path make, or undefined when the path has the wrong length. */
export function rootFromInclusion(index: number, size: number, leaf: Digest, path: Digest[]): Digest | undefined {
  if (index >= size) return undefined;
  let fn = index;
  let sn = size - 1;
  let root = leaf;
  for (const beside of path) {
    if (sn === 0) return undefined;
    if (isOdd(fn) || fn === sn) {
      root = nodeHash(beside, root);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      root = nodeHash(root, beside);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 ? root : undefined;
}

/** RFC 9162, 2.1.4.2: whether the tree of the first size and root is the beginning of the second. */
export function isConsistent(first: number, second: number, firstRoot: string, secondRoot: string, proof: Digest[]): boolean {
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  if (first < 1 || first > second || proof.length === 0) return false;
  let path = proof;
  let whole = first;
  while (!isOdd(whole)) whole = half(whole);
  if (whole === 1) path = [bytes(firstRoot), ...proof];
  let fn = first - 1;
  let sn = second - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  let fr = path[0];
  let sr = path[0];
  for (const beside of path.slice(1)) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(beside, fr);
      sr = nodeHash(beside, sr);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      sr = nodeHash(sr, beside);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && text(fr) === firstRoot && text(sr) === secondRoot;
}

/** Remembers only its largest complete subtrees. */
export class Walk {
  size = 0;
  private peaks: Digest[] = [];

  add(leaf: string): void {
    let hash = leafHash(leaf);
    for (let rest = this.size; isOdd(rest); rest = half(rest)) {
      hash = nodeHash(this.peaks.pop() as Digest, hash);
    }
    this.peaks.push(hash);
    this.size++;
  }

  root(): string {
    return text(this.peaks.reduceRight((right, left) => nodeHash(left, right)));
  }
}
