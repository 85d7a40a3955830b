/** What waits for an administrator today, and the way to each page. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { notifications } from '../core/api';
import { moment, number } from '../core/format';
import { load, shown, type Loading } from '../core/load';
import { administration } from './api';
import { places, type Inner } from './gate';
import { seconds } from './parts';
import { a, type Word } from './words';

interface News {
  words: string;
  urgent?: boolean;
}

export function open(): Inner {
  const news: Record<string, Loading<News>> = {
    catalogue: load(async () => {
      const [newest] = (await administration.listCatalogueReleases({ limit: 1 })).items;
      return { words: newest === undefined ? a('noReleases') : a('newsCatalogue', { id: newest.id, at: moment(newest.publishedAt) }), urgent: newest === undefined };
    }),
    search: load(async () => {
      const words = await administration.getSearchWords();
      return { words: a('newsSearch', { n: words.version, synonyms: number(words.synonyms.length), bets: number(words.bestBets.length) }) };
    }),
    calendar: load(async () => {
      const { warnings, years } = await administration.getCalendarOverview();
      const unsure = years.reduce((sum, one) => sum + one.unconfirmed, 0);
      return warnings.length > 0 ? { words: a('newsMissing', { years: warnings.join(', ') }), urgent: true } : { words: a('newsCalendar', { n: years.length, unsure }) };
    }),
    hours: load(async () => {
      const { version, rules } = await administration.getOfficeHours();
      return { words: version === 0 ? a('newsHoursNone') : a('newsHours', { n: rules.length }) };
    }),
    templates: load(async () => {
      const { items } = await administration.listTemplates();
      return { words: a('newsTemplates', { n: items.length, own: items.filter((one) => one.publishedAt !== undefined).length }) };
    }),
    questionnaires: load(async () => {
      const { items } = await administration.listQuestionnaires();
      const count = (state: string): number => items.filter((one) => one.state === state).length;
      return { words: a('newsQuestionnaires', { published: count('PUBLISHED'), drafts: count('DRAFT') }) };
    }),
    announcements: load(async () => {
      const { items } = await administration.listBroadcasts({ limit: 50 });
      const count = (...states: string[]): number => items.filter((one) => states.includes(one.state)).length;
      const paused = count('PAUSED');
      return { words: a('newsAnnouncements', { moving: count('PLANNING', 'SCHEDULED', 'RUNNING'), paused }), urgent: paused > 0 };
    }),
    health: load(async () => {
      const [status, dead] = await Promise.all([notifications.getDeliveryStatus(), administration.listDeadLetters({ limit: 50 })]);
      const letters = dead.nextCursor === undefined ? number(dead.items.length) : a('moreThan', { n: dead.items.length });
      return { words: a('newsHealth', { waiting: number(status.waiting), oldest: seconds(status.oldestUnsentSeconds), dead: letters }), urgent: dead.items.length > 0 || status.oldestUnsentSeconds > 60 };
    }),
    quarantine: load(async () => {
      const { items } = await administration.listQuarantineReviews({ state: 'HELD' });
      return { words: items.length === 0 ? a('newsQuarantineNone') : a('newsQuarantine', { n: items.length }), urgent: items.length > 0 };
    }),
  };

  function card([name, title]: [string, string]): TemplateResult {
    return html`<li><a class="sheet" href=${`/agency/admin/${name}`}><h2>${title}</h2><p class="fine">${a(`about.${name}` as Word)}</p></a>
      ${shown(news[name], ({ words, urgent }) => html`<p class=${urgent ? 'news warm' : 'news'}>${urgent ? html`<span class="status warm">${a('needsYou')}</span> ` : nothing}${words}</p>`)}</li>`;
  }

  return { view: () => html`<p class="lead">${a('overviewLead')}</p><ul class="places">${places().map(card)}</ul>` };
}
