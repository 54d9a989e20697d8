/* The template language: directives become i:insert with references. */
#include "template.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "markdown.h"
#include "xml.h"

/* One directive on its way from hole to insert. */
struct insert {
	struct template	*t;
	xmlNodePtr	 node;		/* the i:insert */
	struct place	 at;
	struct strs	 args;
	const char	*rest;		/* the arguments as written */
	struct controls	 found;		/* what it means, where several */
};

typedef void insert_fn(struct insert *);

static void
args_fault(struct insert *in, const char *wanted)
{
	diag_add(in->t->d, DIAG_DIRECTIVE, &in->at, "\"{{%s%s%s}}\" cannot "
	    "be read; write {{%s}}", xml_get(in->node, "name"),
	    in->rest[0] == '\0' ? "" : " ", in->rest, wanted);
}

/* What NODE refers to: CONTROL. */
static void
set_control(xmlNodePtr node, const xmlNode *control)
{
	xml_set(node, "label", xml_get(control, "label"));
	xml_set(node, "ref", xml_get(control, "ref"));
}

/*
 * The control that the first argument means, on the insert; the others that
 * a mapping leads to get inserts of their own.
 */
static void
insert_control(struct insert *in)
{
	if (in->args.n != 1) {
		args_fault(in, "control LABEL");
		return;
	}
	xml_set(in->node, "label", in->args.v[0]);
	if (refs_controls(in->t->refs, in->args.v[0], in->t->home, &in->at,
	    0, &in->found, in->t->d) == -1)
		return;
	if (in->found.n > 0)
		set_control(in->node, in->found.v[0]);
	else if (strchr(in->args.v[0], ':') == NULL)
		xml_setf(in->node, "label", "%s:%s", in->t->home,
		    in->args.v[0]);
}

static void
add_args(const struct insert *in, xmlNodePtr node)
{
	size_t i;

	if (in->rest[0] != '\0')
		xml_set(node, "args", in->rest);
	for (i = 0; i < in->args.n; i++)
		xml_add_text(node, "i:arg", in->args.v[i]);
}

/* The inserts of the second and further controls, after the first. */
static void
put_others(const struct insert *in, int block)
{
	xmlNodePtr node, last;
	size_t i;

	last = in->node;
	for (i = 1; i < in->found.n; i++) {
		node = xml_make(in->node, "i:insert");
		xml_set(node, "name", xml_get(in->node, "name"));
		xml_set_src(node, &in->at);
		set_control(node, in->found.v[i]);
		add_args(in, node);
		last = xmlAddNextSibling(last, node);
		/* Not before: beside text, text is merged and freed. */
		if (!block)
			xmlAddPrevSibling(last, xmlNewDocText(last->doc,
			    BAD_CAST ", "));
	}
}

static void
insert_document(struct insert *in)
{
	const char *title, *other;

	if (in->args.n != 1) {
		args_fault(in, "document ID");
		return;
	}
	xml_set(in->node, "label", in->args.v[0]);
	other = refs_stand_in(in->t->refs, in->args.v[0]);
	title = refs_get(in->t->refs, REFS_DOCUMENT, in->args.v[0]);
	if (other != NULL && title != NULL && title[0] == '\0') {
		xml_set(in->node, "ref", other);
		return;
	}
	title = refs_check(in->t->refs, REFS_DOCUMENT, in->args.v[0],
	    &in->at, in->t->d);
	if (title != NULL && title[0] != '\0')
		xml_set(in->node, "ref", in->args.v[0]);
}

static void
insert_rule(struct insert *in)
{
	const char *document;

	if (in->args.n != 1) {
		args_fault(in, "rule ID");
		return;
	}
	xml_set(in->node, "label", in->args.v[0]);
	document = refs_check(in->t->refs, REFS_RULE, in->args.v[0],
	    &in->at, in->t->d);
	if (document == NULL || document[0] == '\0')
		return;
	xml_set(in->node, "ref", in->args.v[0]);
	xml_set(in->node, "document", document);
}

static void
insert_role(struct insert *in)
{
	if (in->args.n != 1) {
		args_fault(in, "role ID");
		return;
	}
	if (workspace_check_role(in->t->refs->ws, in->args.v[0], &in->at,
	    in->t->d) == 0)
		xml_set(in->node, "ref", in->args.v[0]);
}

static void
insert_date(struct insert *in)
{
	static const char *const kinds[] = {
		"effective", "approved", "review", "today"
	};
	size_t i;

	for (i = 0; in->args.n == 1 && i < 4; i++)
		if (strcmp(kinds[i], in->args.v[0]) == 0) {
			xml_set(in->node, "arg", kinds[i]);
			return;
		}
	args_fault(in, "date effective|approved|review|today");
}

