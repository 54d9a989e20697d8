/* Tests of template.c, variable.c and insert.c: the template language. */
#include "template.h"

#include "markdown.h"
#include "scratch.h"
#include "xml.h"

/* A folder with an isms.yaml, two controls, and a template on top. */
static struct roots roots;
static struct diag d;
static struct workspace ws;
static struct declared declared;
static struct refs refs;
static struct template t;
static struct catalog_index *catalogs;
static xmlDocPtr doc;
static xmlNodePtr body;

static const char settings[] =
	"organisation: { name: Acme Ltd }\n"
	"catalogs: [iso27001-2022]\n"
	"scope: { statement: All of it }\n"
	"variables:\n"
	"  hours: 24\n"
	"  none: \"\"\n"
	"  no: false\n"
	"  backup: { hours: 12, places: [mill, office] }\n"
	"  bad: javascript:alert(1)\n"
	"  page: other.md\n";

static void
add_control(xmlNodePtr parent, const char *id, const char *label)
{
	xmlNodePtr control;

	control = xml_add(parent, "i:control");
	xml_set(control, "id", id);
	xml_set(control, "label", label);
	xml_set(control, "title", label);
}

static void
make_refs(void)
{
	xmlNodePtr root, node;

	root = xmlDocGetRootElement(doc);
	node = xml_add(xml_add(root, "i:catalogs"), "i:catalog");
	xml_set(node, "name", "mini");
	add_control(node, "m.1", "M.1");
	add_control(node, "m.2", "M.2");
	catalogs = catalog_index_new(node->parent);
	refs_init(&refs);
	refs.roots = &roots;
	refs.ws = &ws;
	refs.declared = &declared;
	refs.catalogs = catalogs;
	refs.registers = xml_add(root, "i:registers");
	node = xml_add(refs.registers, "i:register");
	xml_set(node, "name", "risks");
	xml_set(xml_add(node, "i:column"), "name", "title");
	xml_set(xml_add(node, "i:column"), "name", "controls");
	xmlHashAddEntry(refs.out, BAD_CAST "mini:m.2", "");
	refs_add(&refs, REFS_DOCUMENT, "note", "Note");
	refs_add(&refs, REFS_DOCUMENT, "gone", "");
	refs_add(&refs, REFS_RULE, "BAK-1", "note");
}

