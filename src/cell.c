/* Cells: what may stand in a register's cell, by the type of its column. */
#include "cell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "date.h"
#include "path.h"
#include "template.h"
#include "workspace.h"
#include "xml.h"

/* One value of a cell on its way from text to reference. */
struct reading {
	const struct refs		*refs;
	const struct regdef_column	*column;
	xmlNodePtr			 cell;
	struct place			 at;
	struct diag			*d;
};

/* Check VALUE; what it refers to, or NULL. */
typedef const char *check_fn(struct reading *, const char *value);

static const char *
check_nothing(struct reading *r, const char *value)
{
	(void)r;
	(void)value;
	return NULL;
}

static void
fault(struct reading *r, const char *wanted, const char *value,
    const char *near)
{
	diag_add(r->d, DIAG_VALUE, &r->at, "\"%s\" must be %s, not "
	    "\"%.60s\"%s%s%s", r->column->name, wanted, value, near == NULL ?
	    "" : "; did you mean \"", near == NULL ? "" : near, near ==
	    NULL ? "" : "\"?");
}

/*
 * The day that somebody meant by VALUE: 2026-1-5, 2026/01/05 or 5.1.2026.  1,
 * or 0 where it is none or could be two.
 */
static int
guess_date(const char *value, char out[DATE_SIZE])
{
	int a, b, c, n = 0;
	char x, y;
	struct date date;

	if (strlen(value) > 10 || sscanf(value, "%4d%c%2d%c%4d%n", &a, &x, &b,
	    &y, &c, &n) != 5 || value[n] != '\0' || x != y ||
	    a < 1 || b < 1 || c < 1)
		return 0;
	if (x == '.' && c > 999)
		n = snprintf(out, DATE_SIZE, "%04d-%02d-%02d", c, b % 100,
		    a % 100);
	else if (a > 999)
		n = snprintf(out, DATE_SIZE, "%04d-%02d-%02d", a, b % 100,
		    c % 100);
	else
		return 0;
	return n < DATE_SIZE && date_parse(out, &date) == 0;
}

static const char *
check_date(struct reading *r, const char *value)
{
	char near[DATE_SIZE];
	struct date date;

	if (date_parse(value, &date) == -1)
		fault(r, "a date YYYY-MM-DD", value, guess_date(value, near) ?
		    near : NULL);
	return NULL;
}

int
cell_is_number(const char *text)
{
	static const char digits[] = "0123456789";
	const char *s;
	size_t whole, part = 1;

	s = text + (*text == '-');
	whole = strspn(s, digits);
	s += whole;
	if (whole > 0 && *s == '.') {
		part = strspn(s + 1, digits);
		s += part + 1;
	}
	return whole > 0 && part > 0 && *s == '\0';
}

static const char *
check_number(struct reading *r, const char *value)
{
	if (!cell_is_number(value))
		fault(r, "a number, as 12 or 0.5", value, NULL);
	return NULL;
}

static const char *
check_yes_no(struct reading *r, const char *value)
{
	static const char *const words[][2] = {
		{ "yes", "yes" }, { "no", "no" }, { "y", "yes" },
		{ "n", "no" }, { "true", "yes" }, { "false", "no" }
	};
	const char *near = NULL;
	size_t i;

	if (strcmp(value, "yes") == 0 || strcmp(value, "no") == 0)
		return NULL;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (xmlStrcasecmp(BAD_CAST value, BAD_CAST words[i][0]) == 0)
			near = words[i][1];
	fault(r, "yes or no", value, near);
	return NULL;
}

/* "a, b or c". */
static void
join_words(const struct strs *words, struct buf *out)
{
	size_t i;

	for (i = 0; i < words->n; i++)
		buf_printf(out, "%s%s", i == 0 ? "" : i + 1 < words->n ?
		    ", " : " or ", words->v[i]);
}

static const char *
check_choice(struct reading *r, const char *value)
{
	struct strs words = { 0 };
	struct buf wanted = { 0 };

	yml_texts(r->column->values, &words);
	if (strs_find(&words, value) == -1) {
		join_words(&words, &wanted);
		fault(r, buf_str(&wanted), value, strs_nearest(&words,
		    value));
	}
	buf_release(&wanted);
	strs_release(&words);
	return NULL;
}

static const char *
check_version(struct reading *r, const char *value)
{
	if (!yml_is_version(value))
		diag_add(r->d, DIAG_VERSION, &r->at, "\"%s\" must be numbers "
		    "joined by dots, as 1.2, not \"%.60s\"",
		    r->column->name, value);
	return NULL;
}

