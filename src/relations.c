/* Relations: which rows of registers speak of which controls, once. */
#include "relations.h"

#include <stdlib.h>
#include <string.h>

#include "registers.h"
#include "template.h"
#include "xml.h"

/* One pair, from either side. */
struct relation {
	size_t		 control;	/* index in answers->items */
	size_t		 order;		/* of the row among all rows */
	xmlNodePtr	 row;		/* NULL: a file or address */
	const char	*file;		/* borrowed from the answer */
	struct place	 at;
	int		 by_register;
	int		 by_answer;
};

struct relations {
	struct relation		*items;
	size_t			 n;
	xmlHashTablePtr		 controls;	/* ref -> index + 1 */
	const struct answers	*answers;
	const struct refs	*refs;
	struct diag		*d;
};

static struct relation *
add(struct relations *rs, size_t control, xmlNodePtr row)
{
	struct relation *r;

	if ((rs->n & (rs->n - 1)) == 0)
		rs->items = mem_resize(rs->items, rs->n == 0 ? 1 : rs->n * 2,
		    sizeof(*rs->items));
	r = &rs->items[rs->n++];
	memset(r, 0, sizeof(*r));
	r->control = control;
	r->row = row;
	return r;
}

/* Rows carry their number in _private while relations are made. */
static void
add_row(struct relations *rs, xmlNodePtr row)
{
	static const char *const names[] = { "controls", "control" };
	struct relation *r;
	xmlNodePtr cell, value;
	const char *ref;
	size_t i, index;

	for (i = 0; i < 2; i++) {
		cell = registers_cell(row, names[i]);
		for (value = xml_first(cell, "i:value"); value != NULL;
		    value = xml_next(value, "i:value")) {
			ref = xml_get(value, "ref");
			index = ref == NULL ? 0 : (size_t)xmlHashLookup(
			    rs->controls, BAD_CAST ref);
			if (index == 0)
				continue;
			r = add(rs, index - 1, row);
			r->order = (size_t)row->_private;
			r->by_register = 1;
		}
	}
}

