/**
 * The catalogue on this phone: fetched once a release, its signature checked where the browser knows Ed25519, its digest
 * always, and kept in IndexedDB.
 */
import {
  OfflineListsFromJSON,
  OfflineProcedureFromJSON,
  type OfflineLists,
  type OfflineProcedure,
  type PackManifest,
  type SigningKey,
} from 'client';
import { catalogue } from '../core/api';
import { get, put, replaceAll } from '../core/db';
import { forgetIndex } from './search';

export interface PackState {
  release: number;
  procedures: number;
  fetchedAt: string;
  /** Whether this browser could check the signature. */
  signed: boolean;
}

const LIMIT_OF_TRUST = 'trusted-keys';

export function packState(): Promise<PackState | undefined> {
  return get<PackState>('values', 'pack');
}

export function lists(): Promise<OfflineLists | undefined> {
  return get<OfflineLists>('values', 'lists');
}

export function keptProcedure(code: string): Promise<OfflineProcedure | undefined> {
  return get<OfflineProcedure>('procedures', code);
}

/** Brings the copy up to date; undefined when it was so already. */
export async function refreshPack(): Promise<PackState | undefined> {
  const manifest = await catalogue.getCataloguePackManifest();
  const kept = await packState();
  if (kept?.release === manifest.release) {
    return undefined;
  }
  if (kept !== undefined && manifest.release < kept.release) {
    throw new Error('an older release than the one kept');
  }
  const signed = await isSigned(manifest);
  const content = await unpacked(await catalogue.getCataloguePack());
  if ((await sha256(content)) !== manifest.contentSha256) {
    throw new Error('the pack is not the one that was signed');
  }
  const lines = new TextDecoder().decode(content).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  await replaceAll('procedures', lines.slice(1, -1).map(OfflineProcedureFromJSON));
  await put('values', OfflineListsFromJSON(lines.at(-1)!.lists), 'lists');
  const state = { release: manifest.release, procedures: manifest.procedures, fetchedAt: new Date().toISOString(), signed };
  await put('values', state, 'pack');
  forgetIndex();
  return state;
}

/** False when the browser cannot tell; an error when the signature is wrong or its key is a stranger's. */
async function isSigned(manifest: PackManifest): Promise<boolean> {
  const { keys } = await catalogue.listCatalogueKeys();
  const key = keys.find((candidate) => candidate.kid === manifest.keyId);
  if (key === undefined) {
    throw new Error('signed by an unknown key');
  }
  await trust(keys);
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: key.x }, 'Ed25519', false, ['verify']);
  } catch {
    return false;
  }
  const text = ['motcua-catalogue-pack', manifest.format, manifest.release, manifest.cursor, manifest.contentSize, manifest.contentSha256];
  const message = new TextEncoder().encode(text.map((line) => `${line}\n`).join(''));
  if (!(await crypto.subtle.verify('Ed25519', imported, fromBase64url(manifest.signature), message))) {
    throw new Error('the signature is wrong');
  }
  return true;
}

/** The first keys seen are trusted; later ones are while one of those is still listed with them. */
async function trust(keys: SigningKey[]): Promise<void> {
  const listed = keys.map((key) => key.kid);
  const trusted = await get<string[]>('values', LIMIT_OF_TRUST);
  if (trusted !== undefined && !trusted.some((kid) => listed.includes(kid))) {
    throw new Error('none of the trusted keys is listed any more');
  }
  await put('values', listed, LIMIT_OF_TRUST);
}

async function unpacked(file: Blob): Promise<ArrayBuffer> {
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

async function sha256(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
