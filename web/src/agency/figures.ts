/** A chart never stands alone: its sentence, its table and its recipe belong to it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { redraw } from '../core/app';
import { number } from '../core/format';
import { w, type Word } from './words';

/** One row of a chart; without an index it is hidden. */
export interface Dot {
  key: string;
  label: string;
  index?: number;
  low?: number;
  high?: number;
  n?: number;
  more?: string;
  link?: string;
}
export interface Trend {
  rows: Dot[];
  breaks: { month: string; label: string }[];
}

type Charts = typeof import('./charts');
type Drawn = { dispose: () => void; resize: () => void };

const drawn = new Map<Element, { drawn: Drawn; of: string }>();

const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', redraw);

/** Draws when the place is there and what it shows is new. */
export function canvas(label: string, of: unknown, draw: (charts: Charts, place: HTMLElement) => Drawn): TemplateResult {
  const text = JSON.stringify(of) + document.documentElement.dataset.theme + dark.matches;
  return html`<div class="chart" role="img" aria-label=${label} ${ref((place) => {
    if (place === undefined) {
      queueMicrotask(tidy);
    } else if (place instanceof HTMLElement && drawn.get(place)?.of !== text) {
      void import('./charts').then((charts) => {
        drawn.get(place)?.drawn.dispose();
        if (place.isConnected) {
          drawn.set(place, { drawn: draw(charts, place), of: text });
        }
      });
    }
  })}></div>`;
}

/** Charts of pages that were left. */
function tidy(): void {
  for (const [place, one] of drawn) {
    if (!place.isConnected) {
      one.drawn.dispose();
      drawn.delete(place);
    }
  }
}

addEventListener('resize', () => {
  tidy();
  drawn.forEach((one) => one.drawn.resize());
});

export function dotFigure(title: Word, help: Word, rows: Dot[], recipe: string, more?: Word): TemplateResult {
  return figure(title, help, rows, recipe, more, canvas(`${w(title)}. ${rows.map(said).join('; ')}`, rows, (charts, place) => charts.dots(place, rows)));
}

export function trendFigure(title: Word, help: Word, months: Trend, recipe: string, more: Word): TemplateResult {
  return figure(title, help, months.rows, recipe, more, canvas(`${w(title)}. ${months.rows.map(said).join('; ')}`, months, (charts, place) => charts.trend(place, months)));
}

function said(row: Dot): string {
  return row.index === undefined ? `${row.label}: ${w('hidden')}` : `${row.label}: ${number(row.index, 1)} % (${number(row.low!, 1)}–${number(row.high!, 1)} %)`;
}

function figure(title: Word, help: Word, rows: Dot[], recipe: string, more: Word | undefined, picture: TemplateResult): TemplateResult {
  const hidden = rows.filter((row) => row.index === undefined);
  return html`<section class="sheet" aria-labelledby=${title}><h2 id=${title}>${w(title)}</h2>
    <p class="fine">${w(help)}</p>
    ${rows.length === 0 || hidden.length === rows.length ? html`<p class="empty">${rows.length === 0 ? w('empty') : w('hidden')}</p>` : picture}
    ${hidden.length > 0 && hidden.length < rows.length ? html`<p class="fine">${hidden.map((row) => row.label).join(', ')}: ${w('hidden')}.</p>` : nothing}
    ${rows.length === 0 ? nothing : html`<details><summary>${w('table')}</summary><div class="scroll" tabindex="0" role="region" aria-label=${`${w('table')}: ${w(title)}`}><table>
      <thead><tr><th scope="col">${w('name')}</th><th scope="col">${w('index')}</th><th scope="col">${w('interval')}</th><th scope="col">${w('n')}</th>${more === undefined ? nothing : html`<th scope="col">${w(more)}</th>`}</tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row">${row.link === undefined ? row.label : html`<a href=${row.link}>${row.label}</a>`}</th>
        ${row.index === undefined
          ? html`<td colspan=${more === undefined ? 3 : 4}>${w('hidden')}</td>`
          : html`<td>${number(row.index, 1)}</td><td>${number(row.low!, 1)}–${number(row.high!, 1)}</td><td>${row.n}</td>${more === undefined ? nothing : html`<td>${row.more ?? ''}</td>`}`}</tr>`)}</tbody>
    </table></div>${recipeLine(recipe)}</details>`}
  </section>`;
}

export function recipeLine(recipe: string, words = w('recipe')): TemplateResult {
  return html`<p class="fine">${words}:<br /><code>${recipe}</code></p>`;
}
