/** When will it be ready: a picture of what is known and how surely, and the same in words and in a table. */
import type { Dossier } from 'client';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { day, longDate, number, plainDay } from '../core/format';
import { t } from '../core/i18n';

const DAY = 86_400_000;
const LEFT = 12;
const WIDTH = 336;

export function forecast(dossier: Dossier): TemplateResult | typeof nothing {
  const said = dossier.forecast;
  if (said === undefined) {
    return nothing;
  }
  if (said.p50 === undefined || said.p90 === undefined) {
    return html`<section><h2>${t('forecast.title')}</h2><p>${said.text}</p></section>`;
  }
  return html`<section class="forecast" aria-labelledby="forecast">
    <h2 id="forecast">${t('forecast.title')}</h2>
    <p class="answer">${t('forecast.likely', { day: longDate(said.p90) })}</p>
    ${picture(said.p50, said.p90, dossier.dueAt)}
    <p>${said.text}</p>
    <details><summary>${t('forecast.how')}</summary>
      <table><tbody>
        <tr><th scope="row">${t('forecast.half')}</th><td>${plainDay(said.p50)}</td></tr>
        <tr><th scope="row">${t('forecast.most')}</th><td>${plainDay(said.p90)}</td></tr>
        ${dossier.dueAt === undefined ? nothing : html`<tr><th scope="row">${t('forecast.due')}</th><td>${day(dossier.dueAt)}</td></tr>`}
        ${said.onTimeChance === undefined ? nothing : html`<tr><th scope="row">${t('forecast.chance')}</th><td>${number(said.onTimeChance * 100)} %</td></tr>`}
        ${said.basis === undefined ? nothing : html`<tr><th scope="row">${t('forecast.basis')}</th><td>${said.basis.label}, ${t('forecast.ended', { n: number(said.basis.dossiers) })}</td></tr>`}
      </tbody></table>
    </details>
  </section>`;
}

/** From today to the latest date; the darker the band, the likelier the end falls into it. */
function picture(p50: Date, p90: Date, dueAt: Date | undefined): TemplateResult {
  const today = Date.now();
  const last = Math.max(p90.getTime(), dueAt?.getTime() ?? 0, today + DAY);
  const span = last - today + DAY;
  const at = (date: Date | number): number => LEFT + (WIDTH * Math.min(Math.max(Number(date) - today, 0), span)) / span;
  const half = at(p50);
  const most = Math.max(at(p90), half + 6);
  const due = dueAt === undefined ? undefined : at(dueAt);
  const late = dueAt !== undefined && dueAt.getTime() < today;
  return html`<svg class="forecast-picture" viewBox="0 0 360 104" role="img" aria-label=${t('forecast.alt', { half: plainDay(p50), most: plainDay(p90), due: dueAt === undefined ? '–' : day(dueAt) })}>
    <path class="axis" d="M${LEFT} 58H${LEFT + WIDTH}" />
    <rect class="band likely" x=${LEFT} y="46" width=${Math.max(half - LEFT, 4)} height="24" rx="3" />
    <rect class="band later" x=${half} y="49" width=${most - half} height="18" rx="3" />
    <rect class="band rare" x=${most} y="54" width=${Math.max(LEFT + WIDTH - most, 0)} height="8" rx="3" />
    <path class="now" d="M${LEFT} 40v36" /><text x=${LEFT} y="90">${t('forecast.today')}</text>
    <path class="half" d="M${half} 42v32" /><text x=${clamped(half)} y="36" text-anchor="middle">${plainDay(p50).slice(0, 5)}</text>
    <text x=${clamped(most)} y=${most - half < 70 ? 90 : 36} text-anchor="middle" class="weak">${plainDay(p90).slice(0, 5)}</text>
    ${due === undefined || late ? nothing : svg`<path class="due" d="M${due} 14v62" /><text x=${clamped(due)} y="11" text-anchor="middle" class="due-text">${t('forecast.dueShort')} ${day(dueAt!).slice(0, 5)}</text>`}
  </svg>`;
}

function clamped(x: number): number {
  return Math.min(Math.max(x, 40), 322);
}
