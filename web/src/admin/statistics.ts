/** The stock of procedures and what a month did to it; every line adds up. */
import type { CatalogueStatistics, StatisticsGroup, StockCounts } from 'client';
import { html, type TemplateResult } from 'lit-html';
import { catalogue } from '../core/api';
import { redraw } from '../core/app';
import { number } from '../core/format';
import { load, shown, type Loading } from '../core/load';
import { unkept } from './api';
import { table, today } from './parts';
import { a } from './words';

const COUNTS = ['stockBefore', 'added', 'amended', 'abolished', 'movedIn', 'movedOut', 'stock'] as const satisfies (keyof StockCounts)[];

export function statistics(): { view: () => TemplateResult; again: () => void } {
  const newest = today().slice(0, 7);
  let month = newest;
  let found: Loading<CatalogueStatistics> | undefined;
  const again = (): void => {
    found = load(() => catalogue.getCatalogueStatistics({ month }, unkept));
  };
  again();

  function choose(event: Event): void {
    const chosen = (event.target as HTMLInputElement).value;
    if (chosen !== '') {
      month = chosen;
      again();
      redraw();
    }
  }

  function view(value: CatalogueStatistics): TemplateResult {
    const heads = [a('group'), ...COUNTS.map((count) => a(`count.${count}`))];
    return html`${table(`${a('statistics')}: ${a('whole')}`, heads, [row(a('whole'), value.total)], 'wide numbers')}
      <details><summary>${a('byLevel')}</summary>${groups(a('byLevel'), heads, value.byLevel)}</details>
      <details><summary>${a('byAuthority')}</summary>${groups(a('byAuthority'), heads, value.byAuthority)}</details>`;
  }

  return {
    again,
    view: () => html`<section aria-labelledby="statistics"><div class="head"><h2 id="statistics">${a('statistics')}</h2>
        <div class="period"><label>${a('month')} <input type="month" max=${newest} .value=${month} @change=${choose} /></label></div></div>
      <p class="fine">${a('statisticsHelp')}</p>${shown(found!, view)}</section>`,
  };
}

function groups(label: string, heads: string[], list: StatisticsGroup[]): TemplateResult {
  return table(label, heads, list.map((one) => row(one.label, one.counts)), 'wide numbers');
}

function row(label: string, counts: StockCounts): TemplateResult {
  return html`<tr><th scope="row">${label}</th>${COUNTS.map((count) => html`<td>${number(counts[count])}</td>`)}</tr>`;
}