static void
enter(void)
{
	static const char *const inlines[] = {
		"role", "control", "document", "rule", "date"
	};
	static const char *const blocks[] = {
		"answers", "answer", "register", "versions", "scope", "mine"
	};
	size_t i;

	scratch_enter();
	ck_assert_int_eq(mkdir("data", 0755), 0);
	ck_assert_int_eq(mkdir("data/catalog", 0755), 0);
	ck_assert_int_eq(mkdir("data/templates", 0755), 0);
	ck_assert_int_eq(mkdir("data/templates/rules", 0755), 0);
	ck_assert_int_eq(mkdir("org", 0755), 0);
	ck_assert_int_eq(mkdir("org/documents", 0755), 0);
	ck_assert_int_eq(mkdir("org/documents/rules", 0755), 0);
	scratch_put("data/templates/registers.yaml", "incidents: { use: core, "
	    "columns: [{ name: id, type: id }] }\n");
	scratch_put("data/templates/roles.yaml", "ciso: { title: Boss }\n");
	scratch_put("data/catalog/iso27001-2022.xml", "<x/>");
	scratch_put("data/catalog/iso27002-2022.xml", "<x/>");
	scratch_put("org/isms.yaml", settings);
	memset(&d, 0, sizeof(d));
	ck_assert_int_eq(path_roots(&roots, "org", "data", &d), 0);
	ck_assert_int_eq(workspace_load(&ws, &roots, &d), 0);
	for (i = 0; i < sizeof(inlines) / sizeof(*inlines); i++)
		strs_add(&declared.inlines, inlines[i]);
	for (i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		strs_add(&declared.blocks, blocks[i]);
	doc = xml_new("i:dossier");
	make_refs();
	memset(&t, 0, sizeof(t));
	t.refs = &refs;
	t.d = &d;
	t.document = "note";
	body = xml_add(xmlDocGetRootElement(doc), "i:body");
}

static void
leave(void)
{
	template_release(&t);
	catalog_index_free(catalogs);
	refs_release(&refs);
	workspace_release(&ws);
	path_roots_release(&roots);
	strs_release(&declared.inlines);
	strs_release(&declared.blocks);
	diag_release(&d);
	xmlFreeDoc(doc);
	scratch_leave();
}

static void
read_text(const char *text)
{
	struct markdown_text md = { 0 };

	xmlFreeNodeList(body->children);
	body->children = body->last = NULL;
	diag_release(&d);
	md.path = "documents/note.md";
	md.text = text;
	md.len = strlen(text);
	md.flags = MARKDOWN_HOLES | MARKDOWN_RULES;
	markdown_blocks(&md, body, &d);
	template_expand(&t, body);
}

/* TEXT expanded gives the words EXPECTED and no message. */
static void
expands(const char *text, const char *expected)
{
	char *words;

	read_text(text);
	ck_assert_msg(d.n == 0, "%s: %s", text, d.n > 0 ? d.msgs[0].text :
	    "");
	words = xml_words(body);
	ck_assert_msg(strcmp(words, expected) == 0, "%s: %s", text, words);
	free(words);
}

/* The only message of TEXT is of CODE at LINE and COL and says PART. */
static void
one_message(enum diag_code code, int line, int col, const char *part)
{
	ck_assert_msg(d.n == 1, "%zu messages; %s", d.n, d.n > 1 ?
	    d.msgs[1].text : part);
	ck_assert_msg(d.msgs[0].code == code && d.msgs[0].line == line &&
	    d.msgs[0].col == col, "%d:%d [%s] %s", d.msgs[0].line,
	    d.msgs[0].col, diag_word(d.msgs[0].code), d.msgs[0].text);
	ck_assert_msg(strstr(d.msgs[0].text, part) != NULL, "%s",
	    d.msgs[0].text);
}

static void
faults(const char *text, enum diag_code code, int line, int col,
    const char *part)
{
	read_text(text);
	one_message(code, line, col, part);
}

START_TEST(conditions)
{
	expands("{{#if hours}}\n\nA\n\n{{/if}}\n\nB\n", "AB");
	expands("{{#if not hours}}\n\nA\n\n{{/if}}\n\nB\n", "B");
	expands("{{#if none}}\n\nA\n\n{{else}}\n\nB\n\n{{/if}}\n", "B");
	expands("{{#if no}}\n\nA\n\n{{else}}\n\nB\n\n{{/if}}\n", "B");
	expands("{{#if hours}}\n\nA\n\n{{else}}\n\nB\n\n{{/if}}\n\nC\n", "AC");
	expands("{{#if nope|}}\n\nA\n\n{{else}}\n\nB\n\n{{/if}}\n", "B");
	expands("{{#if hours}}\n\n{{/if}}\n\nA\n", "A");
	expands("{{#applicable M.1}}\n\nA\n\n{{/applicable}}\n", "A");
	expands("{{#applicable M.2}}\n\nA\n\n{{else}}\n\nB\n\n"
	    "{{/applicable}}\n", "B");
	expands("{{#if hours}}\n\n{{#applicable M.2}}\n\nA\n\n{{else}}\n\n"
	    "B\n\n{{/applicable}}\n\nC\n\n{{else}}\n\nD\n\n{{/if}}\n", "BC");
	expands("{{#if no}}\n\n{{#if hours}}\n\nA\n\n{{/if}}\n\n{{else}}\n\n"
	    "{{#if no}}\n\nB\n\n{{else}}\n\nC\n\n{{/if}}\n\n{{/if}}\n", "C");
	expands("- A\n\n  {{#if no}}\n\n  B\n\n  {{/if}}\n\n- C\n", "AC");
	/* What is left out is not looked at. */
	expands("{{#if no}}\n\n{{nope}}\n\n{{include rules/no}}\n\n{{/if}}\n\n"
	    "A\n", "A");
}
END_TEST

START_TEST(condition_faults)
{
	faults("{{#if hours}}\n\nA\n", DIAG_TPL_UNCLOSED, 1, 1,
	    "is not closed");
	faults("A\n\n{{/if}}\n", DIAG_TPL_UNCLOSED, 3, 1, "no beginning");
	faults("A\n\n{{else}}\n", DIAG_TPL_UNCLOSED, 3, 1, "no beginning");
	faults("{{#if hours}}\n\nA\n\n{{/applicable}}\n", DIAG_TPL_UNCLOSED,
	    5, 1, "where \"{{/if}}\" should");
	faults("{{#if hours}}\n\n{{#applicable M.1}}\n\nA\n\n{{/if}}\n\n"
	    "{{/applicable}}\n", DIAG_TPL_UNCLOSED, 9, 1, "reverse order");
	faults("{{#if hours}}\n\nA\n\n{{else}}\n\nB\n\n{{else}}\n\nC\n\n"
	    "{{/if}}\n", DIAG_TPL_UNCLOSED, 9, 1, "a second \"{{else}}\"");
	faults("{{#if no}}\n\nA\n\n{{else}}\n\nB\n\n{{else}}\n\nC\n\n"
	    "{{/if}}\n", DIAG_TPL_UNCLOSED, 9, 1, "a second \"{{else}}\"");
	faults("A {{#if hours}} B\n", DIAG_TPL_PLACE, 1, 3, "alone");
	faults("A {{/if}} B\n", DIAG_TPL_PLACE, 1, 3, "alone");
	faults("{{#if}}\n\nA\n\n{{/if}}\n", DIAG_DIRECTIVE, 1, 1,
	    "needs a variable");
	faults("{{#if houts}}\n\nA\n\n{{/if}}\n", DIAG_VARIABLE, 1, 1,
	    "mean \"hours\"");
	faults("{{#applicable}}\n\nA\n\n{{/applicable}}\n", DIAG_DIRECTIVE,
	    1, 1, "needs a control");
	faults("{{#applicable M.3}}\n\nA\n\n{{/applicable}}\n",
	    DIAG_CONTROL_UNKNOWN, 1, 1, "did you mean");
}
END_TEST

START_TEST(condition_sections)
{
	static const char place[] = "whole sections";

	expands("## A\n\n{{#if hours}}\n\n## B\n\nC\n\n### D\n\n{{/if}}\n\n"
	    "## E\n", "ABCDE");
	expands("## A\n\n{{#if hours}}\n\n### B\n\nC\n\n{{/if}}\n\n## E\n",
	    "ABCE");
	expands("{{#if hours}}\n\n## A\n\n{{else}}\n\n## B\n\n{{/if}}\n",
	    "A");
	faults("{{#if hours}}\n\nA\n\n## B\n\n{{/if}}\n", DIAG_TPL_PLACE, 5,
	    1, place);
	faults("{{#if hours}}\n\n## A\n\n{{/if}}\n\nB\n", DIAG_TPL_PLACE, 7,
	    1, place);
	faults("{{#if hours}}\n\n## A\n\n{{/if}}\n\n### B\n", DIAG_TPL_PLACE,
	    7, 1, place);
	faults("- {{#if hours}}\n\n- A\n", DIAG_TPL_UNCLOSED, 1, 3,
	    "same list");
}
END_TEST

START_TEST(variables)
{
	struct diag ignored = { 0 };
	struct yml *yml;
	static const char front[] = "hours: { default: 7 }\n"
	    "own: { default: 3, ask: How many? }\n"
	    "list: { default: [a, b] }\nbackup.hours: { default: 1 }\n";

	expands("{{hours}} {{ backup.hours }} {{backup.places}}\n",
	    "24 12 mill, office");
	expands("{{organisation.name}} {{organisation.short}} {{language}} "
	    "{{scope.statement}}\n", "Acme Ltd Acme Ltd en All of it");
	expands("{{nope|a b}} {{nope | c|d}} {{hours|e}} {{nope|}}.\n",
	    "a b c|d 24 .");
	expands("{{hours}}\n", "24");
	yml = yml_parse("a", front, strlen(front), 0, &ignored);
	ck_assert_int_eq(template_declare(&t, yml), 0);
	yml_free(yml);
	/* isms.yaml first, then what the template declares. */
	expands("{{hours}} {{own}} {{own|9}} {{backup.hours}} {{list}}\n",
	    "24 3 3 12 a, b");
	diag_release(&ignored);
}
END_TEST

START_TEST(variable_faults)
{
	faults("A {{houres}}\n", DIAG_VARIABLE, 1, 3, "mean \"hours\"");
	faults("A {{backup.huors}}\n", DIAG_VARIABLE, 1, 3,
	    "mean \"backup.hours\"");
	faults("A {{backup}}\n", DIAG_VARIABLE, 1, 3, "under \"variables:\"");
	faults("A {{frobnicate}}\n", DIAG_VARIABLE, 1, 3, "a default after");
	faults("A {{organisation.nam}}\n", DIAG_VARIABLE, 1, 3,
	    "mean \"organisation.name\"");
	faults("A {{rol ciso}}\n", DIAG_TPL_SYNTAX, 1, 3, "mean \"role\"");
	faults("A {{1st}}\n", DIAG_TPL_SYNTAX, 1, 3, "joined by dots");
	faults("A {{a b}}\n", DIAG_TPL_SYNTAX, 1, 3, "joined by dots");
}
END_TEST

START_TEST(declarations)
{
	static const char *const bad[] = {
		"[a]", "a: 1\n", "a: [1]\n", "a: { ask: x }\n",
		"a: { defualt: 1 }\n", "a: { default: 1, ask: [x] }\n"
	};
	struct diag ignored = { 0 };
	struct yml *yml;
	char *text;
	size_t i;

	ck_assert_int_eq(template_declare(&t, NULL), 0);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		text = mem_printf("v:\n  %s", bad[i]);
		yml = yml_parse("a", text, strlen(text), 0, &ignored);
		ck_assert_int_eq(template_declare(&t, yml_get(yml, "v")), -1);
		ck_assert_msg(d.n == 1, "%s", bad[i]);
		diag_release(&d);
		yml_free(yml);
		free(text);
	}
}
END_TEST

