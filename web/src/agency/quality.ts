/** The service-quality index of QĐ 766: the whole, each metric with what it is made of, and the units by rank. */
import type { MetricScore, QualityGroup, QualityUnitScore, ServiceQuality } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Page } from '../core/app';
import { asDay, moment, number, plainDay } from '../core/format';
import { load, shown } from '../core/load';
import { reports } from './api';
import { barFigure } from './bars';
import { address, mustBeOfficer, unitChoice, unitOf } from './desk';
import { dayChoice, daysOf, type Days } from './period';
import { q, type QualityWord } from './quality-words';

const PATH = '/agency/quality';
/** Which feedback is numerator of a metric; all of it is the denominator. */
const FEEDBACK: Record<string, string | undefined> = {
  PETITION_PROCESSING_ON_TIME: 'ON_TIME',
  PETITION_HANDLING_SATISFACTION: 'SATISFIED',
  PETITION_CLASSIFICATION_TTHC: 'REGULATION',
  PETITION_CLASSIFICATION_STAFF: 'CONDUCT',
};
/** Which dossiers are numerator and denominator of a metric. */
const PARTS: Record<string, [numerator: string, denominator: string] | undefined> = {
  DOSSIER_ON_TIME: ['ON_TIME', 'DATED'],
  DOSSIER_MEAN_DAYS: ['FINISHED', 'FINISHED'],
  ONLINE_FILING: ['RECEIVED_ONLINE', 'RECEIVED'],
  DOSSIER_RECEIVING_SATISFACTION: ['SATISFIED', 'DATED'],
};

export function quality(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const days = daysOf(place);
  const stop = mustBeOfficer();
  const index = stop === undefined ? load(() => reports.getServiceQuality({ code: code!, from: asDay(days.from), to: asDay(days.to) })) : undefined;

  function view(value: ServiceQuality): TemplateResult {
    const recipe = `formula=${value.formula};agency=${code};from=${days.from};to=${days.to};asOf=${value.asOf?.toISOString() ?? ''}`;
    return html`${headline(value)}
      <div class="sheets">${groups(value, recipe)}${units(value, recipe, days)}</div>
      <section aria-labelledby="metrics"><h2 id="metrics">${q('metrics')}</h2>
        ${value.groups.map((group) => metrics(group, code!, days))}</section>`;
  }

  return {
    title: () => q('title'),
    view: () => html`<h1 tabindex="-1">${q('title')}</h1>${stop ?? html`
      <div class="choices">${unitChoice(code!, (unit) => address(PATH, { unit, ...days }))}${dayChoice(days, PATH, { unit: code })}</div>
      ${shown(index!, view)}`}`,
  };
}

function headline({ agency, total, groups: all, formula, asOf }: ServiceQuality): TemplateResult {
  const names = new Map(all.flatMap((group) => group.metrics).map((metric) => [metric.code, `${metric.number} ${metric.name}`]));
  return html`<section class="headline"><p class="over">${agency?.name ?? ''}</p>
    <p class="figure">${q('points', { score: number(total.score, 2) })}</p>
    <p class="weakest">${total.bandLabel === undefined ? q('noBand', { known: number(total.knownMax) }) : q('band', { band: total.bandLabel })}</p>
    ${total.unknown.length === 0 ? nothing : html`<details><summary>${q('unknown')} (${number(total.unknown.length)})</summary>
      <ul class="plain">${total.unknown.map((metric) => html`<li>${names.get(metric) ?? metric}</li>`)}</ul></details>`}
    <p class="fine">${asOf === undefined ? nothing : q('asOf', { at: moment(asOf) })} ${q('formula', { formula })}</p></section>`;
}

function groups({ groups: all }: ServiceQuality, recipe: string): TemplateResult {
  return barFigure('groups', q('groups'), q('groupsHelp'), all.map((group) => ({ label: group.name, value: group.score, max: group.max })), html`<table>
    <thead><tr><th scope="col">${q('group')}</th><th scope="col">${q('score')}</th><th scope="col">${q('max')}</th></tr></thead>
    <tbody>${all.map((group) => html`<tr><th scope="row">${group.name}</th><td>${number(group.score, 2)}</td><td>${number(group.max)}</td></tr>`)}</tbody></table>`, recipe);
}

