/** Figures that are points of a possible number: bars with their table and recipe. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../core/format';
import { scrolled } from './desk';
import { canvas, recipeLine } from './figures';
import { w } from './words';

export interface Bar {
  label: string;
  value: number;
  max: number;
}

/** @param table the same figures for who does not see the picture, with a heading row */
export function barFigure(id: string, title: string, help: string, rows: Bar[], table: TemplateResult, recipe: string): TemplateResult {
  const said = rows.map((row) => `${row.label}: ${number(row.value, 2)} / ${number(row.max)}`).join('; ');
  return html`<section class="sheet" aria-labelledby=${id}><h2 id=${id}>${title}</h2><p class="fine">${help}</p>
    ${rows.length === 0 ? nothing : canvas(`${title}. ${said}`, rows, (charts, place) => charts.bars(place, rows))}
    <details><summary>${w('table')}</summary>${scrolled(title, table)}${recipeLine(recipe, w('recipeShort'))}</details>
  </section>`;
}
