/** Published answers, for everybody: the list with a search, and one of them with its votes. */
import type { PublishedFeedback } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { feedback } from '../core/api';
import { go, redraw, type Page } from '../core/app';
import { day, number, plainDay } from '../core/format';
import { icon } from '../core/icons';
import { load, shown } from '../core/load';
import { Pages } from '../core/pages';
import { share } from '../core/share';
import { voting } from './vote';
import { f } from './words';

export function answers(_: RegExpMatchArray, address: URL): Page {
  const q = address.searchParams.get('q') ?? '';
  const procedure = address.searchParams.get('procedure') ?? undefined;
  const list = new Pages<PublishedFeedback>((cursor) => feedback.listPublishedFeedback({ q: q || undefined, procedure, cursor, limit: 20 }));
  let typed = q;

  function submit(event: Event): void {
    event.preventDefault();
    const asked = new URLSearchParams({ ...(typed.trim() === '' ? {} : { q: typed.trim() }), ...(procedure === undefined ? {} : { procedure }) });
    go(asked.size === 0 ? '/feedback' : `/feedback?${asked}`);
  }

  function view({ items }: { items: PublishedFeedback[] }): TemplateResult {
    return html`${items.length === 0 ? html`<p class="empty">${f(q === '' ? 'answersNone' : 'answersNoneFor')}</p>` : nothing}
      <ul class="cards">${items.map(card)}</ul>
      ${list.more()}`;
  }

  return {
    title: () => f('title'),
    keeps: () => typed !== q,
    view: () => html`<h1 tabindex="-1">${f('title')}</h1><p class="lead">${f('lead')}</p>
      <p class="actions"><a class="button main" href="/feedback/new">${icon('talk')} ${f('write')}</a><a class="button" href="/feedback/mine">${f('mine')}</a><a href="/h">${f('lookup')}</a></p>
      <section aria-labelledby="answers"><h2 id="answers">${procedure === undefined ? f('answers') : f('answersOf', { code: procedure })}</h2>
        ${procedure === undefined ? nothing : html`<p><a href="/feedback">${f('answersAll')}</a></p>`}
        <form class="search plain" role="search" @submit=${submit}><label for="words">${f('search')}</label>
          <div class="field">${icon('search')}<input id="words" type="search" maxlength="200" enterkeyhint="search" .value=${typed} @input=${(event: Event) => (typed = (event.target as HTMLInputElement).value)} />
            <button class="go">${f('searchGo')}</button></div></form>
        ${shown(list.first, view)}</section>`,
  };
}

function card(item: PublishedFeedback): TemplateResult {
  return html`<li><a href="/feedback/${item.code}"><strong>${item.title}</strong>
    <span class="facts"><span>${item.agency.name}</span><span>${plainDay(item.answeredOn ?? item.sentOn)}</span>
      <span>${icon('up')} <span class="sr">${f('like')}</span>${number(item.likes)}</span><span>${icon('down')} <span class="sr">${f('dislike')}</span>${number(item.dislikes)}</span></span></a></li>`;
}

export function answer(match: RegExpMatchArray): Page {
  const code = decodeURIComponent(match[1]);
  const one = load(() => feedback.getPublishedFeedback({ code }));
  const votes = voting(code);
  let said = '';

  function view(value: PublishedFeedback): TemplateResult {
    return html`<article class="procedure"><p class="over">${[value.subjectLabel, value.code].filter(Boolean).join(' · ')}</p><h1 tabindex="-1">${value.title}</h1>
      <section aria-labelledby="matter"><h2 id="matter">${f('matter')}</h2><p class="pre">${value.text}</p><p class="fine">${value.sender} · ${plainDay(value.sentOn)}</p></section>
      <section class="next" aria-labelledby="given"><h2 id="given">${f('by', { agency: value.agency.name })}</h2><p class="pre">${value.answer}</p><p class="fine">${day(value.publishedAt)}</p></section>
      ${votes(value)}
      <div class="actions"><button @click=${() => void share(value.title, `/feedback/${value.code}`).then((words) => ((said = words), redraw()))}>${icon('share')} ${f('share')}</button>
        ${value.procedureCode === undefined ? nothing : html`<a href="/p/${value.procedureCode}">${f('procedure')}</a>`}<span role="status">${said}</span></div></article>`;
  }

  return {
    title: () => (one.now.state === 'there' ? one.now.value.title : code),
    view: () => html`<p><a href="/feedback">${icon('back')} ${f('title')}</a></p>
      ${one.now.state === 'there' ? nothing : html`<h1 tabindex="-1" class="code">${code}</h1>`}${shown(one, view)}`,
  };
}
