/** One procedure as a checklist: papers by case, fee, time, where, and what the law says. */
import type { OfflineProcedure, Procedure } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { catalogue, trouble } from '../core/api';
import { redraw, type Page } from '../core/app';
import { fee, timeLimit, plainDay } from '../core/format';
import { locale, named, t } from '../core/i18n';
import { icon } from '../core/icons';
import { remember, tick, ticks } from '../core/kept';
import { load, shown } from '../core/load';
import { share } from '../core/share';
import { keptProcedure } from '../offline/pack';
import { following } from './follow';

type Shown = Omit<Procedure, 'legalBasis' | 'version'> & Partial<Pick<Procedure, 'legalBasis'>> & { version: number; offline: boolean };

export function procedure(match: RegExpMatchArray): Page {
  const code = decodeURIComponent(match[1]);
  const record = load(() => read(code));
  const follow = following();
  let chosen = 0;
  let said = '';

  async function handOn(value: Shown): Promise<void> {
    said = await share(value.name, `/p/${value.code}`);
    redraw();
  }

  function view(value: Shown): TemplateResult {
    return html`<article class="procedure">
      <header>
        <p class="over">${value.field.name} · ${value.code}</p>
        <h1 tabindex="-1">${value.name}</h1>
        ${locale() === 'en' && value.nameEn ? html`<p class="lead">${value.nameEn}</p>` : nothing}
        ${summary(value)}
        ${value.offline ? html`<p class="notice">${t('procedure.offline')}</p>` : nothing}
      </header>
      ${facts(value)}
      <div class="actions no-print">
        <button @click=${() => void handOn(value)}>${icon('share')} ${t('procedure.share')}</button>
        <button @click=${() => print()}>${icon('print')} ${t('procedure.print')}</button>
        ${value.offline ? nothing : follow(value.code)}
        <span role="status">${said}</span>
      </div>
      ${papers(value)} ${steps(value)} ${law(value)}
      <p class="actions no-print"><a href="/feedback/new#procedure=${value.code}">${icon('talk')} ${t('procedure.feedback')}</a>
        <a href="/feedback?procedure=${value.code}">${t('procedure.answers')}</a></p>
    </article>`;
  }

  function papers(value: Shown): TemplateResult {
    const groups = value.components.filter((group) => group.items.length > 0);
    if (groups.length === 0) {
      return html`<section><h2>${t('procedure.papers')}</h2><p>${t('procedure.noPapers')}</p></section>`;
    }
    const group = groups[Math.min(chosen, groups.length - 1)];
    const ticked = ticks(code);
    const name = (paper: string): string => `${group._case ?? ''}|${paper}`;
    const ready = group.items.filter((paper) => ticked.includes(name(paper.name))).length;
    return html`<section class="papers">
      <div class="head"><h2>${t('procedure.papers')}</h2><p role="status">${t('procedure.ready', { ready, all: group.items.length })}</p></div>
      <progress max=${group.items.length} value=${ready} aria-hidden="true"></progress>
      ${groups.length < 2
        ? nothing
        : html`<label class="choose no-print">${t('procedure.case')}
            <select @change=${(event: Event) => ((chosen = (event.target as HTMLSelectElement).selectedIndex), redraw())}>
              ${groups.map((one, place) => html`<option ?selected=${place === chosen}>${one._case ?? t('procedure.caseOther')}</option>`)}
            </select></label>`}
      <ul class="checklist">
        ${group.items.map(
          (paper) => html`<li><label><input type="checkbox" .checked=${ticked.includes(name(paper.name))}
            @change=${(event: Event) => (tick(code, name(paper.name), (event.target as HTMLInputElement).checked), redraw())} />
            <span>${paper.name}
              <small>${[copies(paper.originals, 'procedure.originals'), copies(paper.copies, 'procedure.copies'),
                paper.form ? `${t('procedure.form')}: ${paper.form}` : '',
                'required' in paper && paper.required === false ? t('procedure.sometimes') : ''].filter(Boolean).join(' · ')}</small>
            </span></label></li>`,
        )}
      </ul>
    </section>`;
  }

  return {
    title: () => (record.now.state === 'there' ? record.now.value.name : code),
    view: () => html`${record.now.state === 'there' ? nothing : html`<h1 tabindex="-1" class="code">${code}</h1>`}${shown(record, view)}`,
  };
}

