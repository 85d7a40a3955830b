/** Where are people unhappy, and how sure is that? The answer in one sentence first, then the pictures. */
import type { FactorScore, ScoreGroup, Scores, ScoreGrouping } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { satisfaction } from '../core/api';
import type { Page } from '../core/app';
import { number } from '../core/format';
import { load, shown } from '../core/load';
import { accepting, address, mustBeOfficer, problem, save, Sending, unitChoice, unitOf, XLSX } from './desk';
import { dotFigure, recipeLine, trendFigure, type Dot } from './figures';
import { monthChoice } from './period';
import { w } from './words';

interface All {
  total: Scores;
  months: Scores;
  units: Scores;
  outcomes: Scores;
}

const FEW = 30;

export function scores(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const from = place.searchParams.get('from') ?? undefined;
  const to = place.searchParams.get('to') ?? undefined;
  const stop = mustBeOfficer();
  const all = stop === undefined ? load(read) : undefined;
  const saving = new Sending();

  async function read(): Promise<All> {
    const ask = (groupBy?: ScoreGrouping): Promise<Scores> => satisfaction.getAgencySatisfaction({ code: code!, from, to, groupBy });
    const [total, months, units, outcomes] = await Promise.all([ask(), ask('MONTH'), ask('AGENCY'), ask('OUTCOME')]);
    return { total, months, units, outcomes };
  }

  function view(value: All): TemplateResult {
    const { total, months, units, outcomes } = value;
    const breaks = months.seriesBreaks.filter((one) => !one.pooled).map((one) => ({ month: one.month, label: `${one.questionnaire}/${one.version}` }));
    return html`${headline(total)}
      <div class="sheets">
        ${dotFigure('factors', 'factorsHelp', total.total.factors.map((factor) => dot(factor.factor, factor.label, factor)), total.recipe)}
        ${trendFigure('trend', 'trendHelp', { rows: months.groups.map((group) => ({ ...overall(group), more: response(group) })), breaks }, months.recipe, 'response')}
        ${dotFigure('units', 'unitsHelp', units.groups.map((group) => ({ ...overall(group), more: rank(group), link: link(group.key) })), units.recipe, 'rank')}
        ${dotFigure('outcome', 'outcomeHelp', outcomes.groups.map(overall), outcomes.recipe)}
        ${drivers(total)}
      </div>`;
  }

  function link(key: string | undefined): string | undefined {
    return key === undefined || key === code ? undefined : address('/agency', { unit: key, from, to });
  }

  /** The same figures as a workbook, from the same operation. */
  function download(): void {
    void saving.run(async () => {
      const answer = await satisfaction.getAgencySatisfactionRaw({ code: code!, from, to, groupBy: 'AGENCY' }, accepting(XLSX));
      save(await answer.raw.blob(), `hai-long-${code}.xlsx`);
    });
  }

  return {
    title: () => w('title'),
    view: () => html`<div class="head"><h1 tabindex="-1">${w('title')}</h1>
        <div class="period">${monthChoice(from, to, (first, last) => address('/agency', { unit: code, from: first, to: last }))}
          ${all?.now.state === 'there' ? html`<button type="button" ?disabled=${saving.busy} @click=${download}>${w('xlsx')}</button>` : nothing}</div></div>
      ${stop ?? html`${unitChoice(code!, (unit) => address('/agency', { unit, from, to }))}${problem(saving.failed)}${shown(all!, view)}`}`,
  };
}

function headline({ total }: Scores): TemplateResult {
  const index = total.factors.find((factor) => factor.factor === 'OVERALL');
  if (index?.index === undefined || index.interval === undefined) {
    return html`<p class="over">${total.label ?? ''}</p><p class="empty">${total.hidden ? w('hidden') : w('empty')}</p>`;
  }
  const { low, high } = index.interval;
  return html`<section class="headline"><p class="over">${total.label ?? ''}</p>
    <p class="figure">${w('headline', { index: number(index.index, 0) })}</p>
    <p>${w('sure', { low: number(low, 0), high: number(high, 0) })} · ${w('rate', {
      ratings: number(total.ratings ?? 0),
      finished: number(total.finished ?? 0),
      rate: number(total.responseRate ?? 0, 0),
    })}</p>
    <p class="weakest">${weakest(total)}</p>
    ${(total.ratings ?? 0) < FEW ? html`<p class="fine">${w('rateFew')}</p>` : nothing}</section>`;
}

/** A factor is called the weakest only when its whole interval lies below the next one's index. */
function weakest(total: ScoreGroup): string {
  const known = total.factors
    .filter((factor) => factor.factor !== 'OVERALL' && factor.index !== undefined)
    .sort((a, b) => a.index! - b.index!);
  return known.length > 1 && known[0].interval!.high < known[1].index!
    ? w('weakest', { factor: known[0].label, index: number(known[0].index!, 0) })
    : w('unsure');
}

function dot(key: string, label: string, score: FactorScore | undefined): Dot {
  return score?.index === undefined
    ? { key, label }
    : { key, label, index: score.index, low: score.interval!.low, high: score.interval!.high, n: score.n };
}

function overall(group: ScoreGroup): Dot {
  return dot(group.key ?? '', group.label ?? group.key ?? '', group.factors.find((factor) => factor.factor === 'OVERALL'));
}

function response(group: ScoreGroup): string {
  return group.responseRate === undefined ? '–' : number(group.responseRate, 1);
}

function rank(group: ScoreGroup): string {
  const place = group.rank;
  return place === undefined ? '–' : place.best === place.worst ? w('rankOne', { ...place }) : w('rankOf', { ...place });
}

function drivers({ drivers: found, recipe }: Scores): TemplateResult {
  return html`<section class="sheet" aria-labelledby="drivers"><h2 id="drivers">${w('drivers')}</h2><p class="fine">${w('driversHelp')}</p>
    ${found.length === 0
      ? html`<p class="empty">${w('driversNone')}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label=${`${w('table')}: ${w('drivers')}`}><table><thead><tr><th scope="col">${w('name')}</th><th scope="col">${w('effect')}</th><th scope="col">${w('potential')}</th><th scope="col">${w('n')}</th></tr></thead>
        <tbody>${found.map((one) => html`<tr><th scope="row">${one.label}</th><td>${number(one.effect, 1)}</td><td>${number(one.potential, 1)}</td><td>${one.n}</td></tr>`)}</tbody></table></div>`}
    ${recipeLine(recipe)}</section>`;
}
