/** Questionnaires: drafts that are written, what people are asked now, and what came before. */
import type { Questionnaire, QuestionnaireItem } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { go, redraw } from '../core/app';
import { load, shown } from '../core/load';
import { administration } from './api';
import type { Inner } from './gate';
import { mappings } from './mappings';
import { asked, choice, editing, fault, field, job, outcome, sure, table, type Shown } from './parts';
import { a, known } from './words';

interface Draft {
  titleVi: string;
  titleEn: string;
  items: QuestionnaireItem[];
}

const PLACE = '/agency/admin/questionnaires';
const FACTORS: QuestionnaireItem['factor'][] = ['OVERALL', 'ACCESS', 'PROCEDURE', 'OFFICIALS', 'RESULT', 'FEEDBACK'];

export function open(address: URL): Inner {
  const code = address.searchParams.get('code');
  const version = Number(address.searchParams.get('version'));
  let one: Inner | undefined;
  let beginning = false;
  const list = load(async () => {
    const { items } = await administration.listQuestionnaires();
    const chosen = items.find((item) => item.code === code && item.version === version);
    if (chosen !== undefined) {
      one ??= pageOf(chosen, items, () => void list.refresh());
    }
    return items;
  });
  const work = job();

  function begin(): TemplateResult {
    return asked(a('questionnaireNew'), html`${field({ label: a('questionnaireCode'), name: 'code', value: '', required: true, most: 20, help: a('questionnaireCodeHelp') })}
      ${field({ label: a('titleVi'), name: 'titleVi', value: '', required: true, most: 500, lang: 'vi' })}
      ${field({ label: a('titleEn'), name: 'titleEn', value: '', required: true, most: 500, lang: 'en' })}
      ${outcome(work)}`,
      (data) => work.run(async () => {
        const made = await administration.createQuestionnaire({
          questionnaire: String(data.get('code')).trim().toUpperCase(),
          questionnaireDraft: { titleVi: String(data.get('titleVi')), titleEn: String(data.get('titleEn')), items: [{ code: 'OVERALL', factor: 'OVERALL', textVi: 'Nhìn chung, ông/bà hài lòng thế nào?', textEn: 'All in all, how satisfied are you?' }] },
        });
        go(link(made));
        return '';
      }), () => ((beginning = false), work.forget()));
  }

  function row(item: Questionnaire): TemplateResult {
    return html`<tr><th scope="row"><a href=${link(item)} aria-current=${item.code === code && item.version === version ? 'true' : nothing}>${item.code} / ${item.version}</a></th>
      <td><span class="status ${tone(item)}">${known('state', item.state)}</span></td><td><span lang="vi">${item.titleVi}</span></td><td>${item.items.length}</td></tr>`;
  }

  return {
    view: () => html`<p class="lead">${a('questionnairesLead')}</p>
      <div class="head"><h2>${a('allVersions')}</h2><button @click=${() => ((beginning = true), redraw())}>${a('questionnaireNew')}</button></div>
      ${shown(list, (items) => html`${items.length === 0 ? html`<p class="empty">${a('versionsNone')}</p>` : table(a('allVersions'), [a('version'), a('stateName'), a('name'), a('questions')], items.map(row))}${one?.view() ?? html`<p class="fine">${a('questionnaireChoose')}</p>`}`)}${beginning ? begin() : nothing}`,
  };
}

function link({ code, version }: Questionnaire): string {
  return `${PLACE}?code=${code}&version=${version}`;
}

function tone({ state }: Questionnaire): string {
  return state === 'PUBLISHED' ? '' : state === 'DRAFT' ? 'warm' : 'done';
}

