/** The first page: what do you need? Suggestions while typing, results, life events, and what was looked at lately. */
import type { LifeEvent, ProcedureSummary } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { catalogue, trouble } from '../core/api';
import { go, redraw, type Page } from '../core/app';
import { fee, timeLimit } from '../core/format';
import { locale, named, t } from '../core/i18n';
import { icon } from '../core/icons';
import { forgetRecent, recent, type Seen } from '../core/kept';
import { load, shown, type Loading } from '../core/load';
import { Pages } from '../core/pages';
import { lists } from '../offline/pack';
import { ofLifeEvent, searchOffline, suggestOffline } from '../offline/search';

interface Found {
  items: Pick<ProcedureSummary, 'code' | 'name' | 'field' | 'levels' | 'onlineLevel' | 'timeLimit' | 'fee'>[];
  nextCursor?: string;
  /** Found in the copy on this phone. */
  offline: boolean;
}

let events: Loading<LifeEvent[]> | undefined;

export function home(_: RegExpMatchArray, address: URL): Page {
  const q = address.searchParams.get('q') ?? '';
  const lifeEvent = address.searchParams.get('lifeEvent') ?? undefined;
  const asked = q !== '' || lifeEvent !== undefined;
  let typed = q;
  let suggestions: Seen[] = [];
  let active = -1;
  let turn = 0;
  const found = asked ? new Pages<Found['items'][number], Found>((cursor) => search(q, lifeEvent, cursor)) : undefined;

  function close(): void {
    suggestions = [];
    active = -1;
    redraw();
  }

  async function type(value: string): Promise<void> {
    typed = value;
    const mine = ++turn;
    await new Promise((resolve) => setTimeout(resolve, 120));
    if (mine !== turn) {
      return;
    }
    const next = value.trim() === '' ? [] : await suggest(value.trim());
    if (mine === turn) {
      suggestions = next;
      active = -1;
      redraw();
    }
  }

  function submit(event: Event): void {
    event.preventDefault();
    turn++;
    if (active >= 0) {
      go(`/p/${suggestions[active].code}`);
    } else if (typed.trim() !== '') {
      suggestions = [];
      go(`/?q=${encodeURIComponent(typed.trim())}`);
    }
  }

  function press(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && suggestions.length > 0) {
      event.preventDefault();
      active = (active + step + suggestions.length + 1) % (suggestions.length + 1);
      if (active === suggestions.length) {
        active = -1;
      }
      redraw();
    } else if (event.key === 'Escape') {
      close();
    }
  }

  function box(): TemplateResult {
    return html`<form class="search" role="search" @submit=${submit}>
      <label for="q">${t('home.label')}</label>
      <div class="field">
        ${icon('search')}
        <input id="q" name="q" type="search" autocomplete="off" maxlength="100" enterkeyhint="search" spellcheck="false"
          role="combobox" aria-autocomplete="list" aria-controls="suggestions" aria-expanded=${suggestions.length > 0}
          aria-activedescendant=${active >= 0 ? `s${active}` : nothing} placeholder=${t('home.example')} .value=${typed}
          @input=${(event: Event) => void type((event.target as HTMLInputElement).value)}
          @keydown=${press} @blur=${() => setTimeout(close, 150)} />
        <button class="go" type="submit">${t('home.go')}</button>
      </div>
      <ul id="suggestions" role="listbox" aria-label=${t('home.suggestions')} ?hidden=${suggestions.length === 0}>
        ${suggestions.map(
          (item, place) => html`<li id="s${place}" role="option" aria-selected=${place === active}
            @mousedown=${(event: Event) => event.preventDefault()} @click=${() => go(`/p/${item.code}`)}>${item.name}</li>`,
        )}
      </ul>
    </form>`;
  }

  function lately(): TemplateResult | typeof nothing {
    const seen = recent();
    return seen.length === 0
      ? nothing
      : html`<section aria-labelledby="lately">
          <div class="head"><h2 id="lately">${t('home.recent')}</h2>
            <button class="quiet" @click=${() => (forgetRecent(), redraw())}>${t('home.forget')}</button></div>
          <ul class="rows">${seen.map((item) => html`<li><a href="/p/${item.code}">${item.name}</a></li>`)}</ul>
        </section>`;
  }

  function front(): TemplateResult {
    return html`
      ${lately()}
      <section aria-labelledby="events">
        <h2 id="events">${t('home.events')}</h2>
        ${shown((events ??= load(lifeEvents)), (items) => html`${group(items, 'CITIZEN')}<h3>${t('home.business')}</h3>${group(items, 'BUSINESS')}`)}
      </section>
      <section aria-labelledby="talk" class="talk">
        <h2 id="talk">${t('home.feedback')}</h2><p>${t('home.feedbackHelp')}</p>
        <p class="actions"><a class="button" href="/feedback/new">${icon('talk')} ${t('home.feedbackWrite')}</a><a href="/feedback">${t('home.feedbackRead')}</a></p>
      </section>`;
  }

  function results(value: Found): TemplateResult {
    events ??= load(lifeEvents);
    const event = events.now.state === 'there' ? events.now.value.find((item) => item.code === lifeEvent) : undefined;
    return html`<section aria-labelledby="results" class="results">
      <h2 id="results">${event === undefined ? t('home.results', { q }) : event.name}</h2>
      ${value.offline ? html`<p class="notice">${t('home.offline')}</p>` : nothing}
      ${value.items.length === 0 ? html`<p>${t('home.nothing')}</p>` : nothing}
      <ul class="cards">${value.items.map(card)}</ul>
      ${found!.more()}
    </section>`;
  }

  return {
    title: () => (q === '' ? t('home.title') : q),
    close: () => turn++,
    keeps: () => typed !== q,
    view: () => html`
      <div class=${asked ? 'hero small' : 'hero'}><h1 tabindex="-1">${t('home.title')}</h1>${box()}</div>
      ${found === undefined ? front() : shown(found.first, results)}`,
  };
}