function copies(count: number | undefined, key: 'procedure.originals' | 'procedure.copies'): string {
  return count === undefined || count === 0 ? '' : t(key, { n: count });
}

function summary(value: Shown): TemplateResult | typeof nothing {
  const text = locale() === 'en' ? (value.summary?.en ?? value.summary?.vi) : value.summary?.vi;
  return text === undefined ? nothing : html`<p class="lead">${text}</p>`;
}

function facts(value: Shown): TemplateResult {
  const limits = [...new Set(value.methods.map((method) => timeLimit(method.timeLimit)))];
  const fees = [...new Set(value.methods.flatMap((method) => (method.fees ?? []).map(fee)))];
  const places = value.agencies.filter((agency) => agency.role === 'EXECUTING' || agency.role === 'COMPETENT');
  const ways = [...new Set(value.methods.map((method) => named('channel', method.channel)))];
  return html`<dl class="factbox">
    <div>${icon('clock')}<dt>${t('procedure.time')}</dt><dd>${limits.length === 0 ? t('procedure.timeUnknown') : limits.slice(0, 3).join('; ')}</dd></div>
    <div>${icon('money')}<dt>${t('procedure.fee')}</dt><dd>${fees.length === 0 ? t('procedure.feeUnknown') : fees.slice(0, 3).map((words) => html`<span>${words}</span> `)}</dd></div>
    <div>${icon('place')}<dt>${t('procedure.where')}</dt>
      <dd>${[...new Set(places.map((agency) => agency.name))].slice(0, 3).join('; ') || t('procedure.whereUnknown')}
        ${value.receptionAddress ? html`<br />${value.receptionAddress}` : nothing}
        ${ways.length === 0 ? nothing : html`<small>${ways.join(' · ')}</small>`}</dd></div>
  </dl>`;
}

function steps(value: Shown): TemplateResult | typeof nothing {
  return value.steps.length === 0
    ? nothing
    : html`<section><h2>${t('procedure.steps')}</h2><ol class="steps">${value.steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
}

function law(value: Shown): TemplateResult {
  return html`<section><h2>${icon('law')} ${t('procedure.law')}</h2>
    ${value.legalBasis === undefined
      ? html`<p>${t('procedure.lawOnline')}</p>`
      : html`<ul class="law">${value.legalBasis.map((basis) => html`<li><strong>${basis.number}</strong> ${basis.name ?? ''}</li>`)}</ul>`}
    ${value.requirements ? html`<h3>${t('procedure.requirements')}</h3><p class="pre">${value.requirements}</p>` : nothing}
    ${value.results.length === 0 ? nothing : html`<h3>${t('procedure.result')}</h3><p>${value.results.map((result) => result.name).join('; ')}</p>`}
    <p class="fine">${value.decision?.number ? t('procedure.decision', { number: value.decision.number, day: value.decision.date ? plainDay(value.decision.date) : '' }) : nothing}
      ${t('procedure.version', { n: value.version })}</p>
  </section>`;
}

async function read(code: string): Promise<Shown> {
  try {
    const record = await catalogue.getProcedure({ code });
    remember({ code: record.code, name: record.name });
    return { ...record, version: record.version.number, offline: false };
  } catch (thrown) {
    const kept = trouble(thrown).offline ? await keptProcedure(code) : undefined;
    if (kept === undefined) {
      throw thrown;
    }
    remember({ code: kept.code, name: kept.name });
    return whole(kept);
  }
}

/** The offline record leaves empty parts out; here they are empty. */
function whole(kept: OfflineProcedure): Shown {
  return {
    ...kept,
    levels: kept.levels ?? [],
    subjects: kept.subjects ?? [],
    agencies: kept.agencies ?? [],
    methods: kept.methods ?? [],
    cases: kept.cases ?? [],
    components: (kept.components ?? []).map((group) => ({ ...group, items: group.items ?? [] })),
    steps: kept.steps ?? [],
    results: (kept.results ?? []).map((name) => ({ name })),
    keywords: kept.keywords ?? [],
    related: [],
    lifeEvents: kept.lifeEvents ?? [],
    completeness: { complete: true, missing: [] },
    offline: true,
  };
}
