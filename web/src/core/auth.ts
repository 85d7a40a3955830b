/**
 * Signing in with the identity server: OpenID Connect, code flow with PKCE. Tokens live in this module's variables and
 * nowhere else; what is kept in storage is only that somebody was signed in, so that the next visit asks the identity
 * server silently, in a hidden frame, whether its session still stands, and the number of that account, so that without a
 * network nobody else's drafts are shown.
 */
const CLIENT = 'motcua-web';
const WAS_SIGNED_IN = 'was-signed-in';
const STARTED = 'sign-in-started';
const ACCOUNT = 'last-account';
// Nobody waits for it, and on a slow phone it takes its time.
const SILENT_LIMIT = 20_000;

interface Tokens {
  access: string;
  refresh?: string;
  id?: string;
  expiresAt: number;
}
interface Endpoints {
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}
interface Started {
  state: string;
  verifier: string;
  returnTo: string;
}

const issuer = document.querySelector<HTMLMetaElement>('meta[name="motcua-issuer"]')?.content ?? '';
let tokens: Tokens | undefined;
let endpoints: Promise<Endpoints> | undefined;
let renewing: Promise<string | undefined> | undefined;
let lost = false;
/** Proof of a session that could not be ended at the identity server. */
let unended: string | undefined;
const listeners: (() => void)[] = [];

/** The identity server said no; anything else that goes wrong says nothing about the session. */
class Refused extends Error {}

/** Whether this installation has an identity server at all. */
export function canSignIn(): boolean {
  return issuer !== '';
}

export function signedIn(): boolean {
  return tokens !== undefined;
}

/** Whether somebody signed out here whose session the identity server may still hold. */
export function stillOpen(): boolean {
  return unended !== undefined;
}

/** The account as the identity server numbers it; no name. Without a network: the one that was signed in last. */
export function account(): string | undefined {
  const sub = claims().sub;
  return typeof sub === 'string' ? sub : navigator.onLine ? undefined : localStorage.getItem(ACCOUNT) || undefined;
}

/** Whether the session ended while the person was using it. */
export function sessionLost(): boolean {
  return lost;
}

export function onChange(listener: () => void): void {
  listeners.push(listener);
}

/** Claims of the token, for greeting only: the service judges by its own reading. */
export function claims(): Record<string, unknown> {
  if (tokens === undefined) {
    return {};
  }
  const payload = tokens.access.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}

export async function accessToken(): Promise<string | undefined> {
  // Without a network nothing is renewed, and nobody is signed out for it.
  if (tokens !== undefined && tokens.expiresAt - Date.now() < 20_000 && navigator.onLine) {
    return (await renew()) ?? tokens?.access;
  }
  return tokens?.access;
}

/** The service refused the token: a new one, or undefined when there is none. */
export async function tokenRefused(): Promise<string | undefined> {
  return tokens === undefined ? undefined : renew();
}

/** Goes to the identity server; comes back to `returnTo`, a path of this app. */
export async function signIn(returnTo: string): Promise<void> {
  const started = { state: random(), verifier: random(), returnTo };
  sessionStorage.setItem(STARTED, JSON.stringify(started));
  location.assign(await authorizeUrl(started, '/signed-in'));
}

/** At `/signed-in`: trades the code for tokens and tells where the person came from. */
export async function finishSignIn(): Promise<string> {
  const answer = new URLSearchParams(location.search);
  const kept = sessionStorage.getItem(STARTED);
  sessionStorage.removeItem(STARTED);
  const started = kept === null ? undefined : (JSON.parse(kept) as Started);
  const code = answer.get('code');
  if (started === undefined || code === null || answer.get('state') !== started.state) {
    return started?.returnTo ?? '/';
  }
  await redeem(code, started.verifier, '/signed-in');
  return started.returnTo;
}

/** On a new visit: whoever was signed in is so again, without a question, while the identity server remembers. */
export async function resume(): Promise<void> {
  if (canSignIn() && localStorage.getItem(WAS_SIGNED_IN) === 'yes' && navigator.onLine) {
    await silently().catch(() => undefined);
    tell();
  }
}

