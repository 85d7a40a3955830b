/** Agencies and what lies below them, for choosing one. Asked for once a visit. */
import type { Agency } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { reference } from './api';
import { redraw } from './app';
import { t } from './i18n';
import { load, shown, type Loading } from './load';

const MOST_PAGES = 20;
const known = new Map<string, Promise<Agency[]>>();

/** Directly below this agency; without one, provinces and ministries. */
export function below(parent?: string): Promise<Agency[]> {
  const place = parent ?? '';
  const found = known.get(place) ?? everyPage(parent);
  known.set(place, found);
  found.catch(() => known.delete(place));
  return found;
}

async function everyPage(parent: string | undefined): Promise<Agency[]> {
  const items: Agency[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const next = await reference.listAgencies({ parent, cursor, limit: 100 });
    items.push(...next.items);
    cursor = next.nextCursor;
    if (cursor === undefined) {
      break;
    }
  }
  return items;
}

/** What an agency is called; its code when that cannot be told. */
export async function agencyName(code: string): Promise<string> {
  const end = code.lastIndexOf('.');
  const siblings = await below(end < 0 ? undefined : code.slice(0, end)).catch(() => []);
  return siblings.find((agency) => agency.code === code)?.name ?? code;
}

/** Two lists, the second of what lies below the first. Drawn by whoever holds it. */
export function agencyPicker(id: string, chosen: string | undefined, set: (code: string | undefined) => void): () => TemplateResult {
  let first = chosen?.split('.')[0];
  let second = chosen?.includes('.') ? chosen : undefined;
  const roots = load(() => below());
  let units: Loading<Agency[]> | undefined = first === undefined ? undefined : unitsOf(first);

  function unitsOf(code: string): Loading<Agency[]> {
    return load(() => below(code));
  }

  function pick(code: string): void {
    first = code === '' ? undefined : code;
    second = undefined;
    units = first === undefined ? undefined : unitsOf(first);
    set(first);
    redraw();
  }

  function options(items: Agency[], now: string | undefined): TemplateResult[] {
    return items.map((agency) => html`<option value=${agency.code} .selected=${agency.code === now}>${agency.name}</option>`);
  }

  return () => html`<div class="picker">${shown(
    roots,
    (items) => html`<label for="${id}-first">${t('agency.first')}</label>
      <select id="${id}-first" @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${first === undefined}>${t('agency.none')}</option>${options(items, first)}</select>
      ${units === undefined
        ? nothing
        : shown(units, (under) => under.length === 0 ? nothing : html`<label for="${id}-second">${t('agency.second')}</label>
            <select id="${id}-second" @change=${(event: Event) => {
              const code = (event.target as HTMLSelectElement).value;
              second = code === '' ? undefined : code;
              set(second ?? first);
              redraw();
            }}><option value="" .selected=${second === undefined}>${t('agency.whole', { name: items.find((agency) => agency.code === first)?.name ?? '' })}</option>${options(under, second)}</select>`)}`,
  )}</div>`;
}
