// The rows of CSV files below the header, one JSON array a line, whatever their quoting and line ends; the apostrophe
// before what would be a formula is taken off. rows.mjs FILE...
import { readFileSync } from 'node:fs';

for (const file of process.argv.slice(2)) {
	const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	const rows = [[]];
	for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
		rows.at(-1).push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@\t\r\n])/, ''));
		if (end !== ',')
			rows.push([]);
	}
	for (const row of rows.slice(1))
		if (row.some(cell => cell !== ''))
			console.log(JSON.stringify(row));
}
