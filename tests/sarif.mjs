// Is a file valid SARIF 2.1.0? sarif.mjs MODULES FILE...: the schema and the
// validator are npm packages below MODULES.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const modules = resolve(process.argv[2]);
const load = createRequire(join(modules, 'x.js'));
const json = (...path) => JSON.parse(readFileSync(join(modules, ...path), 'utf8'));
const Ajv = load('ajv');
const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore' });
const draft4 = json('ajv', 'lib', 'refs', 'json-schema-draft-04.json');
ajv.addMetaSchema(draft4);
ajv._opts.defaultMeta = draft4.id;
const valid = ajv.compile(json('@microsoft', 'jest-sarif', 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json'));

for (const file of process.argv.slice(3)) {
	const log = JSON.parse(readFileSync(file, 'utf8'));
	if (!valid(log)) {
		console.log(file, JSON.stringify(valid.errors, null, 1));
		process.exitCode = 1;
	}
	// What the schema does not say: indices lead to the rule that is meant.
	for (const run of log.runs) {
		const rules = run.tool.driver.rules;
		for (const result of run.results)
			if (rules[result.ruleIndex]?.id !== result.ruleId) {
				console.log(file, 'ruleIndex of', result.ruleId);
				process.exitCode = 1;
			}
	}
}
