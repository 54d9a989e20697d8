/* ismsdoc review: that answers and documents were looked at again. */
#include "cmd.h"

#include <ctype.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog.h"
#include "date.h"
#include "ledger.h"
#include "registers.h"
#include "store.h"
#include "xml.h"

#define REGISTER "registers/reviews.csv"

/* A control that is answered, or a document. */
struct subject {
	char		*word;		/* how the row names it */
	char		*full;		/* with its catalogue, or the same */
	const char	*name;		/* its label, or the same */
	xmlNodePtr	 control;	/* NULL: a document */
	int		 taken;
};

struct review {
	struct call		*call;
	struct reading_run	 read;
	struct catalog_index	*index;
	struct subject		*subjects;	/* in their order */
	size_t			 n;
	xmlNodePtr		 reg;		/* i:register, or NULL */
	const char		*by;
	const char		*result;
	const char		*on;
};

static int
options(struct review *r, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "by", required_argument, NULL, 'b' },
		{ "result", required_argument, NULL, 'r' },
		{ "reviewed-on", required_argument, NULL, 'o' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs, NULL)) !=
	    -1) {
		if (option == 'b')
			r->by = optarg;
		else if (option == 'r')
			r->result = optarg;
		else if (option == 'o')
			r->on = optarg;
		else if (cmd_option(r->call, option, optarg) == -1)
			return EXIT_USAGE;
	}
	return 0;
}

static int
check_options(struct review *r)
{
	struct date date;

	if (r->by == NULL)
		return cmd_mistake(r->call, "say who has reviewed it: --by "
		    "ROLE");
	if (r->on == NULL)
		r->on = r->call->today;
	if (date_parse(r->on, &date) == -1)
		return cmd_mistake(r->call, "--reviewed-on takes a date as "
		    "2026-11-23, not \"%s\"", r->on);
	if (strcmp(r->on, r->call->today) > 0)
		return cmd_mistake(r->call, "--reviewed-on cannot be after "
		    "today, %s", r->call->today);
	return 0;
}

static xmlNodePtr
group(const struct review *r, const char *name)
{
	return xml_first(xmlDocGetRootElement(r->read.dossier.doc), name);
}

static int
check_role(struct review *r)
{
	struct strs ids = { 0 };
	const char *near;
	xmlNodePtr role;
	int rc = 0;

	for (role = xml_first(group(r, "i:roles"), "i:role"); role != NULL;
	    role = xml_next(role, "i:role"))
		strs_add(&ids, xml_get(role, "id"));
	near = strs_nearest(&ids, r->by);
	if (strs_find(&ids, r->by) == -1)
		rc = diag_add(&r->call->d, DIAG_ROLE_UNKNOWN, NULL, "unknown "
		    "role \"%s\"; %s%s%s", r->by, near == NULL ? "see "
		    "\"roles:\" in isms.yaml" : "did you mean \"", near ==
		    NULL ? "" : near, near == NULL ? "" : "\"?");
	strs_release(&ids);
	return rc;
}

/*
 * What can be reviewed.
 */

static struct subject *
add_subject(struct review *r)
{
	if ((r->n & (r->n - 1)) == 0)
		r->subjects = mem_resize(r->subjects, r->n == 0 ? 1 : r->n *
		    2, sizeof(*r->subjects));
	memset(&r->subjects[r->n], 0, sizeof(*r->subjects));
	return &r->subjects[r->n++];
}

static void
add_control(struct review *r, xmlNodePtr control, const char *ref)
{
	struct subject *subject;
	const char *word;

	subject = add_subject(r);
	subject->control = control;
	subject->name = xml_get(control, "label");
	subject->full = mem_printf("%.*s:%s", (int)strcspn(ref, ":"), ref,
	    subject->name);
	/* The shortest that means this one. */
	word = subject->name;
	if (catalog_find(r->index, word, NULL) != control)
		word = subject->full;
	if (catalog_find(r->index, word, NULL) != control)
		word = ref;
	subject->word = mem_strdup(word);
}

