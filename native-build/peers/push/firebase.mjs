// Sends MESSAGES pushes with the Admin SDK for Node, as its documents advise: sendEach with 500 at a time over one HTTP/2
// connection. The SDK knows only Google's address, so the connection is turned to the local server here.
import http2 from 'node:http2';
import https from 'node:https';
import { readFileSync } from 'node:fs';

const target = new URL(process.env.FCM);
const ca = readFileSync(process.env.FCM_CERTIFICATE);
const connect = http2.connect;
http2.connect = (authority, options, listener) => connect(target.origin, { ...options, ca }, listener);
https.request = () => { throw new Error('only HTTP/2 is measured'); };

const { initializeApp } = await import('firebase-admin/app');
const { getMessaging } = await import('firebase-admin/messaging');
const credential = { getAccessToken: async () => ({ access_token: 'of-nobody', expires_in: 3600 }) };
const messaging = getMessaging(initializeApp({ projectId: 'motcua-local', credential }));

const total = Number(process.env.MESSAGES);
const warmUp = Number(process.env.WARM_UP);
let next = 0;
const message = () => {
  const n = next++;
  const key = `key-of-22-characters-${n % 10}`;
  return {
    token: `node-${n % 1000}`,
    notification: { title: 'Một Cửa', body: 'Hồ sơ của bạn có cập nhật mới' },
    data: { notificationId: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` },
    android: { collapseKey: key, ttl: 86_400_000, notification: { tag: key } },
    apns: { headers: { 'apns-collapse-id': key, 'apns-expiration': '1800000000' }, payload: { aps: {} } },
    webpush: { headers: { Topic: key, TTL: '86400' } },
  };
};

async function send(count) {
  for (let sent = 0; sent < count; sent += 500) {
    const answer = await messaging.sendEach(Array.from({ length: Math.min(500, count - sent) }, message));
    if (answer.failureCount > 0) {
      throw answer.responses.find((one) => !one.success).error;
    }
  }
}

await send(warmUp);
const cpu = process.cpuUsage();
const began = process.hrtime.bigint();
await send(total);
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ seconds, cpuSeconds: (used.user + used.system) / 1e6 }));
process.exit(0);
