/* ismsdoc approve: an approval recorded, and its text frozen. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "approval.h"
#include "controlled.h"
#include "date.h"
#include "facts.h"
#include "frozen.h"
#include "ledger.h"
#include "signoff.h"
#include "store.h"
#include "xml.h"
#include "yml.h"

#define REGISTER "registers/approvals.csv"

struct approve {
	struct call		*call;
	struct reading_run	 read;
	xmlDocPtr		 facts;		/* i:result of facts.xsl */
	const char		*by;
	const char		*person;
	const char		*version;
	const char		*effective;
	const char		*change;
	const char		*summary;
	const char		*reference;
	struct signoffs		 records;	/* those that are named */
};

static int
options(struct approve *a, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "by", required_argument, NULL, 'b' },
		{ "person", required_argument, NULL, 'p' },
		{ "version", required_argument, NULL, 'V' },
		{ "effective", required_argument, NULL, 'e' },
		{ "change", required_argument, NULL, 'c' },
		{ "summary", required_argument, NULL, 's' },
		{ "reference", required_argument, NULL, 'r' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	const struct {
		int		 option;
		const char	**value;
	} texts[] = {
		{ 'b', &a->by }, { 'p', &a->person }, { 'V', &a->version },
		{ 'e', &a->effective }, { 'c', &a->change },
		{ 's', &a->summary }, { 'r', &a->reference }
	};
	size_t i, n = sizeof(texts) / sizeof(*texts);
	int option;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs, NULL)) !=
	    -1) {
		for (i = 0; i < n && texts[i].option != option; i++)
			;
		if (i < n)
			*texts[i].value = optarg;
		else if (cmd_option(a->call, option, optarg) == -1)
			return EXIT_USAGE;
	}
	return 0;
}

/* What the command line must say, and in which form. */
static int
check_options(struct approve *a)
{
	struct date date;

	if (a->by == NULL)
		return cmd_mistake(a->call, "say who approves: --by ROLE");
	if (a->version != NULL && !yml_is_version(a->version))
		return cmd_mistake(a->call, "--version takes numbers joined "
		    "by dots, as 1.2, not \"%s\"", a->version);
	if (a->effective != NULL && date_parse(a->effective, &date) == -1)
		return cmd_mistake(a->call, "--effective takes a date as "
		    "2026-11-23, not \"%s\"", a->effective);
	if (a->change != NULL && strcmp(a->change, "major") != 0 &&
	    strcmp(a->change, "minor") != 0 &&
	    strcmp(a->change, "editorial") != 0)
		return cmd_mistake(a->call, "--change takes major, minor or "
		    "editorial, not \"%s\"", a->change);
	return 0;
}

static xmlNodePtr
group(const struct approve *a, const char *name)
{
	return xml_first(xmlDocGetRootElement(a->read.dossier.doc), name);
}

/* The element NAME with the id ID among the children of PARENT. */
static xmlNodePtr
find(xmlNodePtr parent, const char *name, const char *id)
{
	xmlNodePtr node;

	for (node = xml_first(parent, name); node != NULL;
	    node = xml_next(node, name))
		if (strcmp(xml_get(node, "id"), id) == 0)
			return node;
	return NULL;
}

