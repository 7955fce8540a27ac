// Runs every program of programs.txt in node and writes what came out to expected.json, which the tests read.
// One program per line, ⏎ for a line break; of a family marked (kind only) the texts of errors are left out.
// Run by hand when programs.txt changes: TZ=Asia/Shanghai LANG=C node generate.mjs
import fs from 'node:fs';
import vm from 'node:vm';

const now = Date.UTC(2026, 1, 10, 1, 30, 0);
const prelude = `
  { const Real = Date;
    globalThis.Date = new Proxy(Real, {
      construct: (t, a) => a.length === 0 ? new Real(${now}) : new Real(...a),
      get: (t, p) => p === 'now' ? () => ${now} : t[p],
    }); }
  globalThis.getN = () => 41; globalThis.getName = () => '示例单位'; globalThis.getList = () => [3, 1, 2];
  globalThis.getObject = () => ({ k: { m: 'v' }, list: [1, { a: null }] }); globalThis.getNull = () => null;
  globalThis.getDate = () => new Date('2026-02-09T16:00:00Z');
  globalThis.variables = { X: 1, 单位名称: '示例单位', List: ['a', 'b'] };
`;

function plain(value, nested = false) {
  if (value === undefined) return nested ? null : { $: 'undefined' };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return { $: Object.is(value, -0) ? '-0' : String(value) };
  if (value === null || typeof value !== 'object') return value;
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object Date]') return Number.isNaN(value.getTime()) ? null : { $date: value.toISOString() };
  if (kind === '[object Array]') return value.map(v => plain(v, true));
  if (kind === '[object Set]') return [...value].map(v => plain(v, true));
  if (kind === '[object Map]') return plain(Object.fromEntries(value));
  return { $members: Object.entries(value).filter(e => e[1] !== undefined).map(e => [e[0], plain(e[1], true)]) };
}

function run(source) {
  const context = vm.createContext({});
  vm.runInContext(prelude, context);
  try {
    let script;
    try { script = new vm.Script(source); }
    catch (e) {
      if (!/Illegal return/.test(e.message)) return { syntaxError: true };
      try { script = new vm.Script(`(function () { ${source}\n})()`); }
      catch { return { syntaxError: true }; }
    }
    return { result: plain(script.runInContext(context)) };
  } catch (e) {
    return typeof e === 'object' && e !== null && 'message' in e ? { error: e.name, message: e.message } : { error: 'Error', message: String(e) };
  }
}