static xmlNodePtr
find_register(const struct refs *refs, const char *name)
{
	xmlNodePtr reg;
	const char *other;

	for (reg = xml_first(refs->registers, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register")) {
		other = xml_get(reg, "name");
		if (other != NULL && strcmp(other, name) == 0)
			return reg;
	}
	return NULL;
}

int
template_check_register(const struct refs *refs, const char *name,
    const struct place *at, struct diag *d)
{
	struct strs names = { 0 };
	const char *near;
	xmlNodePtr reg;
	size_t i;

	if (find_register(refs, name) != NULL ||
	    regdefs_find(&refs->ws->registers, name) != NULL)
		return 0;
	for (reg = xml_first(refs->registers, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register"))
		strs_add(&names, xml_get(reg, "name"));
	for (i = 0; i < refs->ws->registers.n; i++)
		strs_add(&names, refs->ws->registers.items[i].name);
	near = strs_nearest(&names, name);
	diag_add(d, DIAG_REGISTER_UNKNOWN, at, "unknown register \"%s\"; "
	    "%s%s%s", name, near == NULL ? "see the files in registers/" :
	    "did you mean \"", near == NULL ? "" : near, near == NULL ? "" :
	    "\"?");
	strs_release(&names);
	return -1;
}

/* A column that is not declared and that the register does not have. */
static void
check_column(struct insert *in, const char *column)
{
	struct strs names = { 0 };
	const char *near;
	xmlNodePtr reg, node;

	reg = find_register(in->t->refs, in->args.v[0]);
	if (reg == NULL)
		return;
	for (node = xml_first(reg, "i:column"); node != NULL;
	    node = xml_next(node, "i:column"))
		strs_add(&names, xml_get(node, "name"));
	near = strs_nearest(&names, column);
	if (strs_find(&names, column) == -1)
		diag_add(in->t->d, DIAG_DIRECTIVE, &in->at,
		    "the register \"%s\" has no column \"%s\"; %s%s%s",
		    xml_get(reg, "name"), column, near == NULL ?
		    "see its header" : "did you mean \"", near == NULL ? "" :
		    near, near == NULL ? "" : "\"?");
	strs_release(&names);
}

/* The rows that are wanted name one of the controls that VALUE means. */
static void
set_where_ref(struct insert *in, const char *value)
{
	struct controls found = { 0 };
	struct buf refs = { 0 };
	size_t i;

	if (refs_controls(in->t->refs, value, in->t->home, &in->at,
	    in->t->shipped, &found, in->t->d) == 0) {
		for (i = 0; i < found.n; i++)
			buf_printf(&refs, "%s%s", i == 0 ? "" : " ",
			    xml_get(found.v[i], "ref"));
		xml_set(in->node, "where-ref", buf_str(&refs));
	}
	buf_release(&refs);
	controls_release(&found);
}

/* "risks where controls=A.5.15" */
static void
insert_register(struct insert *in)
{
	const struct regdef_column *declared;
	const char *where, *equals;
	char *column, *value;

	where = strstr(in->rest, " where ");
	equals = where == NULL ? NULL : strchr(where, '=');
	if (in->args.n == 0 || (in->args.n > 1 && equals == NULL)) {
		args_fault(in, "register NAME where COLUMN=VALUE");
		return;
	}
	if (template_check_register(in->t->refs, in->args.v[0], &in->at,
	    in->t->d) == -1)
		return;
	xml_set(in->node, "ref", in->args.v[0]);
	if (equals == NULL)
		return;
	where += strlen(" where ");
	where += strspn(where, " \t");
	column = mem_strndup(where, (size_t)(equals - where));
	column[strcspn(column, " \t")] = '\0';
	value = mem_strdup(equals + 1 + strspn(equals + 1, " \t"));
	declared = regdef_column(regdefs_find(&in->t->refs->ws->registers,
	    in->args.v[0]), column);
	xml_set(in->node, "where-column", declared != NULL ?
	    declared->name : column);
	xml_set(in->node, "where-value", value);
	if (declared == NULL) {
		check_column(in, column);
		declared = regdef_usual(column);
	}
	if (declared->type == REGDEF_CONTROLS)
		set_where_ref(in, value);
	free(column);
	free(value);
}

static void
insert_bare(struct insert *in)
{
	if (in->args.n != 0)
		args_fault(in, xml_get(in->node, "name"));
}

/*
 * What the levels of a scale of five mean where the settings do not say it:
 * the variables risk.likelihood-1 and so on, which a template declares.
 */
static void
explain_levels(struct insert *in, xmlNodePtr method, const char *scale)
{
	const char *n;
	char *name, *meaning;
	xmlNodePtr level;

	n = xml_get(method, scale);
	if (n == NULL || strcmp(n, "5") != 0)
		return;
	for (level = xml_first(method, "i:level"); level != NULL;
	    level = xml_next(level, "i:level")) {
		if (strcmp(xml_get(level, "scale"), scale) != 0 ||
		    xml_get(level, "meaning") != NULL)
			continue;
		name = mem_printf("risk.%s-%s", scale, xml_get(level,
		    "value"));
		meaning = template_value(in->t, name, &in->at, 1);
		xml_set(level, "meaning", meaning);
		free(meaning);
		free(name);
	}
}

/*
 * The scales are settings; an insert that prints them carries them, so that
 * they are part of what is approved and stay in what was approved.
 */
static void
insert_scales(struct insert *in)
{
	xmlNodePtr method;

	insert_bare(in);
	method = risk_emit(&in->t->refs->ws->risk, in->node);
	if (method == NULL)
		return;
	explain_levels(in, method, "likelihood");
	explain_levels(in, method, "impact");
}

static void
insert_answer(struct insert *in)
{
	if (in->args.n != 1)
		args_fault(in, "answer LABEL");
	else
		insert_control(in);
}

static const struct {
	const char	*name;
	insert_fn	*fn;
	int		 documents_only;
} directives[] = {
	{ "answer", insert_answer, 1 },
	{ "answers", insert_bare, 1 },
	{ "control", insert_control, 0 },
	{ "date", insert_date, 1 },
	{ "document", insert_document, 0 },
	{ "register", insert_register, 1 },
	{ "risk-scales", insert_scales, 1 },
	{ "role", insert_role, 0 },
	{ "rule", insert_rule, 0 },
	{ "scope", insert_bare, 1 },
	{ "versions", insert_bare, 1 }
};

static void
split_args(struct insert *in, const char *text)
{
	const char *s;
	size_t len;

	len = strcspn(text, " \t");
	s = text + len + strspn(text + len, " \t");
	in->rest = s;
	for (; *s != '\0'; s += len, s += strspn(s, " \t")) {
		len = strcspn(s, " \t");
		strs_take(&in->args, mem_strndup(s, len));
	}
}

/* Fill in what the directive NAME needs; a layer's own takes anything. */
static void
apply_directive(struct insert *in, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(directives) / sizeof(*directives); i++)
		if (strcmp(directives[i].name, name) == 0)
			break;
	if (i == sizeof(directives) / sizeof(*directives))
		return;
	if (directives[i].documents_only && in->t->document == NULL) {
		diag_add(in->t->d, DIAG_TPL_PLACE, &in->at, "\"{{%s}}\" can "
		    "stand in documents only, not in answers", name);
		return;
	}
	directives[i].fn(in);
}

/* An inline directive that stands alone gets a paragraph of its own. */
static xmlNodePtr
wrapped(xmlNodePtr hole, xmlNodePtr insert, const struct place *at)
{
	xmlNodePtr para;

	para = xml_make(hole, "para");
	xml_set_src(para, at);
	xmlAddChild(para, insert);
	return para;
}

static void
link_hole(struct template *t, xmlNodePtr hole)
{
	struct insert in = { 0 };
	const char *text;
	char *name, *path;
	xmlNodePtr put;
	int block, is_block;

	in.t = t;
	in.at = template_place(hole, &path);
	text = xml_get(hole, "text");
	name = mem_strndup(text, strcspn(text, " \t"));
	is_block = xml_get(hole, "block") != NULL;
	block = strs_find(&t->refs->declared->blocks, name) != -1;
	in.node = xml_make(hole, "i:insert");
	xml_set(in.node, "name", name);
	xml_set_src(in.node, &in.at);
	split_args(&in, text);
	if (block && !is_block)
		diag_add(t->d, DIAG_TPL_PLACE, &in.at, "\"{{%s}}\" must stand "
		    "alone in a paragraph, with blank lines around it",
		    name);
	else
		apply_directive(&in, name);
	add_args(&in, in.node);
	put = is_block && !block ? wrapped(hole, in.node, &in.at) : in.node;
	xmlReplaceNode(hole, put);
	put_others(&in, block);
	xmlFreeNode(hole);
	controls_release(&in.found);
	strs_release(&in.args);
	free(name);
	free(path);
}

void
template_link(struct template *t, xmlNodePtr parent)
{
	xmlNodePtr node, next;

	for (node = parent->children; node != NULL; node = next) {
		next = node->next;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (xml_is(node, "i:hole"))
			link_hole(t, node);
		else
			template_link(t, node);
	}
}
