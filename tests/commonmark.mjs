// CommonMark's own examples through mdtool: valid DocBook, nothing lost.
//
// usage: node tests/commonmark.mjs --spec DIR --mdtool PATH [--schema RNG]
//
// DIR holds spec.txt, as the npm package commonmark-spec does.  Each example
// must come out as a valid DocBook article in which every literal of cmark's
// tree (text, code; of raw HTML the text between tags) stands, in its order.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: option } = parseArgs({ options: {
	spec: { type: 'string' },
	mdtool: { type: 'string' },
	schema: { type: 'string', default:
	    '/usr/share/xml/docbook/schema/rng/5.0/docbook.rng' },
} });
if (!option.spec || !option.mdtool) {
	console.error('usage: commonmark.mjs --spec DIR --mdtool PATH');
	process.exit(2);
}

// The examples: source and number, in the order of the specification.
function examples(text)
{
	const found = [];
	const fence = /^`{32} example[^\n]*\n([\s\S]*?)^\.\n[\s\S]*?^`{32}$/gm;
	for (const match of text.matchAll(fence))
		found.push(match[1].replaceAll('\u2192', '\t'));
	return found;
}

function mdtool(args, texts)
{
	const run = spawnSync(option.mdtool, [...args, '--batch'], {
		input: texts.join('\0') + '\0', maxBuffer: 1 << 28 });
	if (run.status === null || run.error)
		throw new Error(`mdtool ended by ${run.signal ?? run.error}`);
	return run.stdout.toString('utf8');
}

const named = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decode(xml)
{
	return xml.replace(/&(#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g,
	    (all, _, hex, dec, name) => name ? named[name] ?? all :
	    String.fromCodePoint(parseInt(hex ?? dec, hex ? 16 : 10)));
}

const squeeze = (text) => text.replace(/\s+/g, '');

// All text of an article, its info aside.
function textOf(xml)
{
	return decode(xml.replace(/<info>.*?<\/info>/s, '')
	    .replace(/<\?.*?\?>/gs, '').replace(/<[^>]*>/g, ''));
}

// What must be found of a literal of cmark's: [type, text].
function wanted([type, text])
{
	if (type.startsWith('html_'))
		text = decode(text.replace(/<!--.*?(-->|$)/gs, '')
		    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, '$1')
		    .replace(/<\?.*?\?>/gs, '').replace(/<![A-Z].*?>/gs, '')
		    .replace(/<("[^"]*"|'[^']*'|[^>"'])*>/gs, '\0'));
	return text.split('\0').map(squeeze).filter((part) => part !== '');
}

// The first literal that is not in TEXT, in order; undefined if all are.
function missing(text, literals)
{
	let at = 0;
	for (const part of literals.flatMap(wanted)) {
		const next = text.indexOf(part, at);
		if (next < 0)
			return part;
		at = next + part.length;
	}
	return undefined;
}

// Files that the schema refuses, by index.
function invalid(dir, names)
{
	const run = spawnSync('xmllint', ['--noout', '--relaxng',
	    option.schema, ...names], { cwd: dir, maxBuffer: 1 << 26 });
	const bad = new Set();
	for (const line of run.stderr.toString('utf8').split('\n')) {
		const match = /^(\d+)\.xml(?: fails to validate|:\d+: .*parser error)/
		    .exec(line);
		if (match)
			bad.add(Number(match[1]));
	}
	return bad;
}

// One list of [type, text] per text: literals end with a NUL, and so does
// the list of a text.
function literalLists(output)
{
	const lists = [[]];
	for (const entry of output.split('\0')) {
		const line = entry.indexOf('\n');
		if (entry === '')
			lists.push([]);
		else
			lists.at(-1).push([entry.slice(0, line),
			    entry.slice(line + 1)]);
	}
	return lists;
}

const texts = examples(readFileSync(join(option.spec, 'spec.txt'), 'utf8'));
const articles = mdtool(['--plain', '--ids', 't'], texts).split('\0');
const literals = literalLists(mdtool(['--literals'], texts));
const dir = mkdtempSync(join(tmpdir(), 'commonmark-'));
let failed = 0;
try {
	const names = texts.map((_, i) => `${i}.xml`);
	names.forEach((name, i) => writeFileSync(join(dir, name),
	    articles[i]));
	const bad = invalid(dir, names);
	texts.forEach((source, i) => {
		const lost = missing(squeeze(textOf(articles[i])), literals[i]);
		if (!bad.has(i) && lost === undefined)
			return;
		failed++;
		console.log(`example ${i + 1}: ` + (bad.has(i) ? 'invalid' :
		    `lost ${JSON.stringify(lost)}`) + `\n${source}` +
		    `---\n${articles[i]}`);
	});
} finally {
	rmSync(dir, { recursive: true });
}
console.log(`${texts.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && texts.length > 0 ? 0 : 1);
