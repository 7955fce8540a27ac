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
fs.writeFileSync(new URL('expected.json', here), '[\n' + lines.join(',\n') + '\n]\n');
console.log(`${lines.length} programs`);