/* The same; where there is none, a message with the nearest id. */
static xmlNodePtr
find_or_say(struct approve *a, xmlNodePtr parent, const char *name,
    const char *id, enum diag_code code)
{
	struct strs ids = { 0 };
	const char *near;
	xmlNodePtr node;

	node = find(parent, name, id);
	if (node != NULL)
		return node;
	for (node = xml_first(parent, name); node != NULL;
	    node = xml_next(node, name))
		strs_add(&ids, xml_get(node, "id"));
	near = strs_nearest(&ids, id);
	diag_add(&a->call->d, code, NULL, "unknown %s \"%s\"; %s%s%s",
	    name + 2, id, near != NULL ? "did you mean \"" : code ==
	    DIAG_ROLE_UNKNOWN ? "see \"roles:\" in isms.yaml" :
	    "see the document register", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
	strs_release(&ids);
	return NULL;
}

static int
check_version(struct approve *a, xmlNodePtr doc)
{
	const char *id, *other, *draft;
	xmlNodePtr node;

	id = xml_get(doc, "id");
	for (node = xml_first(doc, "i:version"); node != NULL;
	    node = xml_next(node, "i:version")) {
		other = xml_get(node, "version");
		if (approval_compare(a->version, other) <= 0)
			return diag_add(&a->call->d, DIAG_VERSION, NULL,
			    "version %s of \"%s\" is approved already; give "
			    "a later one than that with --version", other,
			    id);
	}
	draft = xml_get(doc, "version");
	if (draft != NULL && approval_compare(a->version, draft) != 0)
		return diag_add(&a->call->d, DIAG_VERSION, NULL, "the front "
		    "matter of \"%s\" says version %s, not %s; make the two "
		    "agree", id, draft, a->version);
	return 0;
}

/* The document ID, if it can be approved now; else NULL with messages. */
static xmlNodePtr
check_document(struct approve *a, const char *id)
{
	const char *approver;
	xmlNodePtr doc;

	doc = find_or_say(a, group(a, "i:documents"), "i:document", id,
	    DIAG_DOCUMENT_UNKNOWN);
	if (doc == NULL)
		return NULL;
	if (xml_first(doc, "i:body") == NULL &&
	    facts_find(a->facts, id) == NULL) {
		diag_add(&a->call->d, DIAG_DOCUMENT_UNKNOWN, NULL, "\"%s\" "
		    "is made from answers and registers and approved by "
		    "nobody", id);
		return NULL;
	}
	if (check_version(a, doc) == -1)
		return NULL;
	approver = xml_get(doc, "approver");
	if (approver != NULL && strcmp(approver, a->by) != 0 &&
	    find(group(a, "i:roles"), "i:role", a->by) != NULL)
		diag_add(&a->call->d, DIAG_APPROVER, NULL, "\"%s\" names the "
		    "role \"%s\" as its approver, not \"%s\"", id, approver,
		    a->by);
	return doc;
}

/* Keep the text of DOC and add its row to REGISTER; 0, or -1. */
static int
record(struct approve *a, xmlNodePtr doc, struct buf *reg)
{
	struct ledger_cell cells[] = {
		{ "document", xml_get(doc, "id") },
		{ "version", a->version }, { "sha256", NULL },
		{ "change", a->change }, { "summary", a->summary },
		{ "role", a->by }, { "person", a->person },
		{ "approved-on", a->call->today },
		{ "effective-on", a->effective }, { "method", "ismsdoc" },
		{ "reference", a->reference }
	};
	char digest[CONTROLLED_DIGEST], *path;
	struct buf text = { 0 };
	xmlNodePtr facts;
	int rc;

	facts = xml_first(doc, "i:body") != NULL ? NULL :
	    facts_find(a->facts, cells[0].value);
	if (facts != NULL)
		facts_digest(facts, digest);
	else
		controlled_digest(doc, digest);
	cells[2].value = digest;
	if (a->change == NULL)
		cells[3].value = xml_first(doc, "i:version") == NULL ?
		    "major" : "minor";
	frozen_write(facts != NULL ? facts : doc, &text);
	path = frozen_path(cells[0].value, a->version);
	rc = store_write(&a->call->roots, path, buf_str(&text), text.len,
	    &a->call->d);
	if (rc == 0)
		rc = ledger_append(reg, REGISTER, cells,
		    sizeof(cells) / sizeof(*cells), &a->call->d);
	if (rc == 0 && !a->call->quiet)
		printf("%s %s, %s, in force from %s: %s\n", cells[0].value,
		    a->version, cells[3].value, a->effective, path);
	free(path);
	buf_release(&text);
	return rc;
}

static int
read_register(struct approve *a, struct buf *text)
{
	if (!path_exists(&a->call->roots, REGISTER))
		return 0;
	return path_read(&a->call->roots, REGISTER, PATH_DATA_MAX, text,
	    NULL, &a->call->d);
}

/* All documents or none: the register is written last. */
static int
approve_all(struct approve *a, xmlNodePtr *docs, size_t n)
{
	struct buf text = { 0 };
	size_t i;
	int rc;

	rc = read_register(a, &text);
	for (i = 0; i < n && rc == 0; i++)
		rc = record(a, docs[i], &text);
	if (rc == 0)
		rc = store_write(&a->call->roots, REGISTER, buf_str(&text),
		    text.len, &a->call->d);
	buf_release(&text);
	return rc;
}

/*
 * Take the records out of the N names at V and make them ready; *LEFT is how
 * many others there are.  Documents need a version, records have none.
 * EXIT_CLEAN, or the status to end with.
 */
static int
take_records(struct approve *a, char **v, int n, int *left)
{
	xmlNodePtr node;
	int i, rc = 0;

	*left = 0;
	for (i = 0; i < n; i++) {
		node = find(group(a, "i:records"), "i:record", v[i]);
		if (node == NULL)
			v[(*left)++] = v[i];
		else if (signoffs_take(&a->records, &a->call->roots, node,
		    a->by, a->call->today, &a->call->d) == -1)
			rc = EXIT_INPUT;
	}
	if (*left > 0 && a->version == NULL)
		return cmd_mistake(a->call, "say which version: --version "
		    "1.0");
	if (*left == 0 && (a->version != NULL || a->effective != NULL ||
	    a->change != NULL || a->summary != NULL ||
	    a->reference != NULL || a->person != NULL))
		return cmd_mistake(a->call, "a record is signed off --by a "
		    "role, today; the other options are for documents");
	return rc;
}

static void
say_signed(const struct approve *a)
{
	size_t i;

	for (i = 0; i < a->records.n && !a->call->quiet; i++)
		printf("signed off by %s on %s: %s\n", a->by,
		    a->call->today, a->records.items[i].path);
}

static int
run(struct approve *a, int argc, char **argv)
{
	xmlNodePtr *docs, role;
	int i, rc, status;

	status = take_records(a, argv, argc, &argc);
	if (status == EXIT_USAGE)
		return status;
	rc = status == EXIT_CLEAN ? 0 : -1;
	role = find_or_say(a, group(a, "i:roles"), "i:role", a->by,
	    DIAG_ROLE_UNKNOWN);
	if (role == NULL)
		rc = -1;
	else if (a->person == NULL)
		a->person = xml_get(role, "holder");
	if (a->effective == NULL)
		a->effective = a->call->today;
	docs = mem_zalloc(((size_t)argc + 1) * sizeof(*docs));
	for (i = 0; i < argc; i++) {
		docs[i] = check_document(a, argv[i]);
		if (docs[i] == NULL)
			rc = -1;
	}
	if (rc == 0 && signoffs_write(&a->records, &a->call->roots,
	    &a->call->d) == 0) {
		say_signed(a);
		if (argc > 0)
			approve_all(a, docs, (size_t)argc);
	}
	free(docs);
	return diag_status(&a->call->d);
}

int
cmd_approve(struct call *call, int argc, char **argv)
{
	struct approve a = { 0 };
	int rc;

	a.call = call;
	rc = options(&a, argc, argv);
	argc -= optind;
	argv += optind;
	if (rc == 0)
		rc = check_options(&a);
	if (rc == 0 && cmd_folder(call, &argc, &argv) == -1)
		rc = diag_status(&call->d);
	if (rc == 0 && argc == 0)
		rc = cmd_mistake(call, "name the documents to approve, or "
		    "the records to sign off");
	if (rc != 0)
		return rc;
	xslt_setup(&call->roots);
	call->as_written = 1;
	if (cmd_read(call, &a.read, STYLES_FACTS, 0) == 0) {
		a.facts = run_stylesheet(a.read.styles.facts,
		    a.read.dossier.doc, a.read.dossier.doc, NULL, &call->d);
		if (a.facts != NULL)
			rc = run(&a, argc, argv);
	}
	if (a.facts != NULL)
		xmlFreeDoc(a.facts);
	signoffs_release(&a.records);
	cmd_read_release(&a.read);
	xslt_teardown();
	return rc != 0 ? rc : (int)diag_status(&call->d);
}
