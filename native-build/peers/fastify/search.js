// The search of procedures as a Node team would write it: Fastify with schemas, and MiniSearch in memory or PostgreSQL's full
// text with trigrams (BACKEND). Both search the same text without marks, and fold what was typed in the same way.
import Fastify from 'fastify';
import MiniSearch from 'minisearch';
import pg from 'pg';

const database = new URL(process.env.MOTCUA_DATABASE_URL);
database.username = process.env.MOTCUA_DATABASE_USER;
database.password = process.env.MOTCUA_DATABASE_PASSWORD;
const pool = new pg.Pool({ connectionString: database.href, max: 16 });

const fold = (text) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const postgres = {
  search: async (typed) => {
    const { rows } = await pool.query({
      name: 'search',
      text: `select code, name
               from peer.procedure, plainto_tsquery('simple', $1) as query
              where words @@ query or title %> $1
              order by ts_rank(words, query) + word_similarity($1, title) desc, code
              limit 20`,
      values: [typed],
    });
    return rows;
  },
  suggest: async (typed) => {
    const { rows } = await pool.query({
      name: 'suggest',
      text: `select code, name
               from peer.procedure, to_tsquery('simple', $1) as query
              where words @@ query
              order by ts_rank(words, query) desc, code
              limit 10`,
      values: [typed.split(' ').join(' & ') + ':*'],
    });
    return rows;
  },
};

async function minisearch() {
  const { rows } = await pool.query('select code as id, code, name, title, more from peer.procedure');
  const index = new MiniSearch({ fields: ['title', 'more'], storeFields: ['code', 'name'] });
  index.addAll(rows);
  const boost = { title: 3 };
  const first = (hits, count) => hits.slice(0, count).map(({ code, name }) => ({ code, name }));
  return {
    search: async (typed) => first(index.search(typed, { boost, prefix: true, fuzzy: 0.2 }), 20),
    suggest: async (typed) => first(index.search(typed, { boost, prefix: true, combineWith: 'AND' }), 10),
  };
}

const backend = process.env.BACKEND === 'postgres' ? postgres : await minisearch();
const text = { type: 'string' };
const items = { type: 'array', items: { type: 'object', properties: { code: text, name: text } } };
const schema = {
  querystring: { type: 'object', required: ['q'], properties: { q: { ...text, maxLength: 200 } } },
  response: { 200: { type: 'object', properties: { items } } },
};
const answer = (find) => async (request) => {
  const typed = fold(request.query.q);
  return { items: typed === '' ? [] : await find(typed) };
};

const app = Fastify();
app.get('/q/health/ready', async () => 'UP');
app.get('/v1/procedures', { schema }, answer(backend.search));
app.get('/v1/procedures/suggest', { schema }, answer(backend.suggest));
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