START_TEST(texts)
{
	struct place at = { "a.md", 2, 8 };
	char *s;

	s = template_text(&t, "{{hours}}/{{ backup.hours }}{{x|y}}}", &at);
	ck_assert_str_eq(s, "24/12y}");
	free(s);
	s = template_text(&t, "a {{ b", &at);
	ck_assert_str_eq(s, "a {{ b");
	free(s);
	ck_assert_uint_eq(d.n, 0);
	s = template_text(&t, "a{{nope}}b", &at);
	ck_assert_str_eq(s, "ab");
	free(s);
	one_message(DIAG_VARIABLE, 2, 8, "nope");
}
END_TEST

START_TEST(addresses)
{
	xmlNodePtr link;

	read_text("[a]({{page}}#x)\n");
	ck_assert_uint_eq(d.n, 0);
	link = xml_first(xml_first(body, "para"), "link");
	ck_assert_str_eq(xml_get_ns(link, XML_NS_XLINK, "href"),
	    "other.md#x");
	faults("A [b {{hours}} c]({{bad}})\n", DIAG_LINK_SCHEME, 1, 3,
	    "javascript:alert(1)");
	link = xml_first(xml_first(body, "para"), "link");
	ck_assert_ptr_null(link);
	faults("[a]({{nope}})\n", DIAG_VARIABLE, 1, 1, "nope");
	faults("![a]({{nope}}.png)\n", DIAG_VARIABLE, 1, 1, "nope");
}
END_TEST