/** Goes on to the identity server, which ends its session too; when that is out of reach, `stillOpen` says so. */
export async function signOut(): Promise<void> {
  const id = tokens?.id ?? unended;
  unended = undefined;
  localStorage.removeItem(WAS_SIGNED_IN);
  localStorage.removeItem(ACCOUNT);
  forget();
  try {
    const known = await discover();
    if (known.end_session_endpoint !== undefined && id !== undefined) {
      const query = new URLSearchParams({ id_token_hint: id, post_logout_redirect_uri: `${location.origin}/`, client_id: CLIENT });
      location.assign(`${known.end_session_endpoint}?${query}`);
    }
  } catch {
    unended = id;
    tell();
  }
}

function forget(): void {
  tokens = undefined;
  lost = false;
  tell();
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

function renew(): Promise<string | undefined> {
  renewing ??= byRefreshToken()
    .catch((why: unknown) => (why instanceof Refused ? silently() : Promise.reject(why)))
    .then(
      () => tokens?.access,
      (why: unknown) => {
        if (why instanceof Refused) {
          tokens = undefined;
          lost = true;
          tell();
        }
        return undefined;
      },
    )
    .finally(() => (renewing = undefined));
  return renewing;
}

async function byRefreshToken(): Promise<void> {
  if (tokens?.refresh === undefined) {
    throw new Refused('no refresh token');
  }
  await exchange({ grant_type: 'refresh_token', refresh_token: tokens.refresh });
}

/** Asks in a hidden frame; the page `/silent.html` in it hands the answer over. */
async function silently(): Promise<void> {
  const started = { state: random(), verifier: random(), returnTo: '' };
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'session';
  frame.src = `${await authorizeUrl(started, '/silent.html')}&prompt=none`;
  const heard = new AbortController();
  try {
    const code = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Refused('no answer')), SILENT_LIMIT);
      const answered = (event: MessageEvent<string>): void => {
        if (event.origin !== location.origin || event.source !== frame.contentWindow) {
          return;
        }
        clearTimeout(timer);
        const answer = new URLSearchParams(event.data);
        const given = answer.get('code');
        if (given !== null && answer.get('state') === started.state) {
          resolve(given);
        } else {
          reject(new Refused(answer.get('error') ?? 'refused'));
        }
      };
      addEventListener('message', answered, heard);
      document.body.append(frame);
    });
    await redeem(code, started.verifier, '/silent.html');
  } finally {
    heard.abort();
    frame.remove();
  }
}

async function authorizeUrl(started: Started, back: string): Promise<string> {
  const known = await discover();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(started.verifier));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: location.origin + back,
    scope: 'openid',
    state: started.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang,
  });
  return `${known.authorization_endpoint}?${query}`;
}

function redeem(code: string, verifier: string, back: string): Promise<void> {
  return exchange({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: location.origin + back });
}

async function exchange(form: Record<string, string>): Promise<void> {
  const known = await discover();
  const answer = await fetch(known.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ ...form, client_id: CLIENT }),
  });
  if (!answer.ok) {
    const why = `the identity server answered ${answer.status}`;
    throw answer.status < 500 && answer.status !== 429 ? new Refused(why) : new Error(why);
  }
  const given = (await answer.json()) as { access_token: string; refresh_token?: string; id_token?: string; expires_in: number };
  tokens = {
    access: given.access_token,
    refresh: given.refresh_token,
    id: given.id_token ?? tokens?.id,
    expiresAt: Date.now() + given.expires_in * 1000,
  };
  lost = false;
  unended = undefined;
  localStorage.setItem(WAS_SIGNED_IN, 'yes');
  localStorage.setItem(ACCOUNT, account() ?? '');
  tell();
}

function discover(): Promise<Endpoints> {
  endpoints ??= fetch(`${issuer}/.well-known/openid-configuration`).then((answer) => answer.json() as Promise<Endpoints>);
  endpoints.catch(() => (endpoints = undefined));
  return endpoints;
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
