// Fill in cells of an unpacked workbook: cells.mjs DIR SHEET, and on standard input a line per cell: KEY, HEAD and TEXT with a tab
// between. The last column with the head "Key" tells the rows apart; a KEY that no row has is a new row, "+" before a HEAD a new
// column, a TEXT that is missing empties the cell. Or cells.mjs DIR SHEET print: the rows, a JSON array each.
import { readFileSync, writeFileSync } from 'node:fs';

const [, , dir, title, print] = process.argv;
const unescape = s => s.replace(/&(lt|gt|quot|amp);/g, (_, e) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[e]);
const escape = s => s.replace(/[<>&]/g, c => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[c]);
const texts = xml => [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(m => unescape(m[1])).join('');
const strings = [...readFileSync(`${dir}/xl/sharedStrings.xml`, 'utf8').matchAll(/<si>.*?<\/si>/gs)].map(m => texts(m[0]));
const names = [...readFileSync(`${dir}/xl/workbook.xml`, 'utf8').matchAll(/<sheet name="([^"]*)"/g)].map(m => unescape(m[1]));
const path = `${dir}/xl/worksheets/sheet${names.indexOf(title) + 1}.xml`;
const xml = readFileSync(path, 'utf8');
const letters = n => n < 26 ? String.fromCharCode(65 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26);
const number = s => [...s].reduce((n, c) => 26 * n + c.charCodeAt(0) - 64, 0) - 1;
const rows = [...xml.matchAll(/<row r="\d+"[^>]*>(.*?)<\/row>/gs)].map(row => {
	const cells = [];
	for (const [whole, at, attrs, body] of row[1].matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
		const value = /<v>(.*?)<\/v>/.exec(body ?? '')?.[1];
		cells[number(at)] = { attrs, body: body ?? '', text: attrs.includes('t="s"') ? strings[value] : value ?? texts(body ?? '') };
	}
	return cells;
});
if (print) {
	for (const row of rows)
		console.log(JSON.stringify(Array.from(row, cell => cell?.text ?? '')));
	process.exit();
}
const head = rows[0].map(cell => cell.text);
const key = head.lastIndexOf('Key');
const written = text => ({ attrs: ' t="inlineStr"', body: `<is><t xml:space="preserve">${escape(text)}</t></is>`, text });
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
	const [which, column, text = ''] = line.split('\t').map(s => s.replaceAll('\\n', '\n'));
	const at = column.startsWith('+') ? head.push(column.slice(1)) - 1 : head.indexOf(column);
	if (column.startsWith('+'))
		rows[0][at] = written(column.slice(1));
	let row = rows.find(cells => cells[key]?.text === which);
	if (!row) {
		rows.push(row = []);
		row[key] = written(which);
	}
	row[at] = written(text);
}
const made = rows.map((row, i) => `<row r="${i + 1}">${Array.from(row, (cell, j) =>
	cell && cell.body ? `<c r="${letters(j)}${i + 1}"${cell.attrs}>${cell.body}</c>` : '').join('')}</row>`).join('');
writeFileSync(path, xml.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${made}</sheetData>`));
