/** What the administrators' pages are made of: jobs, figures, tables, dialogs, fields. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { trouble, type Trouble } from '../core/api';
import { redraw } from '../core/app';
import { number } from '../core/format';
import { draft, dropDraft, keepDraft } from '../core/kept';
import { a } from './words';

export type Shown = TemplateResult | typeof nothing | string;

/** Something a button does: running, done with words, or failed with words. */
export interface Job {
  busy: boolean;
  said: string;
  trouble?: Trouble;
  /** Whether it went well. What is done is done once; `newest` tells whether what comes of it is still asked for. */
  run: (work: (newest: () => boolean) => Promise<string>) => Promise<boolean>;
  forget: () => void;
}

/** @param latest whether another run may begin before the last one has ended: then only what the later one finds counts */
export function job(latest = false): Job {
  let turn = 0;
  const one: Job = {
    busy: false,
    said: '',
    forget: () => {
      turn++;
      one.said = '';
      one.trouble = undefined;
    },
    run: async (work) => {
      if (one.busy && !latest) {
        return false;
      }
      one.busy = true;
      one.forget();
      const mine = turn;
      const newest = (): boolean => mine === turn;
      redraw();
      let said = '';
      let failed: Trouble | undefined;
      try {
        said = await work(newest);
      } catch (thrown) {
        failed = trouble(thrown);
      }
      if (newest() || !latest) {
        one.said = said;
        one.trouble = failed;
      }
      one.busy = latest && one.busy && !newest();
      redraw();
      return failed === undefined;
    },
  };
  return one;
}

/** What came of it. The place is always there, so that screen readers hear it change. */
export function outcome(...jobs: Job[]): TemplateResult {
  const failed = jobs.find((one) => one.trouble !== undefined)?.trouble;
  const said = jobs.find((one) => one.said !== '')?.said ?? '';
  const busy = jobs.some((one) => one.busy);
  return html`<div class="outcome" role="status">${busy ? a('working') : said === '' ? nothing : html`<p class="notice">${said}</p>`}</div>
    ${failed === undefined ? nothing : html`<div class="notice bad" role="alert"><p>${failed.message}</p></div>`}`;
}

/** What the service says about one place of what was sent. */
export function fault(one: Job, pointer: string): string {
  return (one.trouble?.places ?? []).filter((place) => place.pointer === pointer).map((place) => place.detail).join(' ');
}

export function figures(...list: [string, number | string, string?][]): TemplateResult {
  return html`<dl class="figures">${list.map(
    ([name, value, tone]) => html`<div class=${tone ?? ''}><dt>${name}</dt><dd>${typeof value === 'number' ? number(value) : value}</dd></div>`,
  )}</dl>`;
}

