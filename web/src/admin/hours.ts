/** Where office hours differ from the usual ones; published in the way of the calendar, with the consequences first. */
import type { OfficeRule } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { load, shown } from '../core/load';
import { administration, heading } from './api';
import { revisions } from './calendar';
import type { Inner } from './gate';
import { asked, editing, fault, field, table, type Shown } from './parts';
import { weighed } from './weighed';
import { a } from './words';

interface Draft {
  etag: string;
  version: number;
  rules: OfficeRule[];
  reason: string;
}

const PARTS = ['agency', 'procedure', 'season', 'opens', 'lunchFrom', 'lunchTo', 'closes', 'sameDayUntil'] as const satisfies (keyof OfficeRule)[];

export function open(): Inner {
  const edit = editing<Draft>('office-hours', { etag: '', version: 0, rules: [], reason: '' });
  const draft = load(async () => {
    if (!edit.changed) {
      edit.begin(await read());
    }
  });
  const history = load(() => administration.listOfficeHoursVersions());
  let pane: Shown = nothing;

  const change = weighed({
    send: (dryRun) => {
      const { etag, rules, reason } = edit.now;
      return administration.publishOfficeHours({ dryRun, officeHoursInput: { reason, rules } }, etag === '' ? heading('If-None-Match', '*') : heading('If-Match', etag));
    },
    published: async (done) => {
      edit.begin(await read());
      void history.refresh();
      return a('hoursPublished', { n: done.version });
    },
    reread: async () => {
      const { etag, version } = await read();
      edit.set({ etag, version });
    },
  });

  function set(next: Partial<Draft>): void {
    change.changed();
    edit.set(next);
  }

  function editRule(place: number | undefined): void {
    const now: OfficeRule = place === undefined ? {} : edit.now.rules[place];
    const time = (part: 'opens' | 'lunchFrom' | 'lunchTo' | 'closes' | 'sameDayUntil'): TemplateResult => field({ label: a(part), name: part, type: 'time', value: now[part] ?? '' });
    pane = asked(a(place === undefined ? 'ruleNew' : 'ruleEdit'), html`
      ${field({ label: a('ruleAgency'), name: 'agency', value: now.agency ?? '', most: 35, help: a('ruleAgencyHelp') })}
      ${field({ label: a('ruleProcedure'), name: 'procedure', value: now.procedure ?? '', most: 40 })}
      ${field({ label: a('season'), name: 'season', value: now.season ?? '', most: 11, help: a('seasonHelp') })}
      <div class="row">${time('opens')}${time('lunchFrom')}${time('lunchTo')}${time('closes')}</div>${time('sameDayUntil')}`,
      (data) => {
        const next: OfficeRule = {};
        for (const part of PARTS) {
          const typed = String(data.get(part)).trim();
          if (typed !== '') {
            next[part] = typed;
          }
        }
        set({ rules: place === undefined ? [...edit.now.rules, next] : edit.now.rules.map((one, other) => (other === place ? next : one)) });
      }, () => (pane = nothing));
    redraw();
  }

  function row(rule: OfficeRule, place: number): TemplateResult {
    const name = [rule.agency, rule.procedure, rule.season].filter(Boolean).join(' · ') || a('everywhere');
    const wrong = ['', ...PARTS.map((part) => `/${part}`)].map((part) => fault(change.work, `/rules/${place}${part}`)).filter(Boolean).join(' ');
    const open = rule.opens === undefined ? '–' : `${rule.opens}–${rule.lunchFrom}, ${rule.lunchTo}–${rule.closes}`;
    return html`<tr><th scope="row">${name}${wrong === '' ? nothing : html`<p class="wrong">${wrong}</p>`}</th><td>${open}</td><td>${rule.sameDayUntil ?? '–'}</td>
      <td class="buttons"><button class="quiet" aria-label=${a('editOf', { name })} @click=${() => editRule(place)}>${a('edit')}</button>
        <button class="quiet danger-quiet" aria-label=${a('removeOf', { name })} @click=${() => set({ rules: edit.now.rules.filter((_, other) => other !== place) })}>${a('remove')}</button></td></tr>`;
  }

  function editor(): TemplateResult {
    const { rules, reason, version } = edit.now;
    return html`<section class="sheet" aria-labelledby="rules"><div class="head"><h2 id="rules">${version === 0 ? a('hoursFirst') : a('hoursVersion', { n: version })}</h2><button @click=${() => editRule(undefined)}>${a('ruleNew')}</button></div>
      ${rules.length === 0 ? html`<p class="empty">${a('rulesNone')}</p>` : table(a('rules'), [a('ruleWhere'), a('ruleHours'), a('sameDayUntil'), ''], rules.map(row))}
      <form class="fields" @submit=${change.look}>${field({ label: a('reason'), name: 'reason', value: reason, required: true, most: 500, set: (next) => set({ reason: next }), help: a('reasonHelp'), fault: fault(change.work, '/reason') })}
        <p class="actions"><button class="main" type="submit" ?disabled=${change.work.busy}>${a('look')}</button>
          <button type="button" ?disabled=${!edit.changed} @click=${() => (change.changed(), edit.begin(edit.now), draft.again())}>${a('discard')}</button><span class="fine">${a('lookHelp')}</span></p></form>
      ${change.view(a('publishHours'))}</section>`;
  }

  return {
    close: change.close,
    view: () => html`<p class="lead">${a('hoursLead')}</p>${shown(draft, editor)}
      <section aria-labelledby="history"><h2 id="history">${a('history')}</h2>${shown(history, ({ items }) => revisions(items))}</section>
      ${change.question(a('hoursSure'))}
      ${pane}`,
  };
}

async function read(): Promise<Draft> {
  const answer = await administration.getOfficeHoursRaw();
  const { version, rules } = await answer.value();
  return { etag: answer.raw.headers.get('ETag') ?? '', version, rules, reason: '' };
}
