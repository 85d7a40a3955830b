/** Search in the copy on this phone, reading words by the specified normaliser. Simpler than the service's ranking. */
import type { OfflineProcedure } from 'client';
import { abbreviations, decode, key, keys, words } from 'normaliser';
import table from '../../../api/src/main/resources/search/abbreviations.tsv';
import { all } from '../core/db';
import type { Seen } from '../core/kept';

interface Entry {
  procedure: OfflineProcedure;
  title: Set<string>;
  other: Set<string>;
  length: number;
}
interface Index {
  entries: Entry[];
  /** How many records a word stands in: rare words tell more. */
  spread: Map<string, number>;
}

const known = abbreviations(table);
let index: Promise<Index> | undefined;

export function forgetIndex(): void {
  index = undefined;
}

async function build(): Promise<Index> {
  const spread = new Map<string, number>();
  const entries = (await all<OfflineProcedure>('procedures')).map((procedure) => {
    const title = new Set(keys(procedure.name).filter((word) => word !== 'thu' && word !== 'tuc'));
    const other = new Set(keys([procedure.nameEn ?? '', ...(procedure.keywords ?? [])].join(' ')));
    new Set([...title, ...other]).forEach((word) => spread.set(word, (spread.get(word) ?? 0) + 1));
    return { procedure, title, other, length: title.size };
  });
  return { entries, spread };
}

/** Kept only when it was built from something: the copy may still be on its way. */
async function indexed(): Promise<Index> {
  const building = (index ??= build());
  const built = await building.catch(() => undefined);
  if ((built === undefined || built.entries.length === 0) && index === building) {
    forgetIndex();
  }
  return building;
}

/** The readings of what was typed: as it is, with abbreviations written out, and as Telex or VNI without an input method. */
function readings(typed: string): string[][] {
  const plain = keys(typed);
  const decoded = words(typed).map((word) => key(decode(word) ?? word));
  const written = plain.flatMap((word) => known.get(word)?.[0].map(key) ?? [word]);
  const whole = (known.get(plain.join(' ')) ?? []).map((phrase) => phrase.map(key));
  const different = new Map([plain, decoded, written, ...whole].map((reading) => [reading.join(' '), reading]));
  return [...different.values()];
}

function score(entry: Entry, reading: string[], { entries, spread }: Index): number {
  let sum = 0;
  let best = 0;
  reading.forEach((word, place) => {
    const weight = Math.log(1 + entries.length / (spread.get(word) ?? 1));
    best += weight;
    const last = place === reading.length - 1;
    const begins = last && [...entry.title].some((candidate) => candidate.startsWith(word));
    sum += weight * (entry.title.has(word) ? 1 : entry.other.has(word) ? 0.8 : begins ? 0.7 : 0);
  });
  const share = best === 0 ? 0 : sum / best;
  return share < 0.55 ? 0 : share - 0.012 * Math.max(0, entry.length - reading.length);
}

export async function searchOffline(typed: string, limit = 20): Promise<OfflineProcedure[]> {
  const built = await indexed();
  const code = typed.trim();
  const wanted = readings(typed).filter((reading) => reading.length > 0);
  return built.entries
    .map((entry) => ({
      entry,
      score: entry.procedure.code === code ? 9 : Math.max(0, ...wanted.map((reading) => score(entry, reading, built))),
    }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.entry.procedure.code.localeCompare(b.entry.procedure.code))
    .slice(0, limit)
    .map((found) => found.entry.procedure);
}

export async function suggestOffline(typed: string): Promise<Seen[]> {
  return (await searchOffline(typed, 8)).map(({ code, name }) => ({ code, name }));
}

export async function ofLifeEvent(event: string): Promise<OfflineProcedure[]> {
  return (await all<OfflineProcedure>('procedures')).filter((procedure) => procedure.lifeEvents?.includes(event));
}
