// The one-dossier look-up as a Node team would write it: Fastify with schemas, pg with a pool and named prepared statements.
import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

const LABELS = [
  ['SUBMITTED', 'Mới đăng ký'],
  ['RECEIVED', 'Được tiếp nhận'],
  ['REFUSED', 'Không được tiếp nhận'],
  ['IN_PROGRESS', 'Đang xử lý'],
  ['SUPPLEMENT_REQUESTED', 'Yêu cầu bổ sung giấy tờ'],
  ['PAYMENT_REQUESTED', 'Yêu cầu thực hiện nghĩa vụ tài chính'],
  ['WITHDRAWAL_REQUESTED', 'Công dân yêu cầu rút hồ sơ'],
  ['STOPPED', 'Dừng xử lý'],
  ['RESULT_READY', 'Đã xử lý xong'],
  ['RETURNED', 'Đã trả kết quả'],
];
const SUPPLY = 'Hãy bổ sung giấy tờ theo phiếu yêu cầu. Đăng nhập để xem chi tiết.';
const HASH = 32;
const MAX = 8;

const hmac = (key, message) => createHmac('sha256', key).update(message, 'utf8').digest();
const proofKey = hmac(process.env.MOTCUA_SECRET, 'motcua/proof');

// The connection string wins over single options, so user and password go into it.
const database = new URL(process.env.MOTCUA_DATABASE_URL);
database.username = process.env.MOTCUA_DATABASE_USER;
database.password = process.env.MOTCUA_DATABASE_PASSWORD;

// As many connections as the service has.
const pool = new pg.Pool({ connectionString: database.href, max: 16 });

const BY_CODE = {
  name: 'by-code',
  text: `select code, status, procedure_code, procedure_version, received_at, due_at, ended_at, clock_state,
                agency_support, agency_reception, agency_competent, proofs, timeline
         from dossier.dossier
         where code = $1`,
};

function proven(proofs, code, typed) {
  const hash = hmac(proofKey, `proof\n${code}\n${typed.trim().toUpperCase()}`);
  const padded = Buffer.alloc(MAX * HASH);
  proofs.copy(padded);
  let found = false;
  for (let i = 0; i < MAX; i++) {
    found = timingSafeEqual(padded.subarray(i * HASH, (i + 1) * HASH), hash) || found;
  }
  return found;
}

const vietnam = (time) =>
  time === null ? undefined : new Date(new Date(time).getTime() + 7 * 3600_000).toISOString().slice(0, 19) + '+07:00';
const agency = (code) => (code ? { code, name: code } : undefined);

function answer(row) {
  const [status, statusLabel] = LABELS[row.status - 1];
  return {
    code: row.code,
    procedure: { code: row.procedure_code, version: row.procedure_version ?? undefined },
    status,
    statusLabel,
    receivedAt: vietnam(row.received_at),
    dueAt: vietnam(row.due_at),
    endedAt: vietnam(row.ended_at),
    clock: { state: row.clock_state, overdue: Boolean(row.due_at && row.ended_at && row.ended_at > row.due_at) },
    agencies: {
      support: agency(row.agency_support),
      reception: agency(row.agency_reception),
      competent: agency(row.agency_competent),
    },
    timeline: row.timeline.map((step) => ({
      status: LABELS[step.status - 1][0],
      statusLabel: LABELS[step.status - 1][1],
      occurredAt: vietnam(step.at),
      agency: agency(step.agency),
    })),
    actionRequired: status === 'SUPPLEMENT_REQUESTED' ? { text: SUPPLY } : undefined,
  };
}

const text = { type: 'string' };
const agencyShape = { type: 'object', properties: { code: text, name: text } };
const dossierShape = {
  type: 'object',
  properties: {
    code: text,
    procedure: { type: 'object', properties: { code: text, version: { type: 'integer' } } },
    status: text,
    statusLabel: text,
    receivedAt: text,
    dueAt: text,
    endedAt: text,
    clock: { type: 'object', properties: { state: text, overdue: { type: 'boolean' } } },
    agencies: {
      type: 'object',
      properties: { support: agencyShape, reception: agencyShape, competent: agencyShape },
    },
    timeline: {
      type: 'array',
      items: {
        type: 'object',
        properties: { status: text, statusLabel: text, occurredAt: text, agency: agencyShape },
      },
    },
    actionRequired: { type: 'object', properties: { text } },
  },
};
const lookupShape = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'proof'],
  properties: { code: { ...text, maxLength: 60 }, proof: { ...text, minLength: 4, maxLength: 64 } },
};

const app = Fastify();
app.get('/q/health/ready', async () => 'UP');
app.post(
  '/v1/dossiers/lookup',
  { schema: { body: lookupShape, response: { 200: dossierShape } } },
  async (request, reply) => {
    const { code, proof } = request.body;
    const { rows } = await pool.query({ ...BY_CODE, values: [code] });
    if (rows.length === 0 || !proven(rows[0].proofs, code, proof)) {
      return reply.code(404).send();
    }
    return answer(rows[0]);
  },
);
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