function pageOf(from: Questionnaire, all: Questionnaire[], changed: () => void): Inner {
  const { code: questionnaire, version } = from;
  const edit = editing<Draft>(`questionnaire-${questionnaire}-${version}`, drafted(from));
  const work = job();
  const maps = mappings(from, all);
  let now = from;
  let sending: 'publish' | 'retire' | undefined;
  let pane: Shown = nothing;

  const save = (): Promise<boolean> => work.run(async () => {
    now = await administration.replaceQuestionnaire({ questionnaire, version, questionnaireDraft: edit.now });
    edit.begin(drafted(now));
    changed();
    return a('draftSaved');
  });

  const publish = async (): Promise<void> => {
    if (edit.changed && !(await save())) {
      return;
    }
    await work.run(async () => {
      now = await administration.publishQuestionnaire({ questionnaire, version });
      changed();
      return a('questionnairePublished', { code: questionnaire, n: version });
    });
  };

  const retire = (): void => void work.run(async () => {
    now = await administration.retireQuestionnaire({ questionnaire, version });
    changed();
    return a('questionnaireRetired', { code: questionnaire, n: version });
  });

  const copy = (): void => void work.run(async () => {
    const made = await administration.createQuestionnaire({ questionnaire, questionnaireDraft: drafted(now) });
    go(link(made));
    return '';
  });

  function editItem(place: number | undefined): void {
    const one: QuestionnaireItem = place === undefined ? { code: '', factor: 'ACCESS', textVi: '', textEn: '' } : edit.now.items[place];
    pane = asked(a(place === undefined ? 'questionNew' : 'questionEdit'), html`
      ${field({ label: a('questionCode'), name: 'code', value: one.code, required: true, most: 20, help: a('questionCodeHelp') })}
      ${choice(a('factor'), 'factor', FACTORS.map((factor) => [factor, known('factor', factor)]), one.factor)}
      ${field({ label: a('textVi'), name: 'textVi', value: one.textVi, required: true, most: 500, rows: 3, lang: 'vi' })}
      ${field({ label: a('textEn'), name: 'textEn', value: one.textEn, required: true, most: 500, rows: 3, lang: 'en' })}`,
      (data) => {
        const text = (name: string): string => String(data.get(name)).trim();
        const next: QuestionnaireItem = { code: text('code').toUpperCase(), factor: text('factor') as QuestionnaireItem['factor'], textVi: text('textVi'), textEn: text('textEn') };
        edit.set({ items: place === undefined ? [...edit.now.items, next] : edit.now.items.map((other, at) => (at === place ? next : other)) });
      }, () => (pane = nothing));
    redraw();
  }

  function item(one: QuestionnaireItem, place: number): TemplateResult {
    const wrong = ['', '/code', '/factor', '/textVi', '/textEn'].map((part) => fault(work, `/items/${place}${part}`)).filter(Boolean).join(' ');
    const draft = now.state === 'DRAFT';
    return html`<tr><th scope="row">${place + 1}. ${one.code}</th><td>${known('factor', one.factor)}</td>
      <td><span lang="vi">${one.textVi}</span><br /><small lang="en">${one.textEn}</small>${wrong === '' ? nothing : html`<p class="wrong">${wrong}</p>`}</td>
      ${draft ? html`<td class="buttons"><button class="quiet" aria-label=${a('editOf', { name: one.code })} @click=${() => editItem(place)}>${a('edit')}</button>
        ${place === 0 ? nothing : html`<button class="quiet" aria-label=${a('up', { n: place + 1 })} @click=${() => edit.set({ items: moved(edit.now.items, place) })}>↑</button>`}
        <button class="quiet danger-quiet" aria-label=${a('removeOf', { name: one.code })} @click=${() => edit.set({ items: edit.now.items.filter((_, other) => other !== place) })}>${a('remove')}</button></td>` : html`<td></td>`}</tr>`;
  }

  function actions(): TemplateResult {
    switch (now.state) {
      case 'DRAFT':
        return html`<p class="actions"><button ?disabled=${!edit.changed || work.busy} @click=${() => void save()}>${a('saveDraft')}</button>
          <button class="main" ?disabled=${work.busy} @click=${() => ((sending = 'publish'), redraw())}>${a('publishQuestionnaire')}</button></p>`;
      case 'PUBLISHED':
        return html`<p class="actions"><button class="main" @click=${copy}>${a('newVersion')}</button><button class="danger-quiet" @click=${() => ((sending = 'retire'), redraw())}>${a('retire')}</button></p>`;
      case 'RETIRED':
        return html`<p class="actions"><button @click=${copy}>${a('newVersion')}</button></p>`;
    }
  }

  return {
    view: () => html`<section class="sheet" aria-labelledby="one"><div class="head"><h2 id="one">${questionnaire} / ${version}</h2><span class="status ${tone(now)}">${known('state', now.state)}</span></div>
      <p class="fine">${known('stateHelp', now.state)}</p>
      ${now.state === 'DRAFT'
        ? html`<div class="row fields">${field({ label: a('titleVi'), name: 'titleVi', value: edit.now.titleVi, most: 500, lang: 'vi', set: (titleVi) => edit.set({ titleVi }), fault: fault(work, '/titleVi') })}
            ${field({ label: a('titleEn'), name: 'titleEn', value: edit.now.titleEn, most: 500, lang: 'en', set: (titleEn) => edit.set({ titleEn }), fault: fault(work, '/titleEn') })}</div>`
        : html`<p><strong lang="vi">${now.titleVi}</strong><br /><small lang="en">${now.titleEn}</small></p>`}
      ${table(a('questions'), [a('questionCode'), a('factor'), a('question'), ''], edit.now.items.map(item))}
      ${now.state === 'DRAFT' ? html`<p><button ?disabled=${edit.now.items.length >= 60} @click=${() => editItem(undefined)}>${a('questionNew')}</button></p>` : nothing}
      ${outcome(work)}${actions()}</section>
      ${maps.view()}
      ${sending === 'publish' ? sure(a('questionnaireSure', { code: questionnaire, n: version }), html`<p>${a('questionnaireSureHelp')}</p>`, a('publish'), () => void publish(), () => (sending = undefined)) : nothing}
      ${sending === 'retire' ? sure(a('retireSure', { code: questionnaire, n: version }), html`<p>${a('retireSureHelp')}</p>`, a('retire'), retire, () => (sending = undefined), true) : nothing}
      ${pane}`,
  };
}

function drafted({ titleVi, titleEn, items }: Questionnaire): Draft {
  return { titleVi, titleEn, items: items.map(({ code, factor, textVi, textEn }) => ({ code, factor, textVi, textEn })) };
}

function moved(list: QuestionnaireItem[], place: number): QuestionnaireItem[] {
  const next = [...list];
  [next[place - 1], next[place]] = [next[place], next[place - 1]];
  return next;
}