START_TEST(includes)
{
	scratch_put("org/documents/rules/both.md", "Own {{hours}}\n");
	scratch_put("data/templates/rules/both.md", "Shipped\n");
	scratch_put("data/templates/rules/ours.md",
	    "---\nvariables:\n  five: { default: 5 }\n---\n"
	    "**X-1** A {{five}}\n\n{{#if no}}\n\nB\n\n{{/if}}\n");
	expands("{{include rules/both}}\n\nA\n", "Own 24A");
	expands("{{include rules/ours}}\n", "X-1 A 5");
	ck_assert_str_eq(xml_get_ns(xml_first(body, "para"), XML_NS_I, "src"),
	    "ismsdoc:templates/rules/ours.md:5:1");
	expands("- A\n\n  {{include rules/both}}\n", "AOwn 24");
}
END_TEST

START_TEST(include_faults)
{
	scratch_put("org/documents/rules/nest.md", "\n{{include rules/x}}\n");
	scratch_put("org/documents/rules/open.md", "---\na: b\n");
	scratch_put("org/secret.md", "secret\n");
	faults("{{include rules/nope}}\n", DIAG_INCLUDE, 1, 1,
	    "no documents/rules/nope.md");
	faults("{{include ../secret}}\n", DIAG_INCLUDE, 1, 1, "is named as");
	faults("{{include /etc/passwd}}\n", DIAG_INCLUDE, 1, 1,
	    "is named as");
	faults("{{include}}\n", DIAG_INCLUDE, 1, 1, "is named as");
	faults("A {{include rules/nest}}\n", DIAG_INCLUDE, 1, 3, "alone");
	faults("{{include rules/nest}}\n", DIAG_INCLUDE, 2, 1, "do not nest");
	ck_assert_str_eq(d.msgs[0].path, "documents/rules/nest.md");
	faults("{{include rules/open}}\n", DIAG_FRONT_MATTER, 1, 1,
	    "not closed");
	t.document = NULL;
	faults("{{include rules/nest}}\n", DIAG_INCLUDE, 1, 1,
	    "of a document");
}
END_TEST