export function table(label: string, heads: string[], rows: TemplateResult[], kind = ''): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${a('tableOf', { label })}><table class=${kind}>
    <thead><tr>${heads.map((head) => (head === '' ? html`<td></td>` : html`<th scope="col">${head}</th>`))}</tr></thead>
    <tbody>${rows}</tbody></table></div>`;
}

/** A window over the page; Escape closes it, and the focus goes back to where it was. */
export function dialog(title: string, body: TemplateResult, close: () => void): TemplateResult {
  return html`<dialog aria-labelledby="asked" @close=${() => (close(), redraw())} ${ref((place) => {
    if (place instanceof HTMLDialogElement) {
      queueMicrotask(() => place.isConnected && !place.open && place.showModal());
    }
  })}><h2 id="asked">${title}</h2>${body}</dialog>`;
}

export function shut(event: Event): void {
  (event.target as Element).closest('dialog')?.close();
}

/** A question before something that cannot be undone, or that many people will notice. */
export function sure(title: string, body: Shown, yes: string, does: () => void, close: () => void, danger = false): TemplateResult {
  return dialog(title, html`${body}<p class="actions"><button class=${danger ? 'danger' : 'main'} @click=${(event: Event) => (shut(event), does())}>${yes}</button>
    <button @click=${shut}>${a('cancel')}</button></p>`, close);
}

/** A small form in a window: what it holds is handed over when it is valid, and it stays open when that fails. */
export function asked(title: string, fields: TemplateResult, done: (data: FormData) => void | Promise<boolean>, close: () => void): TemplateResult {
  return dialog(title, html`<form class="fields" @submit=${async (event: SubmitEvent) => {
    event.preventDefault();
    if ((await done(new FormData(event.target as HTMLFormElement))) !== false) {
      shut(event);
    }
  }}>${fields}<p class="actions"><button class="main" type="submit">${a('keep')}</button><button type="button" @click=${shut}>${a('cancel')}</button></p></form>`, close);
}

interface Field {
  label: string;
  value: string;
  set?: (value: string) => void;
  name?: string;
  type?: string;
  lang?: string;
  required?: boolean;
  most?: number;
  rows?: number;
  help?: string;
  fault?: string;
  disabled?: boolean;
}

let ids = 0;
const known = new Map<string, number>();

function idOf(label: string): string {
  if (!known.has(label)) {
    known.set(label, ++ids);
  }
  return `f${known.get(label)}`;
}

/** A labelled field with its help and what the service says is wrong with it. */
export function field(given: Field): TemplateResult {
  const { label, value, set, name, type, lang, required, most, rows, help, fault: wrong, disabled } = given;
  const id = idOf(`${label}|${name ?? ''}`);
  const told = [help === undefined ? '' : `${id}h`, wrong ? `${id}e` : ''].filter(Boolean).join(' ');
  const heard = (event: Event): void => {
    set?.((event.target as HTMLInputElement).value);
    redraw();
  };
  return html`<div class="field"><label for=${id}>${label}</label>
    ${rows === undefined
      ? html`<input id=${id} name=${name ?? nothing} type=${type ?? 'text'} lang=${lang ?? nothing} autocomplete="off" .value=${value} ?required=${required} ?disabled=${disabled}
          maxlength=${most ?? nothing} aria-describedby=${told || nothing} aria-invalid=${wrong ? 'true' : nothing} @input=${heard} />`
      : html`<textarea id=${id} name=${name ?? nothing} lang=${lang ?? nothing} rows=${rows} .value=${value} ?required=${required} ?disabled=${disabled}
          maxlength=${most ?? nothing} aria-describedby=${told || nothing} aria-invalid=${wrong ? 'true' : nothing} @input=${heard}></textarea>`}
    ${help === undefined ? nothing : html`<p class="fine" id="${id}h">${help}</p>`}
    ${wrong ? html`<p class="wrong" id="${id}e">${wrong}</p>` : nothing}</div>`;
}

export function choice(label: string, name: string, options: [string, string][], now: string, set?: (value: string) => void): TemplateResult {
  const id = idOf(`${label}|${name}`);
  return html`<div class="field"><label for=${id}>${label}</label><select id=${id} name=${name} @change=${(event: Event) => {
    set?.((event.target as HTMLSelectElement).value);
    redraw();
  }}>${options.map(([value, words]) => html`<option value=${value} .selected=${value === now}>${words}</option>`)}</select></div>`;
}

export function tick(label: string, name: string, on: boolean, set?: (on: boolean) => void): TemplateResult {
  return html`<label class="tick"><input type="checkbox" name=${name} .checked=${on} @change=${(event: Event) => {
    set?.((event.target as HTMLInputElement).checked);
    redraw();
  }} /><span>${label}</span></label>`;
}

/** What is being edited. It outlives a sign-in and a change of language, in this tab only. */
export interface Editing<T> {
  now: T;
  /** Whether it differs from what it began with. */
  changed: boolean;
  set: (next: Partial<T>) => void;
  begin: (from: T) => void;
}

export function editing<T extends object>(name: string, from: T): Editing<T> {
  const kept = draft<T>(name);
  const one: Editing<T> = {
    now: kept ?? from,
    changed: kept !== undefined,
    set: (next) => {
      one.now = { ...one.now, ...next };
      one.changed = true;
      keepDraft(name, one.now);
      redraw();
    },
    begin: (next) => {
      one.now = next;
      one.changed = false;
      dropDraft(name);
      redraw();
    },
  };
  return one;
}

/** Does it once, a moment after the last call. */
export function later(milliseconds: number, work: () => void): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds) as unknown as number;
  };
}

/** What stands between commas, semicolons or line ends. */
export function split(text: string): string[] {
  return text.split(/[\n,;]/).map((part) => part.trim()).filter((part) => part !== '');
}

/** A length of time as people say it. */
export function seconds(count: number): string {
  return count < 120 ? a('seconds', { n: number(count) }) : count < 7200 ? a('minutes', { n: number(Math.round(count / 60)) }) : a('hoursLong', { n: number(Math.round(count / 3600)) });
}

/** Today in Vietnam, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}
