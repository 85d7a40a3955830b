/** A message as phones show it: on the lock screen to everybody, to those who chose full text, and in the inbox. */
import type { TemplateInWords, TemplatePreview } from 'client';
import { html, type TemplateResult } from 'lit-html';
import { door } from '../core/icons';
import { a } from './words';

export function phones(words: TemplatePreview): TemplateResult {
  return html`<div class="phones">${phone(words.vi, 'vi')}${phone(words.en, 'en')}</div>`;
}

function phone(words: TemplateInWords, lang: 'vi' | 'en'): TemplateResult {
  const language = a(lang === 'vi' ? 'inVietnamese' : 'inEnglish');
  return html`<figure class="pair"><figcaption>${language}</figcaption>
    <div class="phone" role="group" aria-label=${`${a('lockScreen')}, ${language}`}>
      <p class="clock" aria-hidden="true">09:41</p>
      <p class="fine">${a('lockNeutral')}</p>${bubble(words.push, lang)}
      <p class="fine">${a('lockFull')}</p>${bubble(words.lockScreen, lang)}
    </div>
    <div class="phone inbox" role="group" aria-label=${`${a('inbox')}, ${language}`}>
      <p class="bar">${a('inbox')}</p>
      <div class="mail" lang=${lang}><strong>${words.title}</strong><p class="pre">${words.body}</p></div>
    </div></figure>`;
}

function bubble(text: string, lang: string): TemplateResult {
  return html`<div class="bubble">${door()}<div><small>Một Cửa</small><p lang=${lang}>${text}</p></div></div>`;
}