static void
add_registers(struct relations *rs)
{
	xmlNodePtr reg, row;
	const char *name;
	size_t order = 0;

	for (reg = xml_first(rs->refs->registers, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register")) {
		name = xml_get(reg, "name");
		for (row = xml_first(reg, "i:row"); row != NULL;
		    row = xml_next(row, "i:row")) {
			row->_private = (void *)++order;
			if (strcmp(name, "reviews") != 0 &&
			    strcmp(name, "approvals") != 0)
				add_row(rs, row);
		}
	}
}

static int
is_address(const char *word)
{
	return strncmp(word, "https://", 8) == 0 ||
	    strncmp(word, "http://", 7) == 0;
}

/* An item of `evidence:` or `because:`: a row's id, or a file. */
static void
add_said(struct relations *rs, size_t control, const struct yml *item,
    int files)
{
	struct relation *r;
	xmlNodePtr row;

	if (item->text[0] == '\0')
		return;
	if (files && (strchr(item->text, '/') != NULL ||
	    is_address(item->text))) {
		r = add(rs, control, NULL);
		r->file = item->text;
		r->order = (size_t)-1;
	} else {
		row = (xmlNodePtr)refs_check(rs->refs, REFS_ROW, item->text,
		    &item->at, rs->d);
		if (row == NULL)
			return;
		r = add(rs, control, row);
		r->order = (size_t)row->_private;
	}
	r->at = item->at;
	r->by_answer = 1;
}

static void
add_list(struct relations *rs, size_t control, const struct yml *list,
    int files)
{
	const struct yml *item;

	if (list == NULL || list->kind == YML_MAP)
		return;
	if (list->kind == YML_SCALAR) {
		add_said(rs, control, list, files);
		return;
	}
	for (item = list->first; item != NULL; item = item->next)
		if (item->kind == YML_SCALAR)
			add_said(rs, control, item, files);
}

static void
add_answers(struct relations *rs)
{
	const struct answer *answer;
	const struct yml *yml;
	size_t i, j;

	for (i = 0; i < rs->answers->n; i++) {
		answer = &rs->answers->items[i];
		yml = answer->file == NULL ? NULL : answer->file->yml;
		add_list(rs, i, yml_get(yml, "because"), 0);
		add_list(rs, i, yml_get(yml, "evidence"), 1);
		for (j = 0; j < answer->nsites; j++)
			add_list(rs, i, yml_get(answer->sites[j]->yml,
			    "evidence"), 1);
	}
}

static int
by_order(const void *a, const void *b)
{
	const struct relation *x = a, *y = b;

	if (x->control != y->control)
		return x->control < y->control ? -1 : 1;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	if (x->file != NULL && y->file != NULL)
		return strcmp(x->file, y->file);
	return x->by_answer - y->by_answer;
}

static int
is_same(const struct relation *a, const struct relation *b)
{
	return a->control == b->control && a->row == b->row &&
	    (a->row != NULL || strcmp(a->file, b->file) == 0);
}

/* A cited file: its digest, or a finding that it is not there. */
static void
set_file(struct relations *rs, const struct relation *r, xmlNodePtr node)
{
	struct digest digest;

	xml_set(node, "register", "evidence");
	xml_set(node, "file", r->file);
	if (is_address(r->file))
		return;
	if (!path_is_source(r->file))
		diag_add(rs->d, DIAG_FILE_KIND, &r->at, "the evidence "
		    "\"%s\" is not a path inside the folder; name a file "
		    "as evidence/..., an https: address or a row's id",
		    r->file);
	else if (!path_exists(rs->refs->roots, r->file))
		diag_add(rs->d, DIAG_EVIDENCE_MISSING, &r->at, "the "
		    "evidence file \"%s\" is not there; put it back or "
		    "correct the answer", r->file);
	else if (digests_get(rs->refs->digests, rs->refs->roots, r->file,
	    &digest, &r->at, rs->d) == 0) {
		xml_set(node, "sha256", digest.hex);
		xml_setf(node, "size", "%ju", digest.size);
	}
}

static void
emit(struct relations *rs, const struct relation *r, xmlNodePtr parent)
{
	xmlNodePtr node;

	node = xml_add(parent, "i:relation");
	xml_set(node, "control", xml_get(
	    rs->answers->items[r->control].control, "ref"));
	if (r->row != NULL) {
		xml_set(node, "register", xml_get(r->row->parent, "name"));
		xml_set(node, "row", xml_get(r->row, "id"));
	} else {
		set_file(rs, r, node);
	}
	if (r->by_answer)
		xml_set(node, "said-by", r->by_register ? "both" : "answer");
	if (r->row == NULL)
		xml_set_src(node, &r->at);
}

static void
index_controls(struct relations *rs)
{
	const char *ref;
	size_t i;

	rs->controls = xmlHashCreate(256);
	for (i = 0; i < rs->answers->n; i++) {
		ref = xml_get(rs->answers->items[i].control, "ref");
		xmlHashAddEntry(rs->controls, BAD_CAST ref, (void *)(i + 1));
	}
}

static void
forget_rows(const struct refs *refs)
{
	xmlNodePtr reg, row;

	for (reg = xml_first(refs->registers, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register"))
		for (row = xml_first(reg, "i:row"); row != NULL;
		    row = xml_next(row, "i:row"))
			row->_private = NULL;
}

int
relations_emit(const struct answers *answers, const struct refs *refs,
    xmlNodePtr parent, struct diag *d)
{
	struct relations rs = { 0 };
	size_t i, before;

	before = d->nerrors + d->nfatal;
	rs.answers = answers;
	rs.refs = refs;
	rs.d = d;
	index_controls(&rs);
	add_registers(&rs);
	add_answers(&rs);
	if (rs.n > 1)
		qsort(rs.items, rs.n, sizeof(*rs.items), by_order);
	for (i = 0; i < rs.n; i++) {
		if (i + 1 < rs.n && is_same(&rs.items[i], &rs.items[i + 1])) {
			rs.items[i + 1].by_register |=
			    rs.items[i].by_register;
			rs.items[i + 1].by_answer |= rs.items[i].by_answer;
			continue;
		}
		emit(&rs, &rs.items[i], parent);
	}
	forget_rows(refs);
	xmlHashFree(rs.controls, NULL);
	free(rs.items);
	return d->nerrors + d->nfatal > before ? -1 : 0;
}

/* Is DATE one that counts: not after TODAY, later than what NODE has? */
static int
is_later(const char *date, const char *today, const char *known)
{
	return date != NULL && strcmp(date, today) <= 0 &&
	    (known == NULL || strcmp(date, known) > 0);
}

static void
set_review(xmlNodePtr node, const char *on_name, const char *by_name,
    xmlNodePtr row, const char *today)
{
	const char *on;

	on = registers_text(row, "reviewed-on");
	if (!is_later(on, today, xml_get(node, on_name)))
		return;
	xml_set(node, on_name, on);
	xml_set(node, by_name, registers_text(row, "by"));
}

static void
review_document(xmlNodePtr documents, const char *id, xmlNodePtr row,
    const char *today)
{
	xmlNodePtr doc, reviewed;

	for (doc = xml_first(documents, "i:document"); doc != NULL;
	    doc = xml_next(doc, "i:document"))
		if (strcmp(xml_get(doc, "id"), id) == 0)
			break;
	if (doc == NULL || !is_later(registers_text(row, "reviewed-on"),
	    today, NULL))
		return;
	reviewed = xml_first(doc, "i:reviewed");
	if (reviewed == NULL)
		reviewed = xml_add(doc, "i:reviewed");
	set_review(reviewed, "on", "by", row, today);
}

/* Every value of the cells NAMES of ROW. */
static void
each_value(struct relations *rs, xmlNodePtr row, const char *const names[2],
    xmlNodePtr documents, const char *today)
{
	xmlNodePtr value;
	const char *ref;
	size_t i, index;

	for (i = 0; i < 2; i++)
		for (value = xml_first(registers_cell(row, names[i]),
		    "i:value"); value != NULL;
		    value = xml_next(value, "i:value")) {
			ref = xml_get(value, "ref");
			if (ref == NULL)
				continue;
			if (documents != NULL) {
				review_document(documents, ref, row, today);
				continue;
			}
			index = (size_t)xmlHashLookup(rs->controls,
			    BAD_CAST ref);
			if (index > 0)
				set_review(rs->answers->items[index - 1].node,
				    "reviewed-on", "reviewed-by", row,
				    today);
		}
}

void
relations_reviews(const struct answers *answers, const struct refs *refs,
    xmlNodePtr documents, const char *today)
{
	static const char *const controls[] = { "controls", "control" };
	static const char *const texts[] = { "documents", "document" };
	struct relations rs = { 0 };
	xmlNodePtr reg, row;

	reg = registers_find(refs->registers, "reviews");
	if (reg == NULL)
		return;
	rs.answers = answers;
	index_controls(&rs);
	for (row = xml_first(reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		each_value(&rs, row, controls, NULL, today);
		each_value(&rs, row, texts, documents, today);
	}
	xmlHashFree(rs.controls, NULL);
}
