/** The inbox: everything the person was told, whether or not a push arrived. */
import type { Notification } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { notifications } from '../core/api';
import { redraw, type Page } from '../core/app';
import { moment } from '../core/format';
import { t } from '../core/i18n';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { mustSignIn } from './signin';

interface Box {
  items: Notification[];
  nextCursor?: string;
  unread: number;
}

let unread = 0;

/** For the mark beside the word in the navigation. */
export function unreadCount(): number {
  return unread;
}

export async function countUnread(): Promise<void> {
  ({ unread } = await notifications.listNotifications({ limit: 1 }));
  redraw();
}

export function inbox(): Page {
  const box = mustSignIn() === undefined ? new Pages<Notification, Box>(read) : undefined;

  async function read(after?: string): Promise<Box> {
    const page = await notifications.listNotifications({ limit: 30, after });
    unread = page.unread;
    return page;
  }

  async function opened(item: Notification): Promise<void> {
    if (item.readAt === undefined) {
      item.readAt = new Date();
      unread = Math.max(0, unread - 1);
      redraw();
      await notifications.readNotification({ id: item.id }).catch(() => undefined);
    }
  }

  function entry(item: Notification): TemplateResult {
    return html`<li><details class=${item.readAt === undefined ? 'unread' : ''} @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void opened(item)}>
      <summary><span class="what">${item.readAt === undefined ? html`<i class="dot"></i><span class="sr">${t('inbox.new')}</span>` : nothing}<strong>${item.title}</strong></span>
        <time datetime=${item.createdAt.toISOString()}>${moment(item.createdAt)}</time></summary>
      <p>${item.body}</p>
      ${way(item)}
    </details></li>`;
  }

  function view(value: Box): TemplateResult {
    return value.items.length === 0
      ? html`<p class="empty">${t('inbox.none')}</p>`
      : html`<ul class="mails">${value.items.map(entry)}</ul>${box!.more()}`;
  }

  return {
    title: () => t('inbox.title'),
    view: () => html`<h1 tabindex="-1">${t('inbox.title')}</h1>${box === undefined ? mustSignIn() : shown(box.first, view)}`,
  };
}

/** Where the news leads; a case of feedback has its code where a dossier has its own. */
function way({ topic, dossierCode }: Notification): TemplateResult | typeof nothing {
  if (dossierCode === undefined) {
    return nothing;
  }
  const code = encodeURIComponent(dossierCode);
  return topic === 'FEEDBACK_STATUS'
    ? html`<p><a href="/feedback/mine/${code}">${t('inbox.feedback')}</a></p>`
    : html`<p><a href="/me/${code}">${t('inbox.dossier')}</a></p>`;
}
