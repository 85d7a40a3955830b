// Claims and completes JOBS jobs with pg-boss, BATCH at a time in CONNECTIONS loops; the work itself is nothing.
import { PgBoss } from 'pg-boss';

const jobs = Number(process.env.JOBS);
const batch = Number(process.env.BATCH);
const loops = Number(process.env.CONNECTIONS);
const boss = new PgBoss({ connectionString: process.env.DATABASE, max: loops, supervise: false, schedule: false });
await boss.start();
await boss.createQueue('push');
const padding = { messageId: '00000000-0000-7000-8000-000000000000', installationId: 'installation-0000000000' };
for (let made = 0; made < jobs; made += 5_000) {
  const count = Math.min(5_000, jobs - made);
  await boss.insert('push', Array.from({ length: count }, (_, i) => ({ data: { ...padding, n: made + i } })));
}
let done = 0;
const began = process.hrtime.bigint();
await Promise.all(Array.from({ length: loops }, async () => {
  while (done < jobs) {
    const claimed = await boss.fetch('push', { batchSize: batch });
    if (claimed.length === 0) {
      return;
    }
    await boss.complete('push', claimed.map((job) => job.id));
    done += claimed.length;
  }
}));
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
console.log(JSON.stringify({ done, seconds }));
process.exit(done === jobs ? 0 : 1);
