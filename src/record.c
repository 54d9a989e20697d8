/* Records: reading them; recordemit.c puts them into the dossier. */
#include "record.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "controlled.h"
#include "path.h"
#include "xml.h"

static const struct yml_key keys[] = {
	{ "title", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ "id", YML_TEXT, 0, NULL, NULL },
	{ "date", YML_DATE, YML_REQUIRED, NULL, NULL },
	{ "held-by", YML_TEXT, 0, NULL, NULL },
	{ "participants", YML_TEXTS, 0, NULL, NULL },
	{ "form", YML_TEXT, 0, NULL, NULL },
	{ "implements", YML_TEXTS, 0, NULL, NULL },
	{ "signed-off", YML_DATE, 0, NULL, NULL },
	{ "signed-by", YML_TEXT, 0, NULL, NULL },
	{ "sha256", YML_TEXT, 0, NULL, NULL },
	{ "retention", YML_TEXT, 0, NULL, NULL },
	{ "access", YML_WORD, 0, "staff|management|auditor", NULL },
	{ "classification", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

/* It is part of names of files and of ids in the output. */
static int
is_record_id(const char *id)
{
	if (!isalnum((unsigned char)*id))
		return 0;
	for (; *id != '\0'; id++)
		if (!isalnum((unsigned char)*id) && *id != '-' && *id != '_')
			return 0;
	return 1;
}

/* A sign-off is its date and role; the digest is as "approve" writes it. */
static int
check_signature(const struct record *record, struct diag *d)
{
	static const char *const both[] = { "signed-off", "signed-by" };
	const struct yml *item;
	const char *sum;
	size_t i;
	int rc = 0;

	for (i = 0; i < 2; i++) {
		item = yml_get(record->yml, both[i]);
		if (item != NULL && yml_get(record->yml, both[1 - i]) == NULL)
			rc = diag_add(d, DIAG_KEY_MISSING, &item->key_at,
			    "\"%s\" needs \"%s\" beside it", both[i],
			    both[1 - i]);
	}
	item = yml_get(record->yml, "sha256");
	sum = yml_text(record->yml, "sha256");
	if (sum != NULL && sum[0] != '\0' && !controlled_is_digest(sum))
		rc = diag_add(d, DIAG_VALUE, &item->at, "\"sha256\" must be "
		    "as \"ismsdoc approve\" writes it: \"v1:\" and 64 "
		    "hexadecimal digits in lower case");
	return rc;
}

static int
read_text(struct record *record, const struct refs *refs, struct diag *d)
{
	struct buf text = { 0 };
	struct front front;
	struct place at = { 0 };
	int rc;

	rc = path_read_text(refs->roots, record->path, PATH_TEXT_MAX, &text,
	    NULL, d);
	record->len = text.len;
	record->text = buf_detach(&text);
	if (rc == -1)
		return -1;
	rc = yml_front(record->path, record->text, record->len, &front, d);
	at.path = record->path;
	at.line = at.col = 1;
	if (rc == 0)
		return diag_add(d, DIAG_FRONT_MATTER, &at, "a record needs "
		    "front matter with a title and a date; begin with "
		    "\"---\"");
	if (rc == -1)
		return -1;
	record->body = front.body;
	record->line0 = front.body_line0;
	record->yml = yml_parse(record->path, record->text + front.begin,
	    front.end - front.begin, 1, d);
	if (record->yml == NULL)
		return -1;
	rc = yml_check(record->yml, keys, d);
	return check_signature(record, d) == -1 ? -1 : rc;
}

/* Its id, from the front matter or the file's name. */
static int
set_id(struct record *record, struct diag *d)
{
	const struct yml *id;
	struct place at = { 0 };

	id = yml_get(record->yml, "id");
	if (id != NULL && id->kind == YML_SCALAR && id->text[0] != '\0') {
		record->id = mem_strdup(id->text);
		at = id->at;
	} else {
		record->id = path_stem(record->path);
		at.path = record->path;
		at.line = at.col = 1;
	}
	if (is_record_id(record->id))
		return 0;
	return diag_add(d, DIAG_DOCUMENT_ID, &at, "the record id \"%s\" must "
	    "be letters, digits, \"-\" and \"_\"; give one with \"id:\"",
	    record->id);
}

/* Ids differ in more than case: they are names of files. */
static int
check_twice(xmlHashTablePtr seen, const struct record *record,
    struct diag *d)
{
	const struct record *other;
	struct place at = { 0 };
	char *lower;
	size_t i;
	int rc = 0;

	lower = mem_strdup(record->id);
	for (i = 0; lower[i] != '\0'; i++)
		lower[i] = (char)tolower((unsigned char)lower[i]);
	other = xmlHashLookup(seen, BAD_CAST lower);
	at.path = record->path;
	at.line = at.col = 1;
	if (other == NULL)
		xmlHashAddEntry(seen, BAD_CAST lower, (void *)record);
	else
		rc = diag_add(d, DIAG_DOCUMENT_ID, &at, "the record id "
		    "\"%s\" is that of \"%s\" already; give it another with "
		    "\"id:\"", record->id, other->path);
	free(lower);
	return rc;
}

int
records_read(struct records *records, const struct refs *refs,
    xmlNodePtr root, struct diag *d)
{
	struct strs files = { 0 };
	struct record *record;
	xmlHashTablePtr seen;
	size_t i;
	int rc;

	memset(records, 0, sizeof(*records));
	rc = path_list(refs->roots, "records", ".md", 1, &files, d);
	records->items = mem_zalloc((files.n + 1) * sizeof(*records->items));
	records->n = files.n;
	seen = xmlHashCreate(64);
	for (i = 0; i < files.n; i++) {
		record = &records->items[i];
		record->path = mem_strdup(files.v[i]);
		if (read_text(record, refs, d) == -1)
			rc = -1;
		if (set_id(record, d) == -1 ||
		    check_twice(seen, record, d) == -1)
			rc = -1;
	}
	if (files.n > 0)
		xml_add(root, "i:records");
	xmlHashFree(seen, NULL);
	strs_release(&files);
	return rc;
}

void
records_settle(struct records *records)
{
	char digest[CONTROLLED_DIGEST];
	const char *sum;
	xmlNodePtr node;
	size_t i;

	for (i = 0; i < records->n; i++) {
		node = records->items[i].node;
		if (node == NULL)
			continue;
		sum = xml_get(node, "sha256");
		controlled_digest(node, digest);
		if (xml_get(node, "signed-off") == NULL)
			xml_set(node, "state", "open");
		else if (sum == NULL)
			xml_set(node, "state", "unknown");
		else
			xml_set(node, "state", strcmp(sum, digest) == 0 ?
			    "signed" : "changed");
	}
}

void
records_release(struct records *records)
{
	struct record *record;
	size_t i;

	for (i = 0; i < records->n; i++) {
		record = &records->items[i];
		free(record->path);
		free(record->id);
		free(record->text);
		yml_free(record->yml);
	}
	free(records->items);
	memset(records, 0, sizeof(*records));
}