static void
add_answers(struct review *r)
{
	xmlNodePtr answer, control;
	const char *ref, *decided;

	for (answer = xml_first(group(r, "i:answers"), "i:answer");
	    answer != NULL; answer = xml_next(answer, "i:answer")) {
		decided = xml_get(answer, "decided");
		ref = xml_get(answer, "control");
		control = ref == NULL ? NULL : catalog_find(r->index, ref,
		    NULL);
		if (control != NULL && decided != NULL &&
		    strcmp(decided, "true") == 0)
			add_control(r, control, ref);
	}
}

static void
add_documents(struct review *r)
{
	struct subject *subject;
	xmlNodePtr doc;

	for (doc = xml_first(group(r, "i:documents"), "i:document");
	    doc != NULL; doc = xml_next(doc, "i:document")) {
		subject = add_subject(r);
		subject->word = mem_strdup(xml_get(doc, "id"));
		subject->full = mem_strdup(subject->word);
		subject->name = subject->word;
	}
}

/* Nothing matches PATTERN: is it a control, or nearly one? */
static int
no_match(struct review *r, const char *pattern)
{
	struct strs words = { 0 };
	const char *near;
	size_t i;
	int rc;

	for (i = 0; i < r->n; i++)
		strs_add(&words, r->subjects[i].word);
	near = strs_nearest(&words, pattern);
	if (catalog_find(r->index, pattern, NULL) != NULL)
		rc = diag_add(&r->call->d, DIAG_NO_MATCH, NULL, "\"%s\" is "
		    "not answered, so there is nothing to review; answer it "
		    "first", pattern);
	else
		rc = diag_add(&r->call->d, DIAG_NO_MATCH, NULL, "no answer "
		    "and no document matches \"%s\"; %s%s%s", pattern,
		    near == NULL ? "a pattern is a label or the id of a "
		    "document, with \"*\" for the rest" : "did you mean \"",
		    near == NULL ? "" : near, near == NULL ? "" : "\"?");
	strs_release(&words);
	return rc;
}

/* Take what PATTERN means: one by its name, or all that match. */
static int
take(struct review *r, const char *pattern)
{
	const struct subject *subject;
	xmlNodePtr control;
	size_t i;
	int found = 0;

	control = catalog_find(r->index, pattern, NULL);
	for (i = 0; i < r->n; i++) {
		subject = &r->subjects[i];
		if ((control != NULL && subject->control == control) ||
		    path_glob(pattern, subject->name) ||
		    path_glob(pattern, subject->full))
			found = r->subjects[i].taken = 1;
	}
	return found ? 0 : no_match(r, pattern);
}

/*
 * The row.
 */

/* What the file calls the column NAME. */
static const char *
spelling(const struct review *r, const char *name)
{
	xmlNodePtr column;

	for (column = xml_first(r->reg, "i:column"); column != NULL;
	    column = xml_next(column, "i:column"))
		if (strcmp(xml_get(column, "name"), name) == 0 &&
		    xml_get(column, "as") != NULL)
			return xml_get(column, "as");
	return name;
}

static int
has_column(const struct review *r, const char *name)
{
	xmlNodePtr column;

	for (column = xml_first(r->reg, "i:column"); column != NULL;
	    column = xml_next(column, "i:column"))
		if (strcmp(xml_get(column, "name"), name) == 0)
			return 1;
	return 0;
}

/* Length of what stands before the number that ID ends in. */
static size_t
stem_length(const char *id)
{
	size_t len;
	int n;

	len = strlen(id);
	for (n = 0; n < 9 && len > 0 && isdigit((unsigned char)id[len - 1]);
	    n++)
		len--;
	return len;
}

/*
 * The next id, in the style of the last that ends in digits: one more than
 * the highest with that beginning.  New memory.
 */
