/** The generated client, set up once: language, token, and failures in words. The app calls nothing else. */
import {
  CatalogueApi,
  Configuration,
  DossiersApi,
  FeedbackApi,
  IdentityApi,
  NotificationsApi,
  ReferenceApi,
  SatisfactionApi,
  type FieldError,
  type Problem,
} from 'client';
import { accessToken, tokenRefused } from './auth';
import { locale, t } from './i18n';

/** Why a call gave nothing, in words that tell what to do. */
export class Trouble extends Error {
  constructor(
    /** HTTP status; 0 when the network did not answer. */
    readonly status: number,
    message: string,
    readonly type = '',
    /** What is wrong at each place of what was sent. */
    readonly places: FieldError[] = [],
  ) {
    super(message);
  }

  get offline(): boolean {
    return this.status === 0;
  }

  get signedOut(): boolean {
    return this.status === 401;
  }
}

type Fetch = typeof fetch;

/** @param by what carries the request: the browser's fetch, or something that tells how far it is */
export function sending(by: Fetch): Fetch {
  return async (url, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', locale());
    let answer: Response;
    try {
      answer = await by(url, { ...init, headers });
      if (answer.status === 401 && headers.has('Authorization')) {
        const renewed = await tokenRefused();
        if (renewed !== undefined) {
          headers.set('Authorization', `Bearer ${renewed}`);
          answer = await by(url, { ...init, headers });
        }
      }
    } catch {
      throw new Trouble(0, t('trouble.offline'));
    }
    if (!answer.ok) {
      throw await problem(answer);
    }
    return answer;
  };
}

async function problem(answer: Response): Promise<Trouble> {
  try {
    const said = (await answer.json()) as Problem;
    const places = (said.errors ?? []).map((error) => error.detail).join(' ');
    return new Trouble(answer.status, [said.detail ?? said.title, places].filter(Boolean).join(' '), said.type, said.errors);
  } catch {
    return new Trouble(answer.status, t('trouble.unknown'));
  }
}

/** How the generated client is set up; its wrapping of what is thrown is taken off again in `trouble`. */
export function configured(fetchApi: Fetch): Configuration {
  return new Configuration({ basePath: '', accessToken: async () => (await accessToken()) ?? '', fetchApi });
}

/** For the parts of the client that only some pages use. */
export const configuration = configured(sending((url, init) => fetch(url, init)));

export const catalogue = new CatalogueApi(configuration);
export const dossiers = new DossiersApi(configuration);
export const feedback = new FeedbackApi(configuration);
export const identity = new IdentityApi(configuration);
export const notifications = new NotificationsApi(configuration);
export const reference = new ReferenceApi(configuration);
export const satisfaction = new SatisfactionApi(configuration);

/** What went wrong, whatever threw it. */
export function trouble(thrown: unknown): Trouble {
  for (let cause = thrown; cause instanceof Error; cause = cause.cause ?? (cause as { cause?: unknown }).cause) {
    if (cause instanceof Trouble) {
      return cause;
    }
  }
  return new Trouble(-1, t('trouble.unknown'));
}
