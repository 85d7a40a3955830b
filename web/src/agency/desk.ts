/** What the pages of officers share: whose figures, sending, saving a file. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Agency } from 'client';
import { trouble, type Trouble } from '../core/api';
import { go, redraw } from '../core/app';
import { load, type Loading } from '../core/load';
import { mustSignIn } from '../pages/signin';
import { reference } from './api';
import { ownAgency } from './own';
import { w } from './words';

const MOST_PAGES = 20;
let below: { of: string; units: Loading<Agency[]> } | undefined;

/** The unit that the address names, else the officer's own agency. */
export function unitOf(address: URL): string | undefined {
  return address.searchParams.get('unit') ?? ownAgency();
}

/** What to show instead of a page that needs an officer; undefined when there is one. */
export function mustBeOfficer(): TemplateResult | undefined {
  return mustSignIn(w('signIn')) ?? (ownAgency() === undefined ? html`<p class="notice">${w('noAgency')}</p>` : undefined);
}

/** An address with these parameters; what is empty is left out. */
export function address(path: string, parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Units directly below an agency, all of them, kept while the page lives. */
export function unitsBelow(code: string): Loading<Agency[]> {
  if (below?.of !== code) {
    below = { of: code, units: load(() => everyUnit(code)) };
  }
  return below.units;
}

async function everyUnit(parent: string): Promise<Agency[]> {
  const found: Agency[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await reference.listAgencies({ parent, limit: 100, cursor });
    found.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === undefined) {
      break;
    }
  }
  return found;
}

/** Chooses whose figures are shown: the own agency or a unit below it. The page opens anew at `to`. */
export function unitChoice(shownUnit: string, to: (unit: string) => string): TemplateResult {
  const own = ownAgency() ?? shownUnit;
  const units = unitsBelow(own).now;
  const known = units.state === 'there' ? units.value : [];
  const stranger = shownUnit !== own && !known.some((one) => one.code === shownUnit);
  return html`<label class="unit">${w('unit')} <select @change=${(event: Event) => go(to((event.target as HTMLSelectElement).value))}>
    <option value=${own} ?selected=${shownUnit === own}>${w('whole', { code: own })}</option>
    ${stranger ? html`<option value=${shownUnit} selected>${shownUnit}</option>` : nothing}
    ${known.map((one) => html`<option value=${one.code} ?selected=${shownUnit === one.code}>${one.name} (${one.code})</option>`)}
  </select></label>`;
}

export function problem(failed: Trouble | undefined): TemplateResult | typeof nothing {
  return failed === undefined ? nothing : html`<div class="notice bad" role="alert"><p>${failed.message}</p></div>`;
}

/** Something that is sent once at a time, and what went wrong with it. */
export class Sending {
  busy = false;
  failed: Trouble | undefined;

  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.failed = undefined;
    redraw();
    try {
      await work();
    } catch (thrown) {
      this.failed = trouble(thrown);
    }
    this.busy = false;
    redraw();
    return this.failed === undefined;
  }
}

/** Hands a file over to the browser's downloads. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Asks an operation that has several formats for one of them. */
export function accepting(type: string) {
  return async ({ init }: { init: { headers?: Record<string, string> } }): Promise<RequestInit> => ({ headers: { ...init.headers, Accept: type } });
}

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table that scrolls sideways on a narrow screen, by keyboard too. */
export function scrolled(name: string, table: TemplateResult): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${`${w('table')}: ${name}`}>${table}</div>`;
}
