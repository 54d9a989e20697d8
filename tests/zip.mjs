// Zip files for the tests: zip.mjs pack FILE DIR | unpack FILE DIR | bomb FILE NAME MEBIBYTES
// Packing takes the files of DIR in byte order, stored or deflated as is shorter.
import { deflateRawSync, inflateRawSync, crc32 } from 'node:zlib';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const table = Array.from({ length: 256 }, (_, n) => {
	for (let k = 0; k < 8; k++)
		n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
	return n >>> 0;
});
const crc = crc32 ?? (data => {
	let c = ~0;
	for (const byte of data)
		c = table[(c ^ byte) & 255] ^ (c >>> 8);
	return ~c >>> 0;
});

const head = (signature, size, fields) => {
	const b = Buffer.alloc(size);
	b.writeUInt32LE(signature, 0);
	for (const [at, bytes, value] of fields)
		b.writeUIntLE(value, at, bytes);
	return b;
};

const pack = entries => {
	const parts = [], directory = [];
	let offset = 0;
	for (const [name, data] of entries) {
		const packed = deflateRawSync(data);
		const path = Buffer.from(name);
		const fields = at => [[at, 2, 20], [at + 4, 2, 8], [at + 10, 4, crc(data)], [at + 14, 4, packed.length],
		    [at + 18, 4, data.length], [at + 22, 2, path.length]];
		const local = head(0x04034b50, 30, fields(4));
		directory.push(head(0x02014b50, 46, [[4, 2, 20], ...fields(6), [42, 4, offset]]), path);
		parts.push(local, path, packed);
		offset += local.length + path.length + packed.length;
	}
	const all = Buffer.concat(directory);
	const end = head(0x06054b50, 22, [[8, 2, entries.length], [10, 2, entries.length], [12, 4, all.length], [16, 4, offset]]);
	return Buffer.concat([...parts, all, end]);
};

const unpack = data => {
	const entries = [];
	let at = data.readUInt32LE(data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16);
	while (data.readUInt32LE(at) === 0x02014b50) {
		const size = data.readUInt32LE(at + 20), length = data.readUInt16LE(at + 28), local = data.readUInt32LE(at + 42);
		const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
		const packed = data.subarray(from, from + size);
		entries.push([data.toString('utf8', at + 46, at + 46 + length),
		    data.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed]);
		at += 46 + length + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
	}
	return entries;
};

const files = (dir, below = '') => readdirSync(join(dir, below), { withFileTypes: true }).flatMap(e =>
	e.isDirectory() ? files(dir, join(below, e.name)) : [join(below, e.name)]);

const [, , verb, file, dir, size] = process.argv;
if (verb === 'pack') {
	writeFileSync(file, pack(files(dir).sort().map(name => [name, readFileSync(join(dir, name))])));
} else if (verb === 'unpack') {
	for (const [name, data] of unpack(readFileSync(file))) {
		mkdirSync(dirname(join(dir, name)), { recursive: true });
		writeFileSync(join(dir, name), data);
	}
} else if (verb === 'bomb') {
	const entries = unpack(readFileSync(file)).filter(e => e[0] !== dir);
	writeFileSync(file, pack([...entries, [dir, Buffer.alloc(size << 20, ' ')]]));
} else {
	process.exit(2);
}