static const char *
check_role(struct reading *r, const char *value)
{
	return workspace_check_role(r->refs->ws, value, &r->at, r->d) == 0 ?
	    value : NULL;
}

static const char *
check_site(struct reading *r, const char *value)
{
	return workspace_check_site(r->refs->ws, value, &r->at, r->d) == 0 ?
	    value : NULL;
}

static const char *
check_control(struct reading *r, const char *value)
{
	xmlNodePtr control;

	control = refs_control(r->refs, value, NULL, &r->at, r->d);
	return control == NULL ? NULL : xml_get(control, "ref");
}

static const char *
check_document(struct reading *r, const char *value)
{
	if (refs_get(r->refs, REFS_DOCUMENT, value) != NULL)
		return value;
	refs_check(r->refs, REFS_DOCUMENT, value, &r->at, r->d);
	return NULL;
}

static const char *
check_row(struct reading *r, const char *value)
{
	if (refs_row(r->refs, r->column->of, value) != NULL)
		return value;
	if (!r->column->loose)
		refs_row_unknown(r->refs, r->column->of, value, &r->at, r->d);
	return NULL;
}

/* A path of the folder, whose file must be there; or words. */
static const char *
check_place(struct reading *r, const char *value)
{
	struct digest digest;
	int is_evidence;

	is_evidence = strncmp(value, "evidence/", 9) == 0;
	if (!is_evidence && strncmp(value, "records/", 8) != 0)
		return NULL;
	if (path_exists(r->refs->roots, value)) {
		if (digests_get(r->refs->digests, r->refs->roots, value,
		    &digest, &r->at, r->d) == -1)
			return NULL;
		xml_set(r->cell, "file", value);
		xml_set(r->cell, "sha256", digest.hex);
		xml_setf(r->cell, "size", "%ju", digest.size);
	} else if (is_evidence) {
		diag_add(r->d, DIAG_EVIDENCE_MISSING, &r->at, "the evidence "
		    "file \"%s\" is not there; put it back or correct the "
		    "row", value);
	} else {
		diag_add(r->d, DIAG_FILE_MISSING, &r->at, "the record \"%s\" "
		    "is not there; put it back or correct the row", value);
	}
	return NULL;
}

static check_fn *const checks[REGDEF_NTYPES] = {
	[REGDEF_TEXT] = check_nothing, [REGDEF_ID] = check_nothing,
	[REGDEF_DATE] = check_date, [REGDEF_NUMBER] = check_number,
	[REGDEF_YES_NO] = check_yes_no, [REGDEF_CHOICE] = check_choice,
	[REGDEF_ROLE] = check_role, [REGDEF_PARTY] = check_nothing,
	[REGDEF_SITE] = check_site, [REGDEF_CONTROLS] = check_control,
	[REGDEF_DOCUMENTS] = check_document, [REGDEF_ROWS] = check_row,
	[REGDEF_PLACE] = check_place,
	/* Levels are checked against the scales by rules. */
	[REGDEF_LEVEL] = check_nothing,
	[REGDEF_VERSION] = check_version, [REGDEF_DIGEST] = check_nothing
};

void
cell_split(const char *text, struct strs *values)
{
	size_t len, n;

	for (;; text += len + 1) {
		len = strcspn(text, ";\n");
		n = len;
		while (n > 0 && strchr(" \t\r", text[n - 1]) != NULL)
			n--;
		while (n > 0 && strchr(" \t\r", *text) != NULL) {
			text++;
			len--;
			n--;
		}
		if (n > 0)
			strs_take(values, mem_strndup(text, n));
		if (text[len] == '\0')
			return;
	}
}

static void
link_values(struct reading *r, const char *text)
{
	struct strs values = { 0 };
	xmlNodePtr value;
	size_t i;

	cell_split(text, &values);
	xmlNodeSetContent(r->cell, NULL);
	for (i = 0; i < values.n; i++) {
		value = xml_add_text(r->cell, "i:value", values.v[i]);
		xml_set(value, "ref", checks[r->column->type](r,
		    values.v[i]));
	}
	strs_release(&values);
}

void
cell_link(const struct refs *refs, const struct regdef_column *column,
    xmlNodePtr cell, struct diag *d)
{
	struct reading r;
	char *path, *text;

	if (checks[column->type] == check_nothing && !column->several)
		return;
	r.refs = refs;
	r.column = column;
	r.cell = cell;
	r.at = template_place(cell, &path);
	r.d = d;
	text = (char *)xmlNodeGetContent(cell);
	if (column->several)
		link_values(&r, text);
	else
		checks[column->type](&r, text);
	xmlFree(text);
	free(path);
}