/* The first i:insert that linking TEXT gives. */
static xmlNodePtr
insert(const char *text)
{
	xmlNodePtr node;

	read_text(text);
	template_link(&t, body);
	node = xml_first(body, NULL);
	return xml_is(node, "i:insert") ? node : xml_first(node, "i:insert");
}

static void
attr(xmlNodePtr node, const char *name, const char *value)
{
	const char *is;

	ck_assert_ptr_nonnull(node);
	is = xml_get(node, name);
	if (value == NULL)
		ck_assert_msg(is == NULL, "%s=%s", name, is);
	else
		ck_assert_msg(is != NULL && strcmp(is, value) == 0, "%s=%s",
		    name, is == NULL ? "" : is);
}

START_TEST(inserts)
{
	xmlNodePtr node;

	node = insert("A {{role ciso}}\n");
	attr(node, "name", "role");
	attr(node, "ref", "ciso");
	node = insert("{{control m.1}}\n");
	attr(node, "ref", "mini:m.1");
	attr(node, "label", "M.1");
	ck_assert(xml_is(node->parent, "para"));
	node = insert("{{document note}}\n");
	attr(node, "ref", "note");
	node = insert("{{rule BAK-1}}\n");
	attr(node, "document", "note");
	node = insert("{{date today}}\n");
	attr(node, "arg", "today");
	node = insert("{{answers}}\n");
	ck_assert(xml_is(node->parent, "i:body"));
	node = insert("{{answer mini:M.2}}\n");
	attr(node, "ref", "mini:m.2");
	node = insert("{{register risks where title=a b}}\n");
	attr(node, "ref", "risks");
	attr(node, "where-column", "title");
	attr(node, "where-value", "a b");
	node = insert("{{register risks where controls=M.1}}\n");
	attr(node, "where-ref", "mini:m.1");
	node = insert("{{register incidents}}\n");
	attr(node, "ref", "incidents");
	node = insert("{{mine a  b}}\n");
	attr(node, "args", "a  b");
	ck_assert_ptr_nonnull(xml_next(xml_first(node, "i:arg"), "i:arg"));
	ck_assert_uint_eq(d.n, 0);
}
END_TEST

