/** Runs ../vectors.json against a build of the normaliser: `node check.mjs BUILD`. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { abbreviations, decode, fold, key, keys, words } = await import(pathToFileURL(process.argv[2]).href);
const { vectors } = JSON.parse(readFileSync(new URL('../vectors.json', import.meta.url), 'utf8'));

const steps = {
  words,
  fold,
  key,
  keys,
  decode: (text) => decode(text) ?? null,
  abbreviation: (text, table) => abbreviations(table).get(keys(text).join(' ')) ?? null,
};

const faults = vectors
  .map((vector) => ({ vector, got: JSON.stringify(steps[vector.step](vector.in, vector.table)) }))
  .filter(({ vector, got }) => got !== JSON.stringify(vector.out));
for (const { vector, got } of faults) {
  console.error(`${vector.step} ${JSON.stringify(vector.in)}: ${got}, not ${JSON.stringify(vector.out)}`);
}
if (faults.length > 0 || vectors.length < 150) {
  console.error(`TypeScript normaliser: ${faults.length} of ${vectors.length} vectors fail.`);
  process.exit(1);
}
console.log(`TypeScript normaliser: ${vectors.length} vectors pass.`);