function group(items: LifeEvent[], audience: LifeEvent['audience']): TemplateResult {
  return html`<ul class="tiles">
    ${items
      .filter((item) => item.audience === audience)
      .map(
        (item) => html`<li><a href="/?lifeEvent=${item.code}"><span>${item.name}</span><small>${item.procedures > 0 ? t('home.count', { n: item.procedures }) : nothing}</small></a></li>`,
      )}
  </ul>`;
}

function card(item: Found['items'][number]): TemplateResult {
  return html`<li><a href="/p/${item.code}">
    <strong>${item.name}</strong>
    <span class="facts">
      <span>${item.levels.map((level) => named('level', level)).join(', ')}</span>
      ${item.timeLimit === undefined ? nothing : html`<span>${timeLimit(item.timeLimit)}</span>`}
      ${item.fee === undefined || (item.fee.text?.length ?? 0) > 60 ? nothing : html`<span>${fee(item.fee)}</span>`}
      ${item.onlineLevel === 'FULL' ? html`<span class="tag">${t('home.online')}</span>` : nothing}
    </span></a></li>`;
}

async function suggest(q: string): Promise<Seen[]> {
  try {
    return (await catalogue.suggestProcedures({ q })).items;
  } catch {
    return suggestOffline(q).catch(() => []);
  }
}

async function search(q: string, lifeEvent?: string, cursor?: string): Promise<Found> {
  try {
    const asked = { q: q || undefined, lifeEvent: lifeEvent as string | undefined, cursor, limit: 20 };
    return { ...(await catalogue.searchProcedures(asked)), offline: false };
  } catch (thrown) {
    // The copy on this phone answers whole; it does not go on where the service stopped.
    if (!trouble(thrown).offline || cursor !== undefined) {
      throw thrown;
    }
    const kept = q === '' ? await ofLifeEvent(lifeEvent ?? '') : await searchOffline(q);
    const items = kept.map((record) => ({
      ...record,
      levels: record.levels ?? [],
      timeLimit: record.methods?.find((method) => method.timeLimit !== undefined)?.timeLimit,
    }));
    return { items, offline: true };
  }
}

async function lifeEvents(): Promise<LifeEvent[]> {
  try {
    return (await catalogue.listLifeEvents()).items;
  } catch (thrown) {
    const kept = await lists();
    if (kept === undefined) {
      throw thrown;
    }
    return kept.lifeEvents.map((event) => ({ ...event, name: locale() === 'en' ? event.nameEn : event.name, procedures: 0 }));
  }
}

/** After the language changed the names are asked for anew. */
export function forgetLifeEvents(): void {
  events = undefined;
}
