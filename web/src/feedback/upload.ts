/** Sends a file by the generated client and tells how far it is: a photograph takes its time on a slow network. */
import { FeedbackApi, type FeedbackAttachment } from 'client';
import { configured, sending } from '../core/api';
import type { DraftFile } from './draft';

/** @param tell the share that has been sent, from 0 to 1 */
export async function upload(code: string, file: DraftFile, tell: (share: number) => void): Promise<FeedbackAttachment> {
  const api = new FeedbackApi(configured(sending((url, init) => carried(url, init, tell))));
  // The generated client takes the first media type of the contract for the only one, and a file for text.
  const body = file.blob as unknown as string;
  return api.addAttachment({ code, name: file.name, body }, async ({ init }) => ({
    headers: { ...init.headers, 'Content-Type': file.type },
  }));
}

/** Like fetch, which tells nothing of the way up. */
function carried(url: RequestInfo | URL, init: RequestInit | undefined, tell: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init?.method ?? 'GET', String(url));
    new Headers(init?.headers).forEach((value, name) => request.setRequestHeader(name, value));
    request.responseType = 'text';
    request.upload.onprogress = (event) => event.lengthComputable && tell(event.loaded / event.total);
    request.onload = () => resolve(new Response(request.response as string, { status: request.status }));
    request.onerror = () => reject(new TypeError('no answer'));
    request.send(init?.body as XMLHttpRequestBodyInit);
  });
}