static char *
next_id(const struct review *r)
{
	const char *id, *last = NULL;
	xmlNodePtr row;
	size_t stem;
	unsigned long n, most = 0;

	for (row = xml_first(r->reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		id = xml_get(row, "id");
		if (id != NULL && id[stem_length(id)] != '\0')
			last = id;
	}
	if (last == NULL)
		return mem_strdup("REV-01");
	stem = stem_length(last);
	for (row = xml_first(r->reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		id = xml_get(row, "id");
		if (id == NULL || stem_length(id) != stem ||
		    strncmp(id, last, stem) != 0)
			continue;
		n = strtoul(id + stem, NULL, 10);
		if (n > most)
			most = n;
	}
	return mem_printf("%.*s%0*lu", (int)stem, last,
	    (int)strlen(last + stem), most + 1);
}

/* The words of the subjects that are taken, BETWEEN between; new memory. */
static char *
joined(const struct review *r, int documents, const char *between)
{
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < r->n; i++)
		if (r->subjects[i].taken &&
		    (r->subjects[i].control == NULL) == documents)
			buf_printf(&out, "%s%s", out.len == 0 ? "" : between,
			    r->subjects[i].word);
	return buf_detach(&out);
}

static void
say(const struct review *r, const char *id)
{
	char *controls, *documents;

	controls = joined(r, 0, ", ");
	documents = joined(r, 1, ", ");
	printf("%s%s%s%s%s, by %s on %s\n", id, id[0] == '\0' ? "" : ": ",
	    controls, controls[0] != '\0' && documents[0] != '\0' ? ", " :
	    "", documents, r->by, r->on);
	free(documents);
	free(controls);
}

static int
write_row(struct review *r)
{
	struct ledger_cell cells[] = {
		{ spelling(r, "id"), NULL },
		{ spelling(r, "controls"), NULL },
		{ spelling(r, "documents"), NULL },
		{ spelling(r, "reviewed-on"), r->on },
		{ spelling(r, "by"), r->by },
		{ spelling(r, "result"), r->result }
	};
	struct diag *d = &r->call->d;
	struct buf text = { 0 };
	char *id, *controls, *documents;
	int rc = 0;

	id = r->reg == NULL || has_column(r, "id") ? next_id(r) :
	    mem_strdup("");
	controls = joined(r, 0, ";");
	documents = joined(r, 1, ";");
	cells[0].value = id;
	cells[1].value = controls;
	cells[2].value = documents;
	if (path_exists(&r->call->roots, REGISTER))
		rc = path_read(&r->call->roots, REGISTER, PATH_DATA_MAX,
		    &text, NULL, d);
	if (rc == 0)
		rc = ledger_append(&text, REGISTER, cells, sizeof(cells) /
		    sizeof(*cells), d);
	if (rc == 0)
		rc = store_write(&r->call->roots, REGISTER, buf_str(&text),
		    text.len, d);
	if (rc == 0 && !r->call->quiet)
		say(r, id);
	free(documents);
	free(controls);
	free(id);
	buf_release(&text);
	return rc;
}

static void
run(struct review *r, int argc, char **argv)
{
	int i, rc;

	r->index = catalog_index_new(group(r, "i:catalogs"));
	r->reg = registers_find(group(r, "i:registers"), "reviews");
	add_answers(r);
	add_documents(r);
	rc = check_role(r);
	for (i = 0; i < argc; i++)
		if (take(r, argv[i]) == -1)
			rc = -1;
	if (rc == 0)
		write_row(r);
}

static void
release(struct review *r)
{
	size_t i;

	for (i = 0; i < r->n; i++) {
		free(r->subjects[i].full);
		free(r->subjects[i].word);
	}
	free(r->subjects);
	catalog_index_free(r->index);
	cmd_read_release(&r->read);
}

int
cmd_review(struct call *call, int argc, char **argv)
{
	struct review r = { 0 };
	int rc;

	r.call = call;
	rc = options(&r, argc, argv);
	argc -= optind;
	argv += optind;
	if (rc == 0)
		rc = check_options(&r);
	if (rc == 0 && cmd_folder(call, &argc, &argv) == -1)
		rc = diag_status(&call->d);
	if (rc == 0 && argc == 0)
		rc = cmd_mistake(call, "say what was reviewed: labels, ids "
		    "of documents, or patterns as 'A.8.*'");
	if (rc != 0)
		return rc;
	xslt_setup(&call->roots);
	call->as_written = 1;
	if (cmd_read(call, &r.read, 0, 0) == 0)
		run(&r, argc, argv);
	release(&r);
	xslt_teardown();
	return diag_status(&call->d);
}
