/** Procedures that are followed, and leaving them. */
import type { FollowedProcedure } from 'client';
import { html, type TemplateResult } from 'lit-html';
import { notifications } from '../core/api';
import { t } from '../core/i18n';
import { load, shown } from '../core/load';
import type { Working } from './settings';

export function followed(working: Working): () => TemplateResult {
  const list = load(async () => (await notifications.listFollowedProcedures()).items);

  async function leave(code: string): Promise<string> {
    await notifications.unfollowProcedure({ code });
    list.again();
    return t('follow.off');
  }

  function row(item: FollowedProcedure): TemplateResult {
    return html`<li><span>${item.inForce ? html`<a href="/p/${item.code}">${item.name}</a>` : html`${item.name}<small>${t('follow.ended')}</small>`}</span>
      <button aria-label="${t('follow.leave')}: ${item.name}" @click=${() => void working(() => leave(item.code))}>${t('follow.leave')}</button></li>`;
  }

  return () => html`<section aria-labelledby="followed"><h2 id="followed">${t('follow.title')}</h2>
    ${shown(list, (items) => (items.length === 0 ? html`<p class="empty">${t('follow.none')}</p>` : html`<ul class="rows withButtons">${items.map(row)}</ul>`))}</section>`;
}
