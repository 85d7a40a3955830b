// Checks the ledger of ratings of a Một Cửa service, as anybody can: `node verify.ts ADDRESS [options]`, see README.md.
// It knows the published contract (openapi/motcua.yaml) and RFC 9162, and shares no code with the service.
import { createHmac, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { figures, groups, overallIndex, recipe, type Factors } from './scores.ts';
import { bytes, isConsistent, leafHash, rootFromInclusion, text, Walk } from './tree.ts';

interface Head {
  size: number;
  rootHash: string;
  signedAt: string;
  keyId: string;
  signature: string;
}

interface Seen {
  head: Head;
  keys: Record<string, string>;
}

interface Leaf {
  type: string;
  [name: string]: string | number;
}

interface Promised {
  id: string;
  commitment: string;
  agency: string;
  questionnaire: string;
  version: number;
  by: string;
  keyId: string;
  signature: string;
}

interface Rating {
  receipt: string;
  answers?: Record<string, number>;
  promise?: Promised;
}

const USAGE = 'node verify.ts ADDRESS [--state FILE] [--rating FILE] [--score QUERY]… [--key KID]… [--quick]';
const FRESH_HOURS = 25;
const MINIMUM = 10;
/** Clocks of replicas differ a little, and one may sign at midnight before another one's day has ended. */
const CLOCKS_HOURS = 1 / 6;

let faults = 0;

function wrong(kind: string, what: string): void {
  faults++;
  console.log(`WRONG ${kind}: ${what}`);
}

function good(what: string): void {
  console.log(`ok    ${what}`);
}

/** The day in Vietnam, where days are promised and atoms are dated, some hours later or earlier. */
function day(time: string, hours = 0): string {
  return new Date(Date.parse(time) + (7 + hours) * 3600_000).toISOString().slice(0, 10);
}

class Service {
  readonly address: string;
  readonly keys = new Map<string, string>();

  constructor(address: string) {
    this.address = address.replace(/\/$/, '');
  }

  async ask(path: string, body?: object): Promise<Response> {
    const request = body && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    return fetch(this.address + path, request);
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.ask(path);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return (await answer.json()) as T;
  }

  /** Whether a key that the service publishes signed these lines. */
  isSigned(keyId: string, signature: string, lines: (string | number)[]): boolean {
    const x = this.keys.get(keyId);
    if (x === undefined) return false;
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8'), key, bytes(signature));
  }

  checkHead(head: Head): void {
    const at = Date.parse(head.signedAt) / 1000;
    if (!this.isSigned(head.keyId, head.signature, ['motcua-satisfaction-ledger-head/1', head.size, head.rootHash, at])) {
      wrong('SIGNATURE', `the head of ${head.signedAt} (${head.size} leaves)`);
    }
  }

  async checkConsistency(first: Head, second: Head): Promise<void> {
    if (first.size > second.size) {
      wrong('ROLLED_BACK', `the ledger had ${first.size} leaves on ${first.signedAt} and has ${second.size} now`);
      return;
    }
    const { path } = await this.get<{ path: string[] }>(
      `/v1/satisfaction/ledger/consistency?first=${first.size}&second=${second.size}`,
    );
    if (isConsistent(first.size, second.size, first.rootHash, second.rootHash, path.map(bytes))) {
      good(`everything signed on ${first.signedAt} (${first.size} leaves) is still there`);
    } else {
      wrong('CHANGED', `the ${first.size} leaves signed on ${first.signedAt} are not those of today`);
    }
  }
}

async function checkKeys(service: Service, seen: Seen | undefined, pinned: string[]): Promise<void> {
  const { keys } = await service.get<{ keys: { kid: string; x: string; status: string }[] }>('/v1/satisfaction/ledger/keys');
  for (const { kid, x } of keys) service.keys.set(kid, x);
  for (const kid of pinned) {
    if (!service.keys.has(kid)) wrong('KEY', `the key ${kid} is not listed any more`);
  }
  if (pinned.length > 0) {
    for (const kid of [...service.keys.keys()]) if (!pinned.includes(kid)) service.keys.delete(kid);
  }
  for (const [kid, x] of Object.entries(seen?.keys ?? {})) {
    if (service.keys.get(kid) !== x) wrong('KEY', `the key ${kid} was listed before and is not any more`);
  }
  for (const { kid, status } of keys) {
    if (seen && !(kid in seen.keys)) console.log(`note  new key ${kid} (${status}): compare it with what was announced`);
  }
}

async function allHeads(service: Service): Promise<Head[]> {
  const heads: Head[] = [];
  let cursor: string | undefined;
  do {
    const page = await service.get<{ items: Head[]; nextCursor?: string }>(
      `/v1/satisfaction/ledger/heads?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
    );
    heads.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  heads.reverse().forEach((head, i) => {
    service.checkHead(head);
    if (i > 0 && (head.size < heads[i - 1].size || Date.parse(head.signedAt) <= Date.parse(heads[i - 1].signedAt))) {
      wrong('ORDER', `the head of ${head.signedAt} does not follow the one before it`);
    }
    if (i > 0 && Date.parse(head.signedAt) - Date.parse(heads[i - 1].signedAt) > FRESH_HOURS * 3600_000) {
      console.log(`note  no head between ${heads[i - 1].signedAt} and ${head.signedAt}`);
    }
  });
  return heads;
}

/** Reads every leaf and checks what each says against the others. */
class Ledger {
  readonly walk = new Walk();
  readonly atoms: string[] = [];
  /** Size of the tree that has so many atoms, by number of the atom. */
  readonly sizes: number[] = [];
  private readonly heads: Head[];
  private next = 0;
  private lastDay = '';
  private newest = '';
  private rated = new Map<string, number>();
  private setAside = new Map<number, { pile: string; n: number }>();
  private told = new Map<string, Map<string, number>>();
  private carried = 0;
  private begun = 0;
  private batch = -1;
  private left = 0;

  constructor(heads: Head[]) {
    this.heads = heads;
  }

  add(line: string): void {
    const index = this.walk.size;
    this.walk.add(line);
    const leaf = JSON.parse(line) as Leaf;
    if (leaf.type !== 'RATING') this.endBatch();
    switch (leaf.type) {
      case 'IMPORT':
        if (index !== 0) wrong('STRUCTURE', `leaf ${index} imports`);
        this.begun = Number(leaf.atoms);
        this.carried = Number(leaf.waiting);
        break;
      case 'BATCH':
      case 'SET_ASIDE':
        this.begin(index, leaf);
        break;
      case 'RELEASED':
      case 'REJECTED':
        this.decide(index, leaf);
        break;
      case 'RATING':
        if (leaf.batch !== this.batch || this.left === 0) wrong('BATCH_SIZE', `leaf ${index} is in no batch`);
        else this.left--;
        break;
      case 'ATOM':
        this.atom(index, String(leaf.csv));
        break;
      case 'HELD':
        break;
      default:
        wrong('STRUCTURE', `leaf ${index} is of an unknown type ${leaf.type}`);
    }
    while (this.next < this.heads.length && this.heads[this.next].size === this.walk.size) this.head(this.heads[this.next++]);
  }

  end(): void {
    this.endBatch();
    if (this.next < this.heads.length) {
      wrong('MISSING_LEAF', `${this.heads[this.next].size} leaves were signed, ${this.walk.size} are shown`);
    }
  }

  private begin(index: number, leaf: Leaf): void {
    if (leaf.batch !== index) wrong('STRUCTURE', `batch ${leaf.batch} stands at ${index}`);
    this.batch = index;
    this.left = Number(leaf.n);
    if (this.left < MINIMUM) wrong('BATCH_SIZE', `batch ${index} has fewer than ${MINIMUM} ratings`);
    const pile = `${leaf.questionnaire}/${leaf.version}/${leaf.agency}`;
    if (leaf.type === 'BATCH') this.count(pile, this.left);
    else this.setAside.set(index, { pile, n: this.left });
  }

  private decide(index: number, leaf: Leaf): void {
    const batch = this.setAside.get(Number(leaf.batch));
    if (!batch) wrong('STRUCTURE', `leaf ${index} decides on nothing that is set aside`);
    else if (leaf.type === 'RELEASED') this.count(batch.pile, batch.n);
    this.setAside.delete(Number(leaf.batch));
  }

  private count(pile: string, n: number): void {
    this.rated.set(pile, (this.rated.get(pile) ?? 0) + n);
  }

  private endBatch(): void {
    if (this.left > 0) wrong('BATCH_SIZE', `batch ${this.batch} misses ${this.left} ratings`);
    this.left = 0;
  }

  private atom(index: number, line: string): void {
    const cells = line.split(',');
    this.atoms.push(line);
    this.sizes.push(index + 1);
    if (Number(cells[0]) !== this.atoms.length) wrong('ATOM_NUMBER', `leaf ${index} has atom ${cells[0]}`);
    if (cells[1] < this.lastDay) wrong('ATOM_DAY', `atom ${cells[0]} is dated ${cells[1]}; a later head did not have it`);
    if (cells[1] > this.newest) this.newest = cells[1];
    if (this.atoms.length > this.begun) {
      const pile = `${cells[2]}/${cells[3]}/${cells[4]}`;
      const items = this.told.get(pile) ?? new Map<string, number>();
      this.told.set(pile, items);
      const item = cells[11] === 'OVERALL' ? 'OVERALL' : `item ${cells[10]}`;
      items.set(item, cells.slice(12).reduce((n, level) => n + Number(level), items.get(item) ?? 0));
    }
  }

  private head(head: Head): void {
    if (this.walk.root() !== head.rootHash) wrong('ROOT', `the leaves do not make the root signed on ${head.signedAt}`);
    this.lastDay = day(head.signedAt, -CLOCKS_HOURS);
    if (this.newest > day(head.signedAt, FRESH_HOURS)) wrong('ATOM_DAY', `an atom is dated ${this.newest}; the head of ${head.signedAt} has it`);
    this.newest = '';
    for (const pile of new Set([...this.rated.keys(), ...this.told.keys()])) {
      const people = this.rated.get(pile) ?? 0;
      const items = this.told.get(pile) ?? new Map<string, number>();
      const more = (items.get('OVERALL') ?? 0) - people;
      if (more < 0 || more > this.carried) wrong('ATOM_SUM', `${pile} counts ${more} people more than there are leaves`);
      if (this.carried === 0 && [...items.values()].some((n) => n > people)) {
        wrong('ATOM_SUM', `${pile} counts more answers than there are leaves`);
      }
    }
  }
}

async function readLedger(service: Service, heads: Head[]): Promise<Ledger> {
  const ledger = new Ledger(heads);
  const size = heads[heads.length - 1].size;
  while (ledger.walk.size < size) {
    const path = `/v1/satisfaction/ledger/leaves?from=${ledger.walk.size}&limit=${Math.min(5000, size - ledger.walk.size)}`;
    const { leaves } = await service.get<{ leaves: string[] }>(path);
    if (leaves.length === 0) break;
    for (const leaf of leaves) ledger.add(leaf);
  }
  ledger.end();
  good(`${ledger.walk.size} leaves read, ${heads.length} heads, ${ledger.atoms.length} atoms`);
  return ledger;
}

async function checkOpenData(service: Service, ledger: Ledger): Promise<void> {
  let read = 0;
  while (read < ledger.atoms.length) {
    const answer = await service.ask(`/v1/satisfaction/atoms?after=${read}&limit=50000`);
    const lines = (await answer.text()).split('\r\n').slice(1, -1);
    if (lines.length === 0) {
      wrong('OPEN_DATA', `atoms after ${read} are missing`);
      return;
    }
    for (const line of lines) {
      if (read < ledger.atoms.length && line !== ledger.atoms[read]) {
        wrong('OPEN_DATA', `atom ${read + 1} is not what was entered: ${line}`);
        return;
      }
      read++;
    }
  }
  good('the open data are what was entered in the ledger');
}

interface Group {
  key?: string;
  factors: { factor: string; hidden: boolean; n: number; index: number; levels: number[]; interval: { low: number; high: number } }[];
  overallIndex?: number;
}

async function checkScore(service: Service, ledger: Ledger, query: string): Promise<void> {
  const scores = await service.get<{ recipe: string; total: Group; groups: Group[] }>(`/v1/satisfaction?${query}`);
  const made = recipe(scores.recipe);
  const tree = made.tree ?? 0;
  if (tree > ledger.walk.size) {
    console.log(`note  the score ${query} counts ${tree} leaves; only ${ledger.walk.size} are signed: ask again later`);
    return;
  }
  const within = ledger.sizes.filter((size) => size <= tree).length;
  if (within !== made.atoms) wrong('SCORE', `${query}: a tree of ${tree} leaves has ${within} atoms, not ${made.atoms}`);
  const mine = groups(made, ledger.atoms.slice(0, made.atoms).map((line) => line.split(',')));
  for (const group of [scores.total, ...scores.groups]) {
    checkGroup(`${query} ${group.key ?? ''}`, group, mine.get(group.key ?? '') ?? new Map(), made.weights);
  }
  for (const key of mine.keys()) {
    if (key !== '' && !scores.groups.some((group) => group.key === key)) wrong('SCORE', `${query}: ${key} is not told`);
  }
  good(`the figures of ${query || 'the whole country'} are made of the leaves`);
}

function checkGroup(name: string, group: Group, mine: Factors, weights: Map<string, string>): void {
  for (const told of group.factors) {
    const items = mine.get(told.factor);
    if (told.hidden || !items) {
      if (!told.hidden || items) wrong('SCORE', `${name}: ${told.factor} is told or hidden without reason`);
      continue;
    }
    const made = figures(items);
    const same =
      told.n === made.n &&
      told.index === made.index &&
      told.interval.low === made.low &&
      told.interval.high === made.high &&
      told.levels.every((n, level) => n === made.levels[level]);
    if (!same) wrong('SCORE', `${name}: ${told.factor} is told as ${JSON.stringify(told)}, made ${JSON.stringify(made)}`);
  }
  const overall = overallIndex(mine, weights);
  if ((group.overallIndex ?? undefined) !== overall) wrong('SCORE', `${name}: overall ${group.overallIndex}, made ${overall}`);
}

const hmac = (key: string | Uint8Array, message: string): Uint8Array => createHmac('sha256', key).update(message).digest();

/** What the leaf of this rating must say; of its answers only when they are known. */
function opened(rating: Rating, questionnaire: string, agency: string): string | undefined {
  if (!rating.answers) return undefined;
  const answers = Object.entries(rating.answers).map(([code, level]) => `${code}=${level}`).join(',');
  const blinding = hmac(hmac(rating.receipt, 'motcua-ledger/1'), 'blinding');
  return text(hmac(blinding, `motcua-rating/1\n${questionnaire}\n${agency}\n${answers}`));
}

async function checkRating(service: Service, head: Head, rating: Rating): Promise<void> {
  const id = text(hmac(hmac(rating.receipt, 'motcua-ledger/1'), 'id').slice(0, 16));
  const promise = rating.promise;
  if (promise) {
    if (!service.isSigned(promise.keyId, promise.signature, ['motcua-satisfaction-promise/1', promise.id, promise.commitment, promise.by])) {
      wrong('PROMISE', 'it is not signed by a key of the service');
    }
    const own = opened(rating, `${promise.questionnaire}/${promise.version}`, promise.agency);
    if (promise.id !== id || (own !== undefined && own !== promise.commitment)) wrong('PROMISE', 'it is about another rating');
  }
  const answer = await service.ask('/v1/satisfaction/ledger/proof', { receipt: rating.receipt });
  if (answer.status === 404) {
    if (promise && day(head.signedAt) > promise.by) {
      wrong('PROMISE_BROKEN', `the rating was promised by ${promise.by}; the head of ${head.signedAt} does not have it`);
    } else {
      console.log(`note  the ledger does not hold the rating yet${promise ? `; it is promised by ${promise.by}` : ''}`);
    }
    return;
  }
  const proof = (await answer.json()) as { head: Head; entries: { index: number; leaf: string; path: string[] }[] };
  service.checkHead(proof.head);
  if (proof.head.rootHash !== head.rootHash) {
    await service.checkConsistency(proof.head.size < head.size ? proof.head : head, proof.head.size < head.size ? head : proof.head);
  }
  let batch: number | undefined;
  let state = 'kept, and not counted so far';
  for (const { index, leaf, path } of proof.entries) {
    const root = rootFromInclusion(index, proof.head.size, leafHash(leaf), path.map(bytes));
    if (root === undefined || text(root) !== proof.head.rootHash) wrong('INCLUSION', `leaf ${index} is not in the tree`);
    const said = JSON.parse(leaf) as Leaf;
    if (said.type === 'RATING' || said.type === 'HELD') {
      if (said.id !== id) wrong('INCLUSION', `leaf ${index} is about another rating`);
      if (promise && said.commitment !== promise.commitment) wrong('COMMITMENT', `leaf ${index} is not what was promised`);
      if (said.type === 'RATING') batch = Number(said.batch);
    } else if (index === batch && (said.type === 'BATCH' || said.type === 'SET_ASIDE')) {
      const others = `with ${Number(said.n) - 1} others of ${said.agency}, ${said.month}`;
      state = said.type === 'BATCH' ? `counted ${others}` : `set aside ${others}: ${said.reason}`;
      const leafOf = proof.entries.map((entry) => JSON.parse(entry.leaf) as Leaf).find((entry) => entry.type === 'RATING');
      const own = opened(rating, `${said.questionnaire}/${said.version}`, String(said.agency));
      if (own !== undefined && own !== leafOf?.commitment) wrong('COMMITMENT', 'other answers, or another agency, were entered');
      if (promise && promise.agency !== said.agency) wrong('COMMITMENT', `entered for ${said.agency}, not ${promise.agency}`);
    } else if (said.batch === batch && (said.type === 'RELEASED' || said.type === 'REJECTED')) {
      state = `${said.type === 'RELEASED' ? 'counted' : 'not counted'} after it was set aside: ${said.reason}`;
    } else {
      wrong('INCLUSION', `leaf ${index} does not belong to the rating`);
    }
  }
  good(`your rating is in the ledger: ${state}`);
}

async function main(args: string[]): Promise<void> {
  const [address, ...options] = args;
  const values = (name: string): string[] => options.filter((_, i) => options[i - 1] === name);
  if (!address || address.startsWith('-')) {
    console.log(USAGE);
    process.exitCode = 2;
    return;
  }
  const [state] = values('--state');
  const seen = state && existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as Seen) : undefined;
  const service = new Service(address);
  await checkKeys(service, seen, values('--key'));
  const heads = await allHeads(service);
  if (heads.length === 0) throw new Error('the service has signed nothing yet');
  const head = heads[heads.length - 1];
  if (Date.now() - Date.parse(head.signedAt) > FRESH_HOURS * 3600_000) wrong('STALE', `the newest head is of ${head.signedAt}`);
  if (seen) {
    await service.checkConsistency(seen.head, head);
    if (!heads.some((one) => one.signature === seen.head.signature)) wrong('ORDER', 'a head that was shown before is gone');
  }
  if (!options.includes('--quick')) {
    const ledger = await readLedger(service, heads);
    await checkOpenData(service, ledger);
    const scores = values('--score');
    for (const query of scores.length > 0 ? scores : ['']) await checkScore(service, ledger, query);
  }
  for (const file of values('--rating')) await checkRating(service, head, JSON.parse(readFileSync(file, 'utf8')) as Rating);
  if (state && faults === 0) writeFileSync(state, `${JSON.stringify({ head, keys: Object.fromEntries(service.keys) }, null, 2)}\n`);
  console.log(faults === 0 ? 'Everything fits.' : `${faults} things do not fit. Keep this output: it is evidence.`);
  process.exitCode = faults === 0 ? 0 : 1;
}

try {
  await main(process.argv.slice(2));
} catch (failure) {
  console.log(`could not check: ${failure instanceof Error ? failure.message : failure}`);
  process.exitCode = 2;
}
