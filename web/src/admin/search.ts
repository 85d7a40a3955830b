/** What editors teach the search: synonyms and best bets, with what a query finds now and would find. */
import { serializeDate, type SearchWords, type SearchWordsVersion } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { day, moment } from '../core/format';
import { load, shown } from '../core/load';
import { administration } from './api';
import type { Inner } from './gate';
import { asked, editing, field, job, outcome, split, sure, table, today, type Shown } from './parts';
import { entries, trial, type Bet, type Synonym } from './trial';
import { a } from './words';

interface Draft {
  basedOn: number;
  note: string;
  synonyms: Synonym[];
  bets: Bet[];
}

const AT_ONCE = 50;
const CODE = /^[0-9A-Z][0-9A-Z.\-]{0,39}$/i;

export function open(): Inner {
  const edit = editing<Draft>('search-words', { basedOn: -1, note: '', synonyms: [], bets: [] });
  let published: SearchWords | undefined;
  const current = load(async () => {
    published = await administration.getSearchWords();
    if (!edit.changed) {
      edit.begin(drafted(published));
    }
    return published;
  });
  const versions = load(() => administration.listSearchWordsVersions());
  const attempt = trial(() => ({ draft: edit.now, changed: edit.changed }));
  const work = job();
  let filter = '';
  let sending = false;
  let pane: Shown = nothing;

  function shutPane(): void {
    pane = nothing;
  }

  const publish = (): void => void work.run(async () => {
    const { basedOn, note, synonyms, bets } = edit.now;
    published = await administration.publishSearchWords({
      searchWordsInput: {
        basedOn,
        note: note.trim() === '' ? undefined : note.trim(),
        ...entries({ synonyms, bets }),
      },
    });
    edit.begin(drafted(published));
    void versions.refresh();
    attempt.published();
    return a('wordsPublished', { n: published.version });
  });

  const bring = (version: number): void => void work.run(async () => {
    const old = await administration.getSearchWordsVersion({ version });
    edit.set({ ...drafted(old), basedOn: published!.version, note: a('broughtBack', { n: version }) });
    attempt.again();
    return a('broughtBackHelp', { n: version });
  });

  function editSynonym(place: number | undefined): void {
    const now = place === undefined ? { said: '', meant: '' } : edit.now.synonyms[place];
    pane = asked(a(place === undefined ? 'synonymNew' : 'synonymEdit'), html`
      ${field({ label: a('said'), name: 'said', value: now.said, required: true, most: 200, lang: 'vi', help: a('saidHelp') })}
      ${field({ label: a('meant'), name: 'meant', value: now.meant, most: 2000, lang: 'vi', rows: 4, help: a('meantHelp') })}`,
      (data) => {
        const next = { said: String(data.get('said')).trim(), meant: String(data.get('meant')).trim() };
        edit.set({ synonyms: replaced(edit.now.synonyms, place, next) });
        attempt.again();
      }, shutPane);
    redraw();
  }

  function editBet(place: number | undefined): void {
    const now = place === undefined ? { query: attempt.query(), codes: '', until: '' } : edit.now.bets[place];
    pane = asked(a(place === undefined ? 'betNew' : 'betEdit'), html`
      ${field({ label: a('query'), name: 'query', value: now.query, required: true, most: 200, lang: 'vi', help: a('queryHelp') })}
      ${field({ label: a('codes'), name: 'codes', value: now.codes, required: true, most: 500, rows: 3, help: a('codesHelp') })}
      ${field({ label: a('until'), name: 'until', value: now.until, type: 'date', help: a('untilHelp') })}`,
      (data) => {
        const next = { query: String(data.get('query')).trim(), codes: String(data.get('codes')).trim(), until: String(data.get('until')) };
        edit.set({ bets: replaced(edit.now.bets, place, next) });
        attempt.again();
      }, shutPane);
    redraw();
  }

  function drop(which: 'synonyms' | 'bets', place: number): void {
    edit.set({ [which]: edit.now[which].filter((_, other) => other !== place) });
    attempt.again();
  }

  function buttons(name: string, change: () => void, remove: () => void): TemplateResult {
    return html`<td class="buttons"><button class="quiet" @click=${change} aria-label=${a('editOf', { name })}>${a('edit')}</button>
      <button class="quiet danger-quiet" @click=${remove} aria-label=${a('removeOf', { name })}>${a('remove')}</button></td>`;
  }

  function lists(): TemplateResult {
    const fits = (text: string): boolean => text.toLowerCase().includes(filter.trim().toLowerCase());
    const synonyms = edit.now.synonyms.map((one, place) => ({ one, place })).filter(({ one }) => fits(`${one.said} ${one.meant}`));
    const bets = edit.now.bets.map((one, place) => ({ one, place })).filter(({ one }) => fits(`${one.query} ${one.codes}`));
    const now = today();
    return html`${field({ label: a('filter'), name: 'filter', value: filter, type: 'search', set: (next) => (filter = next) })}
      <div class="head"><h3>${a('synonyms')} (${edit.now.synonyms.length})</h3><button @click=${() => editSynonym(undefined)}>${a('synonymNew')}</button></div>
      ${synonyms.length === 0 ? html`<p class="empty">${a('synonymsNone')}</p>` : table(a('synonyms'), [a('said'), a('meant'), ''], synonyms.slice(0, AT_ONCE).map(({ one, place }) => html`<tr>
        <th scope="row" lang="vi">${one.said}</th><td lang="vi">${split(one.meant).length === 0 ? html`<small>${a('meantNothing')}</small>` : split(one.meant).join(' · ')}</td>
        ${buttons(one.said, () => editSynonym(place), () => drop('synonyms', place))}</tr>`))}
      <div class="head"><h3>${a('bets')} (${edit.now.bets.length})</h3><button @click=${() => editBet(undefined)}>${a('betNew')}</button></div>
      ${bets.length === 0 ? html`<p class="empty">${a('betsNone')}</p>` : table(a('bets'), [a('query'), a('codes'), a('until'), ''], bets.slice(0, AT_ONCE).map(({ one, place }) => html`<tr>
        <th scope="row" lang="vi">${one.query}</th><td>${split(one.codes).map((code) => html`<span class=${CODE.test(code) ? 'tag' : 'tag wrong'}>${code}</span> `)}</td>
        <td>${one.until === '' ? a('forGood') : day(new Date(one.until))}${one.until !== '' && one.until < now ? html` <small>${a('over')}</small>` : nothing}</td>
        ${buttons(one.query, () => editBet(place), () => drop('bets', place))}</tr>`))}
      ${synonyms.length > AT_ONCE || bets.length > AT_ONCE ? html`<p class="fine">${a('filterMore', { n: AT_ONCE })}</p>` : nothing}`;
  }

  function versionRow(one: SearchWordsVersion): TemplateResult {
    return html`<tr><th scope="row">${one.version}</th><td>${moment(one.publishedAt)}</td><td>${one.note ?? ''}</td><td>${one.synonyms}</td><td>${one.bestBets}</td>
      <td>${one.version === published?.version ? html`<small>${a('inForce')}</small>` : html`<button class="quiet" @click=${() => bring(one.version)}>${a('bringBack', { n: one.version })}</button>`}</td></tr>`;
  }

  return {
    close: attempt.close,
    view: () => html`<p class="lead">${a('searchLead')}</p>
      ${shown(current, (now) => html`<div class="two">
        <section class="sheet" aria-labelledby="edit"><h2 id="edit">${a('editing', { n: now.version })}</h2>${lists()}
          ${field({ label: a('note'), name: 'note', value: edit.now.note, most: 500, set: (note) => edit.set({ note }) })}
          ${outcome(work)}
          <p class="actions"><button class="main" ?disabled=${!edit.changed || work.busy} @click=${() => ((sending = true), redraw())}>${a('publishWords')}</button>
            <button ?disabled=${!edit.changed} @click=${() => (work.forget(), edit.begin(drafted(published!)), attempt.again())}>${a('discard')}</button></p></section>
        ${attempt.view()}</div>`)}
      <section aria-labelledby="versions"><h2 id="versions">${a('versions')}</h2>${shown(versions, ({ items }) =>
        items.length === 0 ? html`<p class="empty">${a('versionsNone')}</p>` : table(a('versions'), [a('version'), a('publishedAt'), a('note'), a('synonyms'), a('bets'), ''], items.map(versionRow), 'wide'))}</section>
      ${sending ? sure(a('wordsSure'), html`<p>${a('wordsSureHelp')}</p>`, a('publish'), publish, () => (sending = false)) : nothing}
      ${pane}`,
  };
}

function drafted(words: SearchWords): Draft {
  return {
    basedOn: words.version,
    note: '',
    synonyms: words.synonyms.map((one) => ({ said: one.said, meant: one.meant.join('\n') })),
    bets: words.bestBets.map((one) => ({ query: one.query, codes: one.codes.join('\n'), until: one.until === undefined ? '' : serializeDate(one.until) })),
  };
}

function replaced<T>(list: T[], place: number | undefined, next: T): T[] {
  return place === undefined ? [next, ...list] : list.map((one, other) => (other === place ? next : one));
}
