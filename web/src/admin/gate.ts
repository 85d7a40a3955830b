/** The door to the administrators' pages. Everything behind it is loaded when an administrator goes there. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { trouble, type Trouble } from '../core/api';
import { redraw, type Page, type Route } from '../core/app';
import { claims } from '../core/auth';
import { locale, t } from '../core/i18n';
import { failure } from '../core/load';
import { mustSignIn } from '../pages/signin';

/** What a page shows below the heading, which stays in place while it is loaded. */
export interface Inner {
  view: () => TemplateResult;
  close?: () => void;
}
export type Open = (address: URL) => Inner;

interface Place {
  words: [string, string];
  load: () => Promise<{ open: Open }>;
}

const ROOT = '/agency/admin';
const WAY: [string, string] = ['Quản trị', 'Administration'];
const WHY: [string, string] = ['Đăng nhập bằng tài khoản quản trị để vào các trang này.', 'Sign in with an administrator’s account to use these pages.'];
const DENIED: [string, string] = [
  'Trang này dành cho quản trị viên. Tài khoản đang dùng không có vai trò đó.',
  'This page is for administrators. The account in use does not have that role.',
];
const PLACES: Record<string, Place> = {
  '': { words: WAY, load: () => import('./overview') },
  catalogue: { words: ['Danh mục thủ tục', 'Catalogue'], load: () => import('./catalogue') },
  search: { words: ['Từ tìm kiếm', 'Search words'], load: () => import('./search') },
  calendar: { words: ['Lịch làm việc', 'Calendar'], load: () => import('./calendar') },
  hours: { words: ['Giờ làm việc', 'Office hours'], load: () => import('./hours') },
  templates: { words: ['Mẫu tin nhắn', 'Message texts'], load: () => import('./templates') },
  questionnaires: { words: ['Bộ câu hỏi', 'Questionnaires'], load: () => import('./questionnaires') },
  announcements: { words: ['Thông báo', 'Announcements'], load: () => import('./announcements') },
  health: { words: ['Tình trạng gửi tin', 'Delivery health'], load: () => import('./health') },
  quarantine: { words: ['Đánh giá cách ly', 'Quarantine'], load: () => import('./quarantine') },
};

function said(words: [string, string]): string {
  return words[locale() === 'en' ? 1 : 0];
}

/** For greeting only: the service judges by its own reading of the token. */
function isAdmin(): boolean {
  const access = claims().realm_access as { roles?: unknown } | undefined;
  return Array.isArray(access?.roles) && access.roles.includes('admin');
}

/** The way into these pages, among the ways of the console. */
export function adminWay(): TemplateResult | typeof nothing {
  return isAdmin()
    ? html`<a href=${ROOT} aria-current=${location.pathname.startsWith(ROOT) ? 'page' : nothing}>${said(WAY)}</a>`
    : nothing;
}

export const adminRoute: Route = [/^\/agency\/admin(?:\/([a-z]+))?$/, (match, address) => page(match[1] ?? '', address)];

function page(name: string, address: URL): Page {
  const place = Object.hasOwn(PLACES, name) ? PLACES[name] : undefined;
  const title = (): string => (place === undefined ? t('nav.nothing') : said(place.words));
  let inner: Inner | undefined;
  let failed: Trouble | undefined;
  let closed = false;

  function enter(): void {
    failed = undefined;
    void place!.load().then(
      (module) => {
        if (!closed) {
          inner = module.open(address);
        }
      },
      (thrown: unknown) => (failed = trouble(thrown)),
    ).finally(redraw);
  }

  function below(): TemplateResult | typeof nothing {
    if (failed !== undefined) {
      return failure(failed, enter);
    }
    return inner?.view() ?? html`<div class="waiting" role="status"><span class="sr">${t('loading')}</span><i></i><i></i></div>`;
  }

  const barrier = (): TemplateResult | undefined => mustSignIn(said(WHY)) ?? (isAdmin() ? undefined : html`<p class="notice">${said(DENIED)}</p>`);
  if (place !== undefined && barrier() === undefined) {
    enter();
  }
  return {
    title,
    close: () => {
      closed = true;
      inner?.close?.();
    },
    view: () => html`${isAdmin() ? ways(name) : nothing}
      <h1 tabindex="-1">${title()}</h1>
      ${barrier() ?? (place === undefined ? nothing : below())}`,
  };
}

function ways(current: string): TemplateResult {
  return html`<nav class="tabs admin-ways" aria-label=${said(WAY)}>${Object.entries(PLACES).map(
    ([name, place]) => html`<a href=${name === '' ? ROOT : `${ROOT}/${name}`} aria-current=${name === current ? 'page' : nothing}>${name === '' ? (locale() === 'en' ? 'Overview' : 'Tổng quan') : said(place.words)}</a>`,
  )}</nav>`;
}

/** Pages and their names, for the overview. */
export function places(): [string, string][] {
  return Object.entries(PLACES).filter(([name]) => name !== '').map(([name, place]) => [name, said(place.words)]);
}