// Programs that nobody would write: seeded, so that the file changes only when this does.
let seed = 20261122;
const random = n => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 4294967296 * n); };
const pick = list => list[random(list.length)];
const atoms = ['0', '1', '-1', '2.5', '1e21', 'NaN', "''", "'a'", "'12'", "'b c'", 'null', 'undefined', 'true', 'false', '[]', '[1]', "[1, 'x']", '({})', '({a: 1})', 'getN()', "'中'", '-0', '4294967295'];
const binary = ['+', '-', '*', '/', '%', '**', '<', '>', '<=', '>=', '==', '!=', '===', '!==', '&', '|', '^', '<<', '>>', '>>>', '&&', '||', '??', ','];
const expression = depth => depth === 0 || random(5) === 0 ? pick(atoms) : pick([
  () => `(${expression(depth - 1)}) ${pick(binary)} (${expression(depth - 1)})`,
  () => `(${expression(depth - 1)}) ${pick(binary)} (${expression(depth - 1)})`,
  () => `${pick(['!', '-', '+', '~', 'typeof ', 'void '])}(${expression(depth - 1)})`,
  () => `((${expression(depth - 1)}) ? (${expression(depth - 1)}) : (${expression(depth - 1)}))`,
  () => `[${expression(depth - 1)}, ${expression(depth - 1)}].${pick(['join("-")', 'length', 'map(String)', 'filter(Boolean)', 'sort()', 'reverse()', 'indexOf(1)', 'includes(NaN)', 'at(-1)', 'concat(1)'])}`,
  () => `String(${expression(depth - 1)}).${pick(['length', 'slice(-2)', 'toUpperCase()', 'split("")', 'padStart(4, "0")', 'indexOf("a")', 'charAt(0)', 'trim()', 'replace("a", "$&$&")'])}`,
  () => `JSON.stringify({x: ${expression(depth - 1)}})`,
  () => `(x => x ${pick(binary)} 1)(${expression(depth - 1)})`,
  () => `(${expression(depth - 1)})?.${pick(['a', 'length', 'toString()', '[0]', 'x?.y'])}`,
  () => `Number(${expression(depth - 1)})`,
])();
const number = () => pick([() => (random(2000001) - 1000000) / 1000, () => random(1e9) / (random(1e6) + 1), () => (random(1e9) + 1) * 10 ** (random(60) - 30), () => random(1e6) * 0.01])();
const pieces = ['a', 'b', '[ab]', '[^a]', '.', '\\d', '\\w', '(a|b)', '(?:ab)', '(a)', '(?=b)', '(?!a)', '^', '$', '\\b', 'a?', 'b*', '(ab)*', '(a*)*', '(?:a|ab)+?', '.{1,2}', '\\1', '(?<=a)', 'A'];
function* generated() {
  for (let i = 0; i < 400; i++) yield expression(4);
  for (let i = 0; i < 40; i++) {
    const list = Array.from({ length: 10 }, number).join(', ');
    yield `[${list}].map(x => ${pick(['String(x)', 'x.toFixed(2)', 'x.toFixed(random)', 'x.toPrecision(5)', 'x.toPrecision(17)', 'x.toExponential(3)', 'x.toExponential()', 'x.toString(2)', 'x.toString(16)', 'Math.round(x)', 'x | 0', 'x % 7', 'Math.trunc(x * 100) / 100', 'x.toLocaleString()'])})`.replace('random', String(random(20)));
  }
  for (let i = 0; i < 300; i++) {
    const drawn = Array.from({ length: 1 + random(5) }, () => pick(pieces)).join('');
    const pattern = /\((?!\?)/.test(drawn) ? drawn : drawn.replaceAll('\\1', 'b');
    const text = Array.from({ length: random(10) }, () => pick(['a', 'b', 'ab', '1', ' '])).join('');
    yield `${JSON.stringify(text)}.${pick([`match(/${pattern}/)`, `match(/${pattern}/g)`, `replace(/${pattern}/g, '[$&]')`, `split(/${pattern}/)`, `search(/${pattern}/i)`])}`;
  }
  for (let i = 0; i < 120; i++) {
    yield pick([
      () => `new Date(${random(2 ** 31)} * 1000 + ${random(1000)}).toString()`,
      () => `new Date(${1900 + random(300)}, ${random(30) - 6}, ${random(60) - 10}, ${random(48)}, ${random(90)}).toISOString()`,
      () => `const d = new Date(${random(2 ** 31)} * 1000); d.set${pick(['Date', 'Month', 'Hours', 'Minutes', 'Seconds'])}(${random(80)}); d.toISOString() + d.getDay()`,
    ])();
  }
}

const here = new URL('.', import.meta.url);
const lines = [];
let kindOnly = false;
for (const line of fs.readFileSync(new URL('programs.txt', here), 'utf8').split('\n')) {
  if (line.startsWith('##')) kindOnly = line.includes('(kind only)');
  else if (line.trim()) {
    const source = line.replaceAll('⏎', '\n');
    const outcome = run(source);
    if (kindOnly) delete outcome.message;
    lines.push(JSON.stringify({ source, ...outcome }));
  }
}
for (const source of new Set(generated())) {
  const outcome = run(source);
  delete outcome.message;
  if (!outcome.syntaxError) lines.push(JSON.stringify({ source, ...outcome }));
}
fs.writeFileSync(new URL('expected.json', here), '[\n' + lines.join(',\n') + '\n]\n');
console.log(`${lines.length} programs`);
