// Makes the figures of a recipe from lines of the open data, to the last digit: formulas F1 to F6, Wilson's interval.

type Levels = number[];
type Items = Map<string, Levels>;
export type Factors = Map<string, Items>;

export interface Recipe {
  questionnaire: string;
  version: number;
  agency: string;
  field: string;
  from: string;
  to: string;
  by: string;
  weights: Map<string, string>;
  pooled: Map<string, string>;
  atoms: number;
  tree?: number;
}

const FACTORS = ['ACCESS', 'PROCEDURE', 'OFFICIALS', 'RESULT', 'FEEDBACK'];
const Z = 1.959963984540054;

export function recipe(line: string): Recipe {
  const [formulas, ...parts] = line.split(';');
  if (formulas !== 'sipas-style/2') throw new Error(`formulas of ${formulas} are not known here`);
  const part = new Map(parts.map((word) => word.split('=', 2) as [string, string]));
  const get = (name: string): string => {
    const value = part.get(name);
    if (value === undefined) throw new Error(`the recipe has no ${name}`);
    return value;
  };
  const pairs = (value: string, none: string, by: string): [string, string][] =>
    value === none ? [] : value.split(',').map((pair) => pair.split(by, 2) as [string, string]);
  const [questionnaire, version] = get('q').split('/');
  return {
    questionnaire,
    version: Number(version),
    agency: get('agency'),
    field: get('field'),
    from: get('from'),
    to: get('to'),
    by: get('by'),
    weights: new Map(pairs(get('w'), 'pooled', ':')),
    pooled: new Map(pairs(get('pooled'), 'none', '>')),
    atoms: Number(get('atoms')),
    tree: part.has('tree') ? Number(get('tree')) : undefined,
  };
}

/** Figures by group; the whole has the key ''. Atoms are cells of lines, in the order of the open data. */
export function groups(made: Recipe, atoms: string[][]): Map<string, Factors> {
  const all = new Map<string, Factors>();
  for (const cells of atoms) {
    if (!isSelected(made, cells)) continue;
    const [version, code, factor] = [cells[3], cells[10], cells[11]];
    const item = Number(version) === made.version ? code : made.pooled.get(`${version}.${code}`);
    const levels = cells.slice(12, 17).map(Number);
    if (item !== undefined) add(all, '', factor, item, levels);
    const key = groupOf(made, cells);
    if (key === '*' || made.by === '*') continue;
    if (made.by === 'VERSION') add(all, key, factor, code, levels);
    else if (item !== undefined) add(all, key, factor, item, levels);
  }
  return all;
}

function isSelected(made: Recipe, cells: string[]): boolean {
  return (
    cells[2] === made.questionnaire &&
    (made.agency === '*' || cells[4] === made.agency || cells[4].startsWith(`${made.agency}.`)) &&
    (made.field === '*' || cells[6] === made.field) &&
    cells[5] >= made.from &&
    cells[5] <= made.to
  );
}

function groupOf(made: Recipe, cells: string[]): string {
  switch (made.by) {
    case 'AGENCY':
      return cells[4].split('.').slice(0, made.agency === '*' ? 1 : made.agency.split('.').length + 1).join('.');
    case 'MONTH':
      return cells[5];
    case 'FIELD':
      return cells[6];
    case 'PROCEDURE':
      return cells[7];
    case 'OUTCOME':
      return cells[8];
    case 'CHANNEL':
      return cells[9];
    case 'VERSION':
      return `${made.questionnaire}/${cells[3]}`;
    default:
      return '*';
  }
}

function add(all: Map<string, Factors>, key: string, factor: string, item: string, levels: Levels): void {
  const factors = all.get(key) ?? new Map<string, Items>();
  all.set(key, factors);
  const items = factors.get(factor) ?? new Map<string, Levels>();
  factors.set(factor, items);
  items.set(item, plus(items.get(item) ?? [0, 0, 0, 0, 0], levels));
}

const plus = (one: Levels, other: Levels): Levels => one.map((n, level) => n + other[level]);
const sum = (levels: Levels): number => levels.reduce((all, n) => all + n, 0);

export interface Figures {
  n: number;
  index: number;
  low: number;
  high: number;
  levels: Levels;
}

export function figures(items: Items): Figures {
  const levels = pooled(items);
  const n = sum(levels);
  const people = Math.max(...[...items.values()].map(sum));
  const satisfied = levels[3] + levels[4];
  return { n, index: Number(hundredths(satisfied, n)) / 100, ...wilson(satisfied, n, people), levels };
}

const pooled = (items: Items): Levels => [...items.values()].reduce(plus);

/** 100 x part / whole with two decimals, half up, as hundredths. */
function hundredths(part: number, whole: number): bigint {
  return divide(BigInt(part) * 10000n, BigInt(whole));
}

/** Half up; nothing is negative here. */
const divide = (part: bigint, whole: bigint): bigint => (2n * part + whole) / (2n * whole);

/** F3: by declared weights, or pooled; undefined while a factor that counts is missing. */
export function overallIndex(factors: Factors, weights: Map<string, string>): number | undefined {
  const scale = Math.max(0, ...[...weights.values()].map((weight) => (weight.split('.')[1] ?? '').length));
  const weight = (factor: string): bigint => {
    const [whole, rest = ''] = (weights.get(factor) ?? '0').split('.');
    return BigInt(whole + rest.padEnd(scale, '0'));
  };
  const counted = FACTORS.filter((factor) => weights.size === 0 || weight(factor) > 0n);
  const levels = counted.map((factor) => factors.get(factor)).map((items) => (items ? pooled(items) : undefined));
  if (counted.length === 0 || levels.some((found) => found === undefined)) return undefined;
  const known = levels as Levels[];
  if (weights.size === 0) {
    const all = known.reduce(plus);
    return Number(hundredths(all[3] + all[4], sum(all))) / 100;
  }
  const indices = known.map((found) => hundredths(found[3] + found[4], sum(found)));
  const part = indices.reduce((total, index, i) => total + index * weight(counted[i]), 0n);
  return Number(divide(part, counted.reduce((total, factor) => total + weight(factor), 0n))) / 100;
}

function wilson(satisfied: number, answers: number, n: number): { low: number; high: number } {
  const share = satisfied / answers;
  const spread = (Z * Z) / n;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))) / (1 + spread);
  const low = satisfied === 0 ? 0 : Math.max(0, centre - half);
  const high = satisfied === answers ? 1 : Math.min(1, centre + half);
  return { low: tenths(low * 100, false), high: tenths(high * 100, true) };
}

/** One decimal, downwards or upwards, of the number as it is written. */
function tenths(value: number, up: boolean): number {
  const written = String(value);
  if (written.includes('e')) return up && value > 0 ? 0.1 : 0;
  const [whole, rest = ''] = written.split('.');
  const cut = Number(whole) * 10 + Number(rest[0] ?? '0');
  return (up && /[1-9]/.test(rest.slice(1)) ? cut + 1 : cut) / 10;
}
