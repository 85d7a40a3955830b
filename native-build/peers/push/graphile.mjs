// Claims and completes JOBS jobs with graphile-worker, tuned as its documents advise for throughput: a local queue of BATCH,
// completions in batches; the work itself is nothing.
import pg from 'pg';
import { Logger, makeWorkerUtils, run } from 'graphile-worker';

const jobs = Number(process.env.JOBS);
const batch = Number(process.env.BATCH);
const logger = new Logger(() => () => {});
const connectionString = process.env.DATABASE;
const utils = await makeWorkerUtils({ connectionString, logger });
await utils.migrate();
const pool = new pg.Pool({ connectionString, max: 2 });
await pool.query(
  `select count(*) from graphile_worker.add_jobs(array(
     select row('push', json_build_object(
       'messageId', '00000000-0000-7000-8000-000000000000', 'installationId', 'installation-0000000000', 'n', n),
       null, null, null, null, null, null)::graphile_worker.job_spec
     from generate_series(1, $1) as n))`,
  [jobs]);
await pool.query('analyze');
let done = 0;
let began;
let finish;
const finished = new Promise((resolve) => { finish = resolve; });
const runner = await run({
  connectionString,
  logger,
  maxPoolSize: Number(process.env.CONNECTIONS),
  noHandleSignals: true,
  taskList: { push: async () => { began ??= process.hrtime.bigint(); if (++done === jobs) finish(); } },
  preset: {
    worker: {
      concurrentJobs: 64,
      localQueue: { size: batch, refetchDelay: { durationMs: 10 } },
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
      pollInterval: 50,
    },
  },
});
await finished;
// Completed only when the table is empty: the last batches are still being written.
while ((await pool.query('select 1 from graphile_worker._private_jobs limit 1')).rowCount > 0) {
  await new Promise((resolve) => setTimeout(resolve, 2));
}
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
console.log(JSON.stringify({ done, seconds }));
await runner.stop();
process.exit(0);
