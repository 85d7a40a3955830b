/**
 * A query tried out beside the words that are edited. What is published is asked of the search itself, with its explanation.
 * What is not published yet is estimated: the words that a changed synonym stands for are asked in its place, and best bets
 * are laid on top. The page says which of both it shows, and after publishing it shows the search's own answer.
 */
import type { ProcedureSummary } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { keys, words } from 'normaliser';
import { catalogue, trouble, type Trouble } from '../core/api';
import { redraw } from '../core/app';
import { number } from '../core/format';
import { failure } from '../core/load';
import { asEditor } from './api';
import { field, later, split, today } from './parts';
import { a } from './words';

export interface Synonym {
  said: string;
  meant: string;
}
export interface Bet {
  query: string;
  codes: string;
  until: string;
}
interface Lists {
  synonyms: Synonym[];
  bets: Bet[];
}
interface State {
  draft: Lists;
  published?: Lists;
  changed: boolean;
}
interface Found {
  before: ProcedureSummary[];
  after?: ProcedureSummary[];
  /** The query that stood for the edited one, when words were put in its place. */
  asked: string;
}

const SHOWN = 8;
const TURNS = 6;
const TURN = 500;

export function trial(state: () => State): { view: () => TemplateResult; query: () => string; again: () => void; published: () => void; close: () => void } {
  let query = '';
  let found: Found | undefined;
  let failed: Trouble | undefined;
  /** The answer before the last publication, to compare with. */
  let former: ProcedureSummary[] | undefined;
  let turn = 0;
  const soon = later(300, () => void run());

  const now = (): ProcedureSummary[] | undefined => found?.before;

  async function search(q: string): Promise<ProcedureSummary[]> {
    return (await catalogue.searchProcedures({ q, explain: true, limit: SHOWN }, asEditor)).items;
  }

  async function run(): Promise<void> {
    const mine = ++turn;
    const q = query.trim();
    try {
      const next = q === '' ? undefined : await compared(q);
      if (mine === turn) {
        found = next;
        failed = undefined;
      }
    } catch (thrown) {
      if (mine === turn) {
        failed = trouble(thrown);
      }
    }
    redraw();
  }

  async function compared(q: string): Promise<Found> {
    const before = await search(q);
    const { draft, published, changed } = state();
    if (!changed || published === undefined) {
      return { before, asked: q };
    }
    const asked = worded(q, draft.synonyms, published.synonyms);
    const natural = asked === q ? before : asked.trim() === '' ? [] : await search(asked);
    return { before, after: (await bet(q, draft.bets, natural)).slice(0, SHOWN), asked };
  }

  /** A published change is taken up a moment later: asks until the answer differs, a few times. */
  async function settle(): Promise<void> {
    former = found?.before;
    found = undefined;
    const q = query.trim();
    for (let i = 0; q !== '' && i < TURNS; i++) {
      await run();
      if (former === undefined || codes(now()) !== codes(former) || q !== query.trim()) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, TURN));
    }
  }

  const typed = (next: string): void => {
    query = next;
    former = undefined;
    soon();
  };

  function result(): TemplateResult | typeof nothing {
    if (failed !== undefined) {
      return failure(failed, () => void run());
    }
    if (found === undefined) {
      return query.trim() === '' ? html`<p class="empty">${a('trialNone')}</p>` : nothing;
    }
    if (former !== undefined) {
      return html`${list(a('trialFormer'), former)}${list(a('trialNow'), found.before, former)}`;
    }
    return html`${list(a('trialPublished'), found.before)}
      ${found.after === undefined
        ? html`<p class="fine">${a('trialSame')}</p>`
        : html`${list(a('trialAfter'), found.after, found.before)}<p class="fine">${a('trialEstimate')} ${found.asked === query.trim() ? nothing : a('trialAsked', { q: found.asked })}</p>`}`;
  }

  return {
    query: () => query.trim(),
    again: soon,
    published: () => void settle(),
    close: () => (turn++, undefined),
    view: () => html`<section class="sheet trial" aria-labelledby="trial"><h2 id="trial">${a('trial')}</h2>
      ${field({ label: a('trialQuery'), name: 'trial', value: query, type: 'search', lang: 'vi', most: 200, set: typed, help: a('trialHelp') })}
      <div aria-live="polite">${result()}</div></section>`,
  };
}

function codes(list: ProcedureSummary[] | undefined): string {
  return (list ?? []).map((one) => one.code).join();
}

/** The query with the words that changed synonyms stand for in place of what was said. */
function worded(q: string, draft: Synonym[], published: Synonym[]): string {
  const known = new Map(published.map((one) => [keys(one.said).join(' '), one.meant]));
  let parts = words(q);
  for (const one of draft) {
    const said = keys(one.said);
    if (known.get(said.join(' ')) === one.meant || said.length === 0) {
      continue;
    }
    const now = parts.map((part) => keys(part).join(''));
    const at = now.findIndex((_, place) => said.every((word, i) => now[place + i] === word));
    if (at >= 0) {
      const [meant = ''] = split(one.meant);
      parts = [...parts.slice(0, at), ...words(meant), ...parts.slice(at + said.length)];
    }
  }
  const before = words(q).join(' ');
  const after = parts.join(' ');
  return after === before ? q : after;
}

/** Best bets on top, as far as the catalogue has them. */
async function bet(q: string, bets: Bet[], natural: ProcedureSummary[]): Promise<ProcedureSummary[]> {
  const now = today();
  const asked = keys(q).join(' ');
  const first = bets.find((one) => keys(one.query).join(' ') === asked && (one.until === '' || one.until >= now));
  const top: ProcedureSummary[] = [];
  for (const code of first === undefined ? [] : split(first.codes)) {
    const known = natural.find((one) => one.code === code) ?? (await catalogue.getProcedure({ code }).catch(() => undefined));
    if (known !== undefined) {
      top.push({ code: known.code, name: known.name, field: known.field, levels: known.levels });
    }
  }
  return [...top, ...natural.filter((one) => !top.some((other) => other.code === one.code))];
}

function list(title: string, items: ProcedureSummary[], before?: ProcedureSummary[]): TemplateResult {
  return html`<h3>${title}</h3>${items.length === 0
    ? html`<p class="empty">${a('trialNothing')}</p>`
    : html`<ol class="hits">${items.map((one, place) => html`<li><strong lang="vi">${one.name}</strong> <small>${one.code}</small> ${moved(one, place, before)}${why(one)}</li>`)}</ol>`}`;
}

function moved(one: ProcedureSummary, place: number, before: ProcedureSummary[] | undefined): TemplateResult | typeof nothing {
  if (before === undefined) {
    return nothing;
  }
  const was = before.findIndex((other) => other.code === one.code);
  if (was === place) {
    return nothing;
  }
  return html`<span class="status">${was < 0 ? a('hitNew') : a('hitMoved', { from: was + 1, to: place + 1 })}</span>`;
}

function why({ explanation }: ProcedureSummary): TemplateResult | typeof nothing {
  return explanation === undefined
    ? nothing
    : html`<details><summary>${a('hitWhy', { score: number(explanation.score, 2) })}</summary><ul>${explanation.parts.map(
        (part) => html`<li><q lang="vi">${part.said}</q> → <span lang="vi">${part.read}</span> <small>${a('hitPart', { share: number(part.share * 100), satisfied: number(part.satisfied * 100) })}</small></li>`,
      )}</ul><p class="fine">${a('hitRest', { satisfied: number(explanation.satisfied * 100), unasked: number(explanation.unasked * 100), prior: number(explanation.prior * 100) })}</p></details>`;
}