START_TEST(insert_faults)
{
	static const struct {
		const char	*text;
		enum diag_code	 code;
		const char	*part;
	} bad[] = {
		{ "role", DIAG_DIRECTIVE, "write {{role ID}}" },
		{ "role a b", DIAG_DIRECTIVE, "write {{role ID}}" },
		{ "role cios", DIAG_ROLE_UNKNOWN, "mean \"ciso\"" },
		{ "control", DIAG_DIRECTIVE, "control LABEL" },
		{ "control M.7", DIAG_CONTROL_UNKNOWN, "did you mean" },
		{ "document x", DIAG_DOCUMENT_UNKNOWN, "unknown document" },
		{ "document ntoe", DIAG_DOCUMENT_UNKNOWN, "mean \"note\"" },
		{ "document gone", DIAG_NOT_BUILT, "without a link" },
		{ "control iso27002-2022:A.5.1", DIAG_NOT_BUILT,
		    "its catalogue" },
		{ "rule BAK-2", DIAG_RULE_UNKNOWN, "mean \"BAK-1\"" },
		{ "date", DIAG_DIRECTIVE, "effective|approved" },
		{ "date soon", DIAG_DIRECTIVE, "effective|approved" },
		{ "answers all", DIAG_DIRECTIVE, "write {{answers}}" },
		{ "answer", DIAG_DIRECTIVE, "answer LABEL" },
		{ "register", DIAG_DIRECTIVE, "register NAME" },
		{ "register risks where", DIAG_DIRECTIVE, "register NAME" },
		{ "register rikss", DIAG_REGISTER_UNKNOWN, "mean \"risks\"" },
		{ "register ../a", DIAG_REGISTER_UNKNOWN, "registers/" },
		{ "register risks where titel=a", DIAG_DIRECTIVE,
		    "mean \"title\"" },
		{ "register risks where controls=M.9", DIAG_CONTROL_UNKNOWN,
		    "M.9" }
	};
	char *text;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		text = mem_printf("{{%s}}\n", bad[i].text);
		insert(text);
		one_message(bad[i].code, 1, 1, bad[i].part);
		free(text);
	}
	insert("A {{answers}} b\n");
	one_message(DIAG_TPL_PLACE, 1, 3, "alone in a paragraph");
	t.document = NULL;
	insert("{{date today}}\n");
	one_message(DIAG_TPL_PLACE, 1, 1, "documents only");
}
END_TEST

START_TEST(source_places)
{
	static const struct {
		const char	*src;
		const char	*path;
		int		 line;
		int		 col;
	} places[] = {
		{ "a/b.md:3:7", "a/b.md", 3, 7 }, { "a.md:3", "a.md", 3, 0 },
		{ "a.md", "a.md", 0, 0 }, { "a:b.md:1:2", "a:b.md", 1, 2 },
		{ "a.md:99999999999999:1", "a.md", 0, 1 }, { "", "", 0, 0 }
	};
	struct place at;
	char *path;
	size_t i;

	for (i = 0; i < sizeof(places) / sizeof(*places); i++) {
		xml_set(body, "i:src", places[i].src);
		at = template_place(body, &path);
		ck_assert_str_eq(at.path, places[i].path);
		ck_assert_int_eq(at.line, places[i].line);
		ck_assert_int_eq(at.col, places[i].col);
		free(path);
	}
	at = template_place(xmlDocGetRootElement(doc), &path);
	ck_assert_ptr_null(at.path);
	ck_assert_ptr_null(path);
}
END_TEST

Suite	*template_suite(void);

Suite *
template_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("template");
	tcase = tcase_create("expanding");
	tcase_add_checked_fixture(tcase, enter, leave);
	tcase_add_test(tcase, conditions);
	tcase_add_test(tcase, condition_faults);
	tcase_add_test(tcase, condition_sections);
	tcase_add_test(tcase, variables);
	tcase_add_test(tcase, variable_faults);
	tcase_add_test(tcase, declarations);
	tcase_add_test(tcase, texts);
	tcase_add_test(tcase, addresses);
	tcase_add_test(tcase, includes);
	tcase_add_test(tcase, include_faults);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("linking");
	tcase_add_checked_fixture(tcase, enter, leave);
	tcase_add_test(tcase, inserts);
	tcase_add_test(tcase, insert_faults);
	tcase_add_test(tcase, source_places);
	suite_add_tcase(suite, tcase);
	return suite;
}