function units({ units: all = [], rankedBy = [], agency, groups: named }: ServiceQuality, recipe: string, days: Days): TemplateResult {
  const own = (one: QualityUnitScore): boolean => one.unit.code === agency?.code;
  const name = (one: QualityUnitScore): string => (own(one) ? q('own') : one.unit.name);
  if (all.length === 0) {
    return html`<section class="sheet" aria-labelledby="units"><h2 id="units">${q('units')}</h2><p class="empty">${q('unitsNone')}</p></section>`;
  }
  const row = (one: QualityUnitScore): TemplateResult => html`<tr><td>${one.rank === undefined ? '–' : number(one.rank)}</td>
    <th scope="row">${own(one) ? name(one) : html`<a href=${address(PATH, { unit: one.unit.code, ...days })}>${name(one)}</a>`}</th>
    <td>${number(one.rankedScore ?? one.score, 2)}</td><td>${number(one.score, 2)}</td><td>${number(one.knownMax)}</td>
    <td>${one.bandLabel ?? q('noBandShort')}</td>${one.groups.map((group) => html`<td>${number(group.score, 2)}</td>`)}</tr>`;
  const most = rankedBy.length === 0 ? 0 : Math.max(...all.map((one) => one.rankedMax ?? one.knownMax));
  return html`${barFigure('units', q('units'), q('unitsHelp', { n: number(rankedBy.length) }),
    all.map((one) => ({ label: one.rank === undefined ? name(one) : `${one.rank}. ${name(one)}`, value: one.rankedScore ?? one.score, max: most })),
    html`<table class="wide-table"><thead><tr><th scope="col">${q('rank')}</th><th scope="col">${q('unit')}</th><th scope="col">${q('ranked')}</th><th scope="col">${q('total')}</th><th scope="col">${q('known')}</th><th scope="col">${q('bandColumn')}</th>
      ${named.map((group) => html`<th scope="col">${group.name}</th>`)}</tr></thead><tbody>${all.map(row)}</tbody></table>`,
    `${recipe};rankedBy=${rankedBy.join('+')}`)}`;
}

function metrics(group: QualityGroup, code: string, days: Days): TemplateResult {
  return html`<section class="sheet metrics" aria-labelledby=${group.code}>
    <h3 id=${group.code}>${group.name} <span class="points">${q('ofMax', { score: number(group.score, 2), max: number(group.max) })}</span></h3>
    <ul>${group.metrics.map((metric) => line(metric, code, days))}</ul></section>`;
}

function line(metric: MetricScore, code: string, days: Days): TemplateResult {
  const points = metric.max === 0 ? q('shownOnly')
    : metric.score === undefined ? q('unknownShort') : q('ofMax', { score: number(metric.score, 2), max: number(metric.max) });
  return html`<li class=${metric.basis === 'UNKNOWN' ? 'unknown' : ''}>
    <p class="metric"><span><b>${metric.number}</b> ${metric.name}</span>
      <span class="count">${counts(metric)}</span><span class="points">${points}</span></p>
    <details><summary aria-label=${q('howOf', { number: metric.number })}>${q('how')}</summary><dl class="facts">
      <dt>${q('calculation')}</dt><dd><code>${metric.formula}</code></dd>
      ${metric.denominator === undefined ? nothing : html`
        <dt>${q('numerator')}</dt><dd>${part(metric, 0, code, days)}</dd>
        <dt>${q('denominator')}</dt><dd>${part(metric, 1, code, days)}</dd>`}
      <dt>${q('basis')}</dt><dd>${q(`basis.${metric.basis}` as QualityWord, { source: metric.source ?? '' })}${metric.asOf === undefined ? nothing : html`. ${q('inputAsOf', { day: plainDay(metric.asOf) })}`}</dd>
      ${metric.note === undefined ? nothing : html`<dt>${q('note')}</dt><dd>${metric.note}</dd>`}
    </dl>${behind(metric, code, days)}</details></li>`;
}

function counts(metric: MetricScore): string {
  if (metric.denominator === undefined) {
    return '';
  }
  if (metric.denominator === 0) {
    return q('nothing');
  }
  const many = q('counts', { n: number(metric.numerator ?? 0), d: number(metric.denominator) });
  const share = metric.ratio === undefined ? '' : q(metric.code === 'DOSSIER_MEAN_DAYS' ? 'days' : 'percent', { p: number(metric.ratio, 2) });
  return share === '' ? many : `${many} · ${share}`;
}

/** Numerator or denominator, with the way to what it counts. */
function part(metric: MetricScore, which: 0 | 1, code: string, days: Days): TemplateResult {
  const value = number((which === 0 ? metric.numerator : metric.denominator) ?? 0);
  const where = behindPart(metric, which, code, days);
  return where === undefined ? html`${value}` : html`<a href=${where}>${value}</a>`;
}

function behindPart(metric: MetricScore, which: 0 | 1, code: string, days: Days): string | undefined {
  const feedback = FEEDBACK[metric.code];
  if (feedback !== undefined && metric.basis === 'COMPUTED') {
    return address(`${PATH}/feedback`, { unit: code, ...days, part: which === 0 ? feedback : 'ALL' });
  }
  // Days are no dossiers.
  const areDays = metric.code === 'DOSSIER_MEAN_DAYS' && which === 0;
  return metric.dossiers && !areDays ? address(`${PATH}/dossiers`, { unit: code, ...days, part: PARTS[metric.code]?.[which] }) : undefined;
}

function behind(metric: MetricScore, code: string, days: Days): TemplateResult | typeof nothing {
  const where = behindPart(metric, 1, code, days);
  return where === undefined ? nothing : html`<p><a href=${where}>${metric.dossiers ? q('behind') : q('behindFeedback')}</a></p>`;
}
