/* Tests of catalog.c and oscal*.c: catalogues, prose, parameters, look-up. */
#include "catalog.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "mem.h"
#include "scratch.h"
#include "xml.h"

/* A dossier with catalogues in it, and what reading them said. */
struct loaded {
	struct roots	 roots;
	struct diag	 d;
	xmlDocPtr	 doc;
	xmlNodePtr	 catalogs;
};

static char *top;	/* the project's folder */

static void
enter(void)
{
	top = getcwd(NULL, 0);
	ck_assert_ptr_nonnull(top);
	scratch_enter();
}

static void
leave(void)
{
	scratch_leave();
	free(top);
}

static void
set_up(struct loaded *l, const char *org, const char *data)
{
	memset(l, 0, sizeof(*l));
	ck_assert_int_eq(path_roots(&l->roots, org, data, &l->d), 0);
	l->doc = xml_new("i:dossier");
	l->catalogs = xml_add(xmlDocGetRootElement(l->doc), "i:catalogs");
}

static void
tear_down(struct loaded *l)
{
	xmlFreeDoc(l->doc);
	diag_release(&l->d);
	path_roots_release(&l->roots);
}

/* Load PATH; what catalog_load returns. */
static int
load(struct loaded *l, const char *path, int shipped)
{
	struct catalog_entry entry = { 0 };
	int rc;

	entry.name = path_stem(path);
	entry.path = mem_strdup(path);
	entry.shipped = shipped;
	rc = catalog_load(&l->roots, &entry, NULL, l->catalogs, &l->d);
	free(entry.name);
	free(entry.path);
	return rc;
}

/* All messages as they are printed; new memory. */
static char *
messages(const struct loaded *l)
{
	struct diag_view view = { 0 };
	char *text = NULL;
	size_t size;
	FILE *f;

	f = open_memstream(&text, &size);
	ck_assert_ptr_nonnull(f);
	diag_print(&l->d, 0, f, &view);
	fclose(f);
	return text;
}

/*
 * Bad input and its messages.
 */

#define NOT "not as OSCAL's schema wants it: "

static const struct {
	const char	*path;
	int		 shipped;
	int		 rc;
	const char	*said;
} inputs[] = {
	{ "absent.xml", 0, -1,
	"absent.xml: error: cannot open \"absent.xml\": No such file or "
	"directory [file-missing]\n" },
	{ "json.json", 0, -1,
	"json.json:1: error: cannot read OSCAL in JSON; convert it to XML, or "
	"take the publisher's XML [oscal-root]\n" },
	{ "profile.xml", 0, 0,
	"structure.xml:25: warning: " NOT "element 'prop', attribute 'value': "
	"the value ' C-1 ' is not accepted [oscal-schema]\n" },
	{ "mapping.xml", 0, -1,
	"mapping.xml:2: error: cannot use a mapping between catalogues as a "
	"catalogue; name the catalogues themselves, and the mappings that ship "
	"are found [oscal-root]\n" },
	{ "html.xml", 0, -1,
	"html.xml:1: error: cannot use <html> as a catalogue: the root must be "
	"<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"> "
	"[oscal-root]\n" },
	{ "no-namespace.xml", 0, -1,
	"no-namespace.xml:1: error: cannot use <catalog> as a catalogue: the "
	"root must be <catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"> "
	"[oscal-root]\n" },
	{ "duplicate.xml", 0, 0,
	"duplicate.xml:12: warning: the id \"a_smt\" stands twice, first in "
	"line 11 [oscal-duplicate]\n" },
	{ "ids.xml", 0, -1,
	"ids.xml:14: warning: the id \"a_smt\" stands twice, first in line 13 "
	"[oscal-duplicate]\n"
	"ids.xml:16: warning: the id \"g\" stands twice, first in line 9 "
	"[oscal-duplicate]\n"
	"ids.xml:19: error: two controls have the id \"b\", the first in line "
	"18; rename one [oscal-id]\n"
	"ids.xml:20: warning: " NOT "element 'control': the attribute 'id' is "
	"required but missing [oscal-schema]\n"
	"ids.xml:20: error: the control \"Fourth\" has no id; give it one "
	"[oscal-id]\n"
	"ids.xml:22: error: two controls have the id \"b\", the first in line "
	"18; rename one [oscal-id]\n" },
	{ "demands.xml", 0, 0,
	"demands.xml:16: warning: the catalogue has no parameter \"none\"; its "
	"id is printed in brackets [oscal-param]\n"
	"demands.xml:23: warning: the id \"a_smt\" stands twice, first in line "
	"15 [oscal-duplicate]\n" },
	{ "demands.xml", 1, -1,
	"demands.xml:9: error: the control \"a\" has no sort-id; add <prop "
	"name=\"sort-id\" value=\"...\"/> [oscal-demand]\n"
	"demands.xml:13: error: the link \"#nowhere\" leads nowhere; mend it "
	"or take it out [oscal-demand]\n"
	"demands.xml:16: error: the insert of the parameter \"none\" leads "
	"nowhere; mend it or take it out [oscal-demand]\n"
	"demands.xml:16: error: the insert of \"gone\" leads nowhere; mend it "
	"or take it out [oscal-demand]\n"
	"demands.xml:16: error: the link \"#lost\" leads nowhere; mend it or "
	"take it out [oscal-demand]\n"
	"demands.xml:17: error: the link \"#away\" leads nowhere; mend it or "
	"take it out [oscal-demand]\n"
	"demands.xml:20: error: the control \"b\" has no label; add <prop "
	"name=\"label\" value=\"...\"/> [oscal-demand]\n"
	"demands.xml:23: error: the id \"a_smt\" stands twice, first in line "
	"15; rename one [oscal-id]\n"
	"demands.xml:25: error: two controls have the label \"a.1\"; change "
	"one [oscal-demand]\n" },
	{ "schema.xml", 0, 0,
	"schema.xml:8: warning: the use \"extra\" is not known, \"additional\" "
	"is taken; say requirements, annex-a, additional, own or peer "
	"[oscal-schema]\n"
	"schema.xml:9: warning: " NOT "element 'mood': this element is not "
	"expected; expected is one of ( prop, link, role, location, party, "
	"responsible-party, action, remarks ) [oscal-schema]\n"
	"schema.xml:11: warning: " NOT "element 'control', attribute 'id': the "
	"value '0-bad' is not accepted [oscal-schema]\n"
	"schema.xml:12: warning: " NOT "element 'control', attribute 'id': the "
	"value '1-bad' is not accepted [oscal-schema]\n"
	"schema.xml:13: warning: " NOT "element 'control', attribute 'id': the "
	"value '2-bad' is not accepted [oscal-schema]\n"
	"schema.xml:14: warning: " NOT "element 'control', attribute 'id': the "
	"value '3-bad' is not accepted [oscal-schema]\n"
	"schema.xml:15: warning: " NOT "element 'control', attribute 'id': the "
	"value '4-bad' is not accepted [oscal-schema]\n"
	"schema.xml:16: warning: " NOT "element 'control', attribute 'id': the "
	"value '5-bad' is not accepted [oscal-schema]\n"
	"schema.xml:17: warning: " NOT "element 'control', attribute 'id': the "
	"value '6-bad' is not accepted [oscal-schema]\n"
	"schema.xml:18: warning: " NOT "element 'control', attribute 'id': the "
	"value '7-bad' is not accepted [oscal-schema]\n"
	"schema.xml:19: warning: " NOT "element 'control', attribute 'id': the "
	"value '8-bad' is not accepted [oscal-schema]\n"
	"schema.xml:20: warning: from here on, 3 more places are not as "
	"OSCAL's schema wants it [oscal-schema]\n" }
};

START_TEST(bad_input)
{
	struct loaded l;
	char *said;
	int rc;

	set_up(&l, "tests/catalog", ".");
	rc = load(&l, inputs[_i].path, inputs[_i].shipped);
	said = messages(&l);
	ck_assert_str_eq(said, inputs[_i].said);
	ck_assert_int_eq(rc, inputs[_i].rc);
	ck_assert_int_eq(l.catalogs->children != NULL, rc == 0);
	free(said);
	tear_down(&l);
}
END_TEST

/* A file that cannot be read is reported where isms.yaml names it. */
START_TEST(named_at)
{
	struct catalog_entry entry = { 0 };
	struct loaded l;
	char *said;

	set_up(&l, "tests/catalog", ".");
	entry.name = entry.path = mem_strdup("absent.xml");
	entry.at.path = "isms.yaml";
	entry.at.line = 7;
	entry.at.col = 5;
	ck_assert_int_eq(catalog_load(&l.roots, &entry, NULL, l.catalogs, &l.d),
	    -1);
	said = messages(&l);
	ck_assert_str_eq(said, "isms.yaml:7:5: error: cannot open "
	    "\"absent.xml\": No such file or directory [file-missing]\n");
	free(said);
	free(entry.path);
	tear_down(&l);
}
END_TEST

/*
 * Prose.
 */

#define PHRASE(id, text) \
	"<phrase role=\"parameter\" i:param=\"" id "\">" text "</phrase>"
#define LABEL PHRASE("p_label", "[some period]")

static const struct {
	const char	*file;
	const char	*part;
	const char	*docbook;
} prose[] = {
	{ "prose.xml", "p", "<para>One line</para><para>Two</para>" },
	{ "prose.xml", "inline", "<para>a <emphasis>b</emphasis><emphasis>c"
	"</emphasis> <emphasis role=\"strong\">d</emphasis><emphasis "
	"role=\"strong\">e</emphasis> <code>f</code> H<subscript>2"
	"</subscript>O m<superscript>2</superscript> <quote>said</quote>"
	"</para>" },
	{ "prose.xml", "gaps",
	"<para>a <emphasis>b </emphasis>cd &lt;e&gt;</para>" },
	{ "prose.xml", "plain", "<para><code>a b " LABEL "</code> <subscript>"
	"c</subscript></para>" },
	{ "prose.xml", "break", "<para>one<?linebreak?>\ntwo<?linebreak?>\n"
	"three</para>" },
	{ "prose.xml", "image",
	"<para>see a plan</para><para>alone</para>" },
	{ "prose.xml", "link", "<para><link xlink:href=\"https://example.org/"
	"a?b=c&amp;d\">web</link> <link xlink:href=\"HTTP://example.org\">"
	"upper</link> <link xlink:href=\"mailto:a@example.org\">mail</link>"
	"</para>" },
	{ "prose.xml", "link-text",
	"<para>inner relative bare blank odd</para>" },
	{ "prose.xml", "link-scheme", "<para>script</para>" },
	{ "prose.xml", "list", "<itemizedlist><listitem><para>one</para>"
	"</listitem><listitem><para>two <emphasis>x</emphasis></para>"
	"<itemizedlist><listitem><para>inner</para></listitem></itemizedlist>"
	"<para>rest</para></listitem><listitem><para/></listitem>"
	"</itemizedlist>" },
	{ "prose.xml", "ordered", "<orderedlist startingnumber=\"3\"><listitem>"
	"<para>three</para><para>still</para></listitem></orderedlist>" },
	{ "prose.xml", "pre", "<programlisting>  a\n    b <emphasis>c"
	"</emphasis></programlisting>" },
	{ "prose.xml", "quote",
	"<blockquote><para>said</para></blockquote>" },
	{ "prose.xml", "rule",
	"<para>a</para><?thematicbreak?><para>b</para>" },
	{ "prose.xml", "heading", "<bridgehead>One</bridgehead><bridgehead>Six "
	"<emphasis>x</emphasis></bridgehead>" },
	{ "prose.xml", "table", "<informaltable><thead><tr><th scope=\"col\">A"
	"</th><th scope=\"col\">B</th></tr></thead><tbody><tr><th "
	"scope=\"row\">r</th><td align=\"right\">1 <emphasis>x</emphasis></td>"
	"</tr></tbody></informaltable>" },
	{ "prose.xml", "table-plain", "<informaltable><tbody><tr><td>1</td>"
	"</tr><tr><td/></tr></tbody></informaltable>" },
	{ "prose.xml", "table-head-only", "<informaltable><tbody><tr><th "
	"scope=\"row\">A</th><th>B</th></tr></tbody></informaltable>" },
	{ "loose.xml", "stray", "<para>bare <emphasis>words</emphasis></para>"
	"<para>block</para><para>more</para>" },
	{ "loose.xml", "stray-list", "<itemizedlist><listitem><para>text"
	"</para></listitem><listitem><orderedlist><listitem><para>nested"
	"</para></listitem></orderedlist></listitem></itemizedlist>" },
	{ "loose.xml", "stray-table", "<para>Name</para><informaltable><tbody>"
	"<tr><td><para>one</para><para>two</para></td><td>cell</td></tr>"
	"</tbody></informaltable>" },
	{ "loose.xml", "stray-element",
	"<para>in a div</para><para>a b c</para>" },
	{ "loose.xml", "stray-block", "<para>before</para><itemizedlist>"
	"<listitem><para>item</para></listitem></itemizedlist><para>after"
	"</para><para>x</para><para>y</para><para><emphasis>a<emphasis "
	"role=\"strong\">b c </emphasis></emphasis></para>" },
	{ "loose.xml", "stray-start", "<orderedlist><listitem><para>a</para>"
	"</listitem></orderedlist><orderedlist><listitem><para>b</para>"
	"</listitem></orderedlist>" },
	{ "loose.xml", "stray-link", "<para><link "
	"xlink:href=\"https://example.org/\">a b</link></para>" },
	{ "params.xml", "label", "<para>every " LABEL ".</para>" },
	{ "params.xml", "value",
	"<para>" PHRASE("p_value", "30 days") "</para>" },
	{ "params.xml", "values",
	"<para>" PHRASE("p_values", "daily; on change") "</para>" },
	{ "params.xml", "one",
	"<para>" PHRASE("p_one", "one of: a; b") "</para>" },
	{ "params.xml", "more", "<para>do " PHRASE("p_more",
	"one or more of: stop after " PHRASE("p_value", "30 days")
	"; try <emphasis>again</emphasis> in " LABEL) ".</para>" },
	{ "params.xml", "bare",
	"<para>" PHRASE("p_bare", "[p_bare]") "</para>" },
	{ "params.xml", "aggregate", "<para>" PHRASE("p_aggregate",
	"30 days; daily; on change") "</para>" },
	{ "params.xml", "aggregate-label",
	"<para>" PHRASE("p_aggregate_label", "[none set]") "</para>" },
	{ "params.xml", "aggregate-link",
	"<para>" PHRASE("p_aggregate_link", "root's") "</para>" },
	{ "params.xml", "cycle", "<para>" PHRASE("p_cycle", "one of: x "
	PHRASE("p_cycle_2", "one of: y " PHRASE("p_cycle", "[round]")))
	"</para>" },
	{ "params.xml", "empty-select",
	"<para>" PHRASE("p_empty_select", "[p_empty_select]") "</para>" },
	{ "params.xml", "root",
	"<para>" PHRASE("p_root", "root's") "</para>" },
	{ "params.xml", "unknown",
	"<para>" PHRASE("nowhere", "[nowhere]") "</para>" },
	{ "params.xml", "other", "<para>c</para>" },
	{ "params.xml", "no-type", "<para>" LABEL "</para>" }
};

/* What stands in NODE, serialised; new memory. */
static char *
inside(xmlNodePtr node)
{
	struct buf out = { 0 };
	xmlBufferPtr xml;

	for (node = node->children; node != NULL; node = node->next) {
		xml = xmlBufferCreate();
		xmlNodeDump(xml, node->doc, node, 0, 0);
		buf_puts(&out, (const char *)xmlBufferContent(xml));
		xmlBufferFree(xml);
	}
	return buf_detach(&out);
}

START_TEST(each_element)
{
	struct loaded l;
	xmlNodePtr part;
	char *text;

	set_up(&l, "tests/catalog", ".");
	ck_assert_int_eq(load(&l, prose[_i].file, 0), 0);
	part = xml_first(xml_first(l.catalogs->children, "i:control"),
	    "i:part");
	while (part != NULL && strcmp(xml_get(part, "name"),
	    prose[_i].part) != 0)
		part = xml_next(part, "i:part");
	ck_assert_msg(part != NULL, "%s", prose[_i].part);
	text = inside(part);
	ck_assert_str_eq(text, prose[_i].docbook);
	free(text);
	tear_down(&l);
}
END_TEST

/* Has L a message of CODE with TEXT, once? */
static int
said_once(const struct loaded *l, enum diag_code code, const char *text)
{
	size_t i;
	int n = 0;

	for (i = 0; i < l->d.n; i++)
		n += l->d.msgs[i].code == code &&
		    strstr(l->d.msgs[i].text, text) != NULL;
	return n == 1;
}

START_TEST(prose_messages)
{
	struct loaded l;

	set_up(&l, "tests/catalog", ".");
	ck_assert_int_eq(load(&l, "prose.xml", 0), 0);
	ck_assert_int_eq(load(&l, "params.xml", 0), 0);
	ck_assert_int_eq(scratch_said(&l.d, DIAG_LINK_SCHEME), 3);
	ck_assert(said_once(&l, DIAG_LINK_SCHEME, "\" java script:alert(1)\" "
	    "is printed without a link: it is no address of http, https or "
	    "mailto"));
	ck_assert_int_eq(scratch_said(&l.d, DIAG_OSCAL_PARAM), 1);
	ck_assert(said_once(&l, DIAG_OSCAL_PARAM, "the catalogue has no "
	    "parameter \"nowhere\"; its id is printed in brackets"));
	ck_assert_uint_eq(l.d.nerrors, 0);
	tear_down(&l);
}
END_TEST

/*
 * Structure and look-up.
 */

/* Are the attributes of NODE in NAMES ("id", "x", ... NULL) as given there? */
static void
has(xmlNodePtr node, const char *const *names)
{
	const char *value;

	ck_assert_ptr_nonnull(node);
	for (; names[0] != NULL; names += 2) {
		value = xml_get(node, names[0]);
		ck_assert_msg(value != NULL, "no %s", names[0]);
		ck_assert_str_eq(value, names[1]);
	}
}

#define HAS(node, ...) \
	has(node, (const char *const []){ __VA_ARGS__, NULL })

static void
has_link(xmlNodePtr control, int n, const char *attr, const char *value,
    const char *text)
{
	xmlNodePtr link;
	char *words;

	link = xml_first(control, "i:link");
	while (n-- > 0)
		link = xml_next(link, "i:link");
	ck_assert_ptr_nonnull(link);
	if (attr != NULL)
		HAS(link, attr, value);
	if (attr == NULL || strcmp(attr, "href") != 0)
		ck_assert_ptr_null(xml_get(link, "href"));
	words = xml_words(link);
	ck_assert_str_eq(words, text);
	free(words);
}

START_TEST(structure)
{
	struct catalog_index *index;
	struct loaded l;
	xmlNodePtr catalog, control, part;

	set_up(&l, "tests/catalog", ".");
	ck_assert_int_eq(load(&l, "structure.xml", 0), 0);
	index = catalog_index_new(l.catalogs);
	catalog = xml_first(l.catalogs, "i:catalog");
	HAS(catalog, "name", "structure", "use", "peer", "title",
	    "Structure with a marked word", "version", "1", "last-modified",
	    "2026-11-23T00:00:00Z", "origin", "own");
	ck_assert_str_eq(xml_get_ns(catalog, XML_NS_I, "src"),
	    "structure.xml:2");
	HAS(xml_first(catalog, "i:prop"), "name", "use", "ns",
	    XML_NS_CATALOG, "value", "peer");
	HAS(xml_first(catalog, "i:control"), "id", "top-1", "label",
	    "top-1");
	HAS(xml_first(catalog, "i:group"), "id", "g1", "label", "G1",
	    "class", "family", "title", "First group");
	control = catalog_find(index, "C-1", NULL);
	HAS(control, "id", "c-1", "label", "C-1", "title",
	    "Parent of [some systems]", "class", "demo", "file", "C-1",
	    "ref", "structure:c-1", "anchor", "control-c-1");
	ck_assert_ptr_nonnull(xml_first(xml_first(control->parent->parent,
	    "i:part"), "para"));
	has_link(control, 0, "ref", "structure:c-1.1", "");
	has_link(control, 1, "href", "https://example.org/book", "A book");
	has_link(control, 2, NULL, NULL, "Our own words");
	has_link(control, 3, "href", "#left-out", "");
	has_link(control, 4, "href", "https://example.org/", "");
	has_link(control, 5, NULL, NULL, "C-2");
	has_link(control, 6, NULL, NULL, "javascript:alert(1)");
	has_link(control, 7, "ref", "structure:top-1", "");
	part = xml_first(control, "i:part");
	HAS(part, "name", "statement", "id", "c-1_smt", "class", "k", "ns",
	    "https://example.org/ns", "title", "Statement");
	part = xml_first(part, "i:part");
	HAS(part, "name", "item", "id", "c-1_smt.a");
	HAS(part->children, "name", "label", "value", "a.");
	ck_assert_ptr_null(xml_next(part, "i:part"));
	HAS(xml_first(xml_first(control, "i:control"), "i:control"), "id",
	    "c-1.1.1");
	HAS(catalog_find(index, "c-2", NULL), "withdrawn", "true");
	ck_assert_ptr_null(xml_get(catalog_find(index, "c-3", NULL),
	    "withdrawn"));
	catalog_index_free(index);
	tear_down(&l);
}
END_TEST

/* Without a stated use a catalogue holds additional controls. */
START_TEST(use)
{
	struct catalog_entry entry = { 0 };
	struct loaded l;

	set_up(&l, "tests/catalog", ".");
	ck_assert_int_eq(load(&l, "second.xml", 0), 0);
	HAS(l.catalogs->last, "use", "additional");
	entry.name = entry.path = mem_strdup("structure.xml");
	entry.use = "annex-a";
	ck_assert_int_eq(catalog_load(&l.roots, &entry, NULL, l.catalogs,
	    &l.d), 0);
	HAS(l.catalogs->last, "use", "annex-a", "name", "structure.xml");
	free(entry.path);
	tear_down(&l);
}
END_TEST

/* A title in the language that is wanted, its region's or its own. */
static const struct {
	const char	*language;	/* NULL: none is wanted */
	const char	*group;
	const char	*control;
	const char	*original;	/* of the control; NULL: no such prop */
} titles[] = {
	{ NULL, "Doors", "Locks", NULL },
	{ "en", "Doors", "Locks", NULL },
	{ "de", "T\xC3\xBCren", "Schl\xC3\xB6sser", "Locks" },
	{ "de-AT", "T\xC3\xBCren", "Schl\xC3\xB6sser in \xC3\x96sterreich",
	    "Locks" },
	{ "de-CH", "T\xC3\xBCren", "Schl\xC3\xB6sser", "Locks" },
	{ "DE", "T\xC3\xBCren", "Schl\xC3\xB6sser", "Locks" },
	{ "fr", "Doors", "Locks", NULL },
	{ "d", "Doors", "Locks", NULL }
};

START_TEST(title)
{
	struct catalog_entry entry = { 0 };
	struct loaded l;
	xmlNodePtr group, control, prop;

	set_up(&l, "tests/catalog", ".");
	entry.name = entry.path = mem_strdup("titles.xml");
	entry.language = titles[_i].language;
	ck_assert_int_eq(catalog_load(&l.roots, &entry, NULL,
	    l.catalogs, &l.d), 0);
	ck_assert_uint_eq(l.d.nerrors, 0);
	group = xml_first(l.catalogs->last, "i:group");
	HAS(group, "title", titles[_i].group);
	control = xml_first(group, "i:control");
	HAS(control, "title", titles[_i].control);
	for (prop = xml_first(control, "i:prop"); prop != NULL;
	    prop = xml_next(prop, "i:prop"))
		if (xml_get(prop, "class") != NULL &&
		    strcmp(xml_get(prop, "class"), "original") == 0)
			break;
	ck_assert_int_eq(prop == NULL, titles[_i].original == NULL);
	if (prop != NULL)
		HAS(prop, "name", "title", "ns", XML_NS_CATALOG, "value",
		    titles[_i].original);
	ck_assert_int_eq(xml_first(group, "i:prop") == NULL,
	    titles[_i].original == NULL);
	HAS(xml_next(control, "i:control"), "title", "Keys");
	free(entry.path);
	tear_down(&l);
}
END_TEST

static const struct {
	const char	*word;
	const char	*home;
	const char	*ref;
} finds[] = {
	{ "A.1", NULL, "labels:a.1" },
	{ "a.1", NULL, "labels:a.1" },
	{ "zed", NULL, "labels:A.1" },
	{ "labels:A.1", NULL, "labels:a.1" },
	{ "A.1", "second", "second:a.1" },
	{ "a.1", "second", "second:a.1" },
	{ "A.1", "nobody", "labels:a.1" },
	{ "second:A.1", NULL, "second:a.1" },
	{ "second:A.1", "labels", "second:a.1" },
	{ "Second:A.1", NULL, NULL },
	{ "second:Zed", NULL, NULL },
	{ "B.2", NULL, "second:b.2" },
	{ "b.2", "labels", "second:b.2" },
	{ "J.1", NULL, "labels:z" },
	{ "j.1", NULL, "labels:j.1" },
	{ "a.1X", NULL, "labels:j.1" },
	{ "a.1X", "second", "second:A.1x" },
	{ "Word:Word", NULL, "second:A.1x" },
	{ "Two words", NULL, "labels:g.1" },
	{ "TWICE", NULL, "labels:c.2" },
	{ "twice", NULL, "labels:c.1" },
	{ "readme-2", NULL, "labels:readme" },
	{ "org-01", NULL, "own:org-01" },
	{ "", NULL, NULL },
	{ ":", NULL, NULL },
	{ "second:", NULL, NULL },
	{ "A.11", NULL, NULL }
};

/* The catalogues of labels.xml and second.xml, and one of own controls. */
static struct catalog_index *
set_up_index(struct loaded *l)
{
	xmlNodePtr own, control;

	set_up(l, "tests/catalog", ".");
	ck_assert_int_eq(load(l, "labels.xml", 0), 0);
	ck_assert_int_eq(load(l, "second.xml", 0), 0);
	own = xml_add(l->catalogs, "i:catalog");
	xml_set(own, "name", "own");
	control = xml_add(own, "i:control");
	xml_set(control, "id", "org-01");
	xml_set(control, "label", "ORG-01");
	return catalog_index_new(l->catalogs);
}

START_TEST(find)
{
	struct catalog_index *index;
	struct loaded l;
	xmlNodePtr control;

	index = set_up_index(&l);
	control = catalog_find(index, finds[_i].word, finds[_i].home);
	if (finds[_i].ref == NULL)
		ck_assert_ptr_null(control);
	else
		HAS(control, "ref", finds[_i].ref);
	catalog_index_free(index);
	tear_down(&l);
}
END_TEST

START_TEST(nearest)
{
	struct catalog_index *index;
	struct loaded l;

	index = set_up_index(&l);
	ck_assert_str_eq(catalog_nearest(index, "B.3"), "B.2");
	ck_assert_str_eq(catalog_nearest(index, "second:B.22"), "B.2");
	ck_assert_str_eq(catalog_nearest(index, "AC-2(2)"), "AC-2(1)");
	ck_assert_str_eq(catalog_nearest(index, "ORG-10"), "ORG-01");
	ck_assert_ptr_null(catalog_nearest(index, "nothing like it"));
	catalog_index_free(index);
	tear_down(&l);
}
END_TEST

START_TEST(names)
{
	static const struct {
		const char	*ref;
		const char	*anchor;
		const char	*file;
	} expected[] = {
		{ "labels:a.1", "control-a.1", "A.1" },
		{ "labels:b.1", "control-b.1", "AC-2(1)" },
		{ "labels:c.1", "control-c.1", "c.1" },
		{ "labels:c.2", "control-c.2", "c.2" },
		{ "labels:d.1", "control-d.1", "d.1" },
		{ "labels:e.1", "control-e.1", "e.1" },
		{ "labels:f.1", "control-f.1", "f.1" },
		{ "labels:g.1", "control-g.1", "g.1" },
		{ "labels:readme", "control-readme", "readme-2" },
		{ "labels:h.1", "control-h.1", "h.1" },
		{ "labels:../i", "control-_._i", "_._i" },
		{ "labels:A.1", "control-labels-A.1", "Zed" },
		{ "labels:j.1", "control-j.1", "a.1x" },
		{ "labels:z", "control-z", "J.1" },
		{ "labels:\xC3\xA9", "control-__", "__" },
		{ "second:a.1", "control-second-a.1", "A.1" },
		{ "second:b.2", "control-b.2", "B.2" },
		{ "second:A.1x", "control-A.1x", "A.1x" },
		{ "second:second-a.1", "control-second-second-a.1",
		    "second-a.1" },
		{ "own:org-01", "control-org-01", "ORG-01" }
	};
	struct catalog_index *index, *again;
	struct loaded l;
	xmlNodePtr catalog, control;
	size_t i = 0;

	index = set_up_index(&l);
	again = catalog_index_new(l.catalogs);
	for (catalog = xml_first(l.catalogs, NULL); catalog != NULL;
	    catalog = xml_next(catalog, NULL))
		for (control = xml_first(catalog, "i:control");
		    control != NULL;
		    control = xml_next(control, "i:control"), i++)
			HAS(control, "ref", expected[i].ref, "anchor",
			    expected[i].anchor, "file", expected[i].file);
	ck_assert_uint_eq(i, sizeof(expected) / sizeof(*expected));
	HAS(xml_first(catalog_find(again, "B.2", NULL), "i:link"), "ref",
	    "second:a.1");
	catalog_index_free(again);
	catalog_index_free(index);
	catalog_index_free(NULL);
	tear_down(&l);
}
END_TEST

/*
 * Made inputs: deep, large, hostile.
 */

#define HEAD "<catalog xmlns=\"" XML_NS_OSCAL "\" " \
	"uuid=\"5b1d8e0e-6f0a-4a53-9d51-0f6f6b7d2c10\"><metadata><title>T" \
	"</title><last-modified>2026-11-23T00:00:00Z</last-modified>" \
	"<version>1</version><oscal-version>1.2.2</oscal-version></metadata>\n"

/* Write a catalogue with BODY to made.xml and load it; the return value. */
static int
load_made(struct loaded *l, struct buf *body)
{
	struct buf text = { 0 };
	int rc;

	buf_puts(&text, HEAD);
	buf_puts(&text, buf_str(body));
	buf_puts(&text, "\n</catalog>\n");
	scratch_put("made.xml", buf_str(&text));
	buf_release(&text);
	buf_release(body);
	set_up(l, ".", top);
	rc = load(l, "made.xml", 0);
	return rc;
}

static void
repeat(struct buf *out, int n, const char *s)
{
	while (n-- > 0)
		buf_puts(out, s);
}

/* Elements nested N deep, each on a line, and what is said of them. */
static void
nested(int n, const char *begin, const char *end, const char *said)
{
	struct buf body = { 0 };
	struct loaded l;
	char *text;
	int rc;

	buf_puts(&body, "<control id=\"c\"><title>t</title>\n");
	repeat(&body, n, begin);
	buf_puts(&body, "<p>deepest</p>");
	repeat(&body, n, end);
	buf_puts(&body, "</control>");
	rc = load_made(&l, &body);
	text = messages(&l);
	ck_assert_str_eq(text, said);
	ck_assert_int_eq(rc, said[0] == '\0' ? 0 : -1);
	free(text);
	tear_down(&l);
}

START_TEST(deep_parts)
{
	nested(64, "<part name=\"x\">\n", "</part>", "");
	nested(65, "<part name=\"x\">\n", "</part>", "made.xml:67: error: "
	    "cannot read <part>: nested more than 64 deep [xml-limit]\n");
	nested(200, "<part name=\"x\">\n", "</part>", "made.xml:67: error: "
	    "cannot read <part>: nested more than 64 deep [xml-limit]\n");
}
END_TEST

START_TEST(deep_prose)
{
	nested(1, "<part name=\"x\">", "</part>", "");
	nested(1, "<part name=\"x\"><ul><li><ul><li><ul><li><ul><li>",
	    "</li></ul></li></ul></li></ul></li></ul></part>", "");
}
END_TEST

START_TEST(deep_lists)
{
	struct buf body = { 0 };
	struct loaded l;

	buf_puts(&body, "<control id=\"c\"><title>t</title><part name=\"x\">");
	repeat(&body, 65, "<ul><li>\n");
	buf_puts(&body, "deepest");
	repeat(&body, 65, "</li></ul>");
	buf_puts(&body, "<p>");
	repeat(&body, 80, "<em>");
	repeat(&body, 80, "</em>");
	buf_puts(&body, "</p></part></control>");
	ck_assert_int_eq(load_made(&l, &body), -1);
	ck_assert_int_eq(scratch_said(&l.d, DIAG_XML_LIMIT), 1);
	ck_assert_int_eq(l.d.msgs[l.d.n - 1].line, 66);
	tear_down(&l);
}
END_TEST

START_TEST(deep_controls)
{
	struct buf body = { 0 };
	struct catalog_index *index;
	struct loaded l;
	int i;

	for (i = 1; i <= 60; i++)
		buf_printf(&body, "<control id=\"c%d\"><title>t</title>\n", i);
	repeat(&body, 60, "</control>");
	ck_assert_int_eq(load_made(&l, &body), 0);
	ck_assert_uint_eq(l.d.n, 0);
	index = catalog_index_new(l.catalogs);
	HAS(catalog_find(index, "c60", NULL), "anchor", "control-c60");
	catalog_index_free(index);
	tear_down(&l);
	for (i = 1; i <= 65; i++)
		buf_printf(&body, "<control id=\"c%d\"><title>t</title>\n", i);
	repeat(&body, 65, "</control>");
	ck_assert_int_eq(load_made(&l, &body), -1);
	ck_assert(said_once(&l, DIAG_XML_LIMIT,
	    "cannot read <control>: nested more than 64 deep"));
	tear_down(&l);
}
END_TEST

START_TEST(many_controls)
{
	struct buf body = { 0 };
	struct catalog_index *index;
	struct loaded l;
	int i;

	for (i = 0; i < 20000; i++)
		buf_printf(&body, "<control id=\"c%d\"><title>t</title><prop "
		    "name=\"label\" value=\"C.%d\"/><link rel=\"related\" "
		    "href=\"#c%d\"/></control>\n", i, i, i * 7 % 20000);
	ck_assert_int_eq(load_made(&l, &body), 0);
	ck_assert_uint_eq(l.d.n, 0);
	index = catalog_index_new(l.catalogs);
	HAS(catalog_find(index, "C.19999", NULL), "id", "c19999");
	HAS(xml_first(catalog_find(index, "c3", NULL), "i:link"), "ref",
	    "made:c21");
	catalog_index_free(index);
	tear_down(&l);
}
END_TEST

/* Ten choices of ten choices of ten ...: a limit, not gigabytes. */
START_TEST(exploding_params)
{
	struct buf body = { 0 };
	struct loaded l;
	int i, k;

	buf_puts(&body, "<control id=\"c\"><title>t</title>\n");
	for (i = 0; i < 16; i++) {
		buf_printf(&body, "<param id=\"p%d\"><select>", i);
		for (k = 0; k < 10; k++)
			buf_printf(&body, "<choice><insert type=\"param\" "
			    "id-ref=\"p%d\"/></choice>", i + 1);
		buf_puts(&body, "</select></param>\n");
	}
	buf_puts(&body, "<param id=\"p16\"/><part name=\"x\"><p><insert "
	    "type=\"param\" id-ref=\"p0\"/></p></part></control>");
	ck_assert_int_eq(load_made(&l, &body), -1);
	ck_assert_uint_eq(l.d.n, 1);
	ck_assert(said_once(&l, DIAG_XML_LIMIT, "cannot write out all "
	    "parameters: together they give more than 16 MiB"));
	tear_down(&l);
}
END_TEST

/* Parameters in each other's choices: sixteen, then the label. */
START_TEST(deep_params)
{
	struct buf body = { 0 };
	struct loaded l;
	char *words;
	int i;

	buf_puts(&body, "<control id=\"c\"><title>t</title>\n");
	for (i = 0; i < 20; i++)
		buf_printf(&body, "<param id=\"p%d\"><label>l%d</label>"
		    "<select><choice><insert type=\"param\" id-ref=\"p%d\"/>"
		    "</choice></select></param>\n", i, i, i + 1);
	buf_puts(&body, "<part name=\"x\"><p><insert type=\"param\" "
	    "id-ref=\"p0\"/></p></part></control>");
	ck_assert_int_eq(load_made(&l, &body), 0);
	words = xml_words(l.catalogs);
	ck_assert_str_eq(words, "one of: one of: one of: one of: one of: "
	    "one of: one of: one of: one of: one of: one of: one of: one of: "
	    "one of: one of: one of: [l16]");
	free(words);
	tear_down(&l);
}
END_TEST

/* The validator must not open what the file names as its schema. */
START_TEST(schema_hint)
{
	struct loaded l;

	ck_assert_int_eq(mkfifo("pipe", 0600), 0);
	scratch_put("hint.xml", "<catalog xmlns=\"" XML_NS_OSCAL "\" "
	    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
	    "xsi:schemaLocation=\"urn:x pipe\" "
	    "xsi:noNamespaceSchemaLocation=\"pipe\">\n"
	    "<x xmlns=\"urn:x\" xsi:schemaLocation=\"urn:x pipe\"/>\n"
	    "</catalog>\n");
	set_up(&l, ".", top);
	ck_assert_int_eq(load(&l, "hint.xml", 0), 0);
	ck_assert(said_once(&l, DIAG_OSCAL_SCHEMA, "element '{urn:x}x'"));
	tear_down(&l);
}
END_TEST

/* A long id in a message is cut, between characters. */
START_TEST(long_id)
{
	struct buf body = { 0 };
	struct catalog_index *index;
	struct loaded l;
	int i;

	for (i = 0; i < 2; i++) {
		buf_puts(&body, "<control id=\"x");
		repeat(&body, 3000, "\xC3\xA9");
		buf_puts(&body, "\"><title>t</title></control>\n");
	}
	ck_assert_int_eq(load_made(&l, &body), -1);
	ck_assert_int_eq(l.d.msgs[l.d.n - 1].code, DIAG_OSCAL_ID);
	ck_assert_uint_lt(strlen(l.d.msgs[l.d.n - 1].text), 200);
	ck_assert_uint_eq(utf8_check(l.d.msgs[l.d.n - 1].text,
	    strlen(l.d.msgs[l.d.n - 1].text)),
	    strlen(l.d.msgs[l.d.n - 1].text));
	tear_down(&l);
	buf_puts(&body, "<control id=\"x");
	repeat(&body, 3000, "\xC3\xA9");
	buf_puts(&body, "\"><title>t</title></control>\n");
	ck_assert_int_eq(load_made(&l, &body), 0);
	index = catalog_index_new(l.catalogs);
	ck_assert_uint_lt(strlen(xml_get(xml_first(l.catalogs->children,
	    "i:control"), "file")), 120);
	catalog_index_free(index);
	tear_down(&l);
}
END_TEST

/*
 * What is published and what ships.
 */

/* Controls below NODE, those withdrawn in *OUT. */
static int
count(xmlNodePtr node, int *out)
{
	xmlNodePtr child;
	int n = 0;

	for (child = xml_first(node, NULL); child != NULL;
	    child = xml_next(child, NULL)) {
		if (xml_is(child, "i:group"))
			n += count(child, out);
		if (!xml_is(child, "i:control"))
			continue;
		*out += xml_get(child, "withdrawn") != NULL;
		n += 1 + count(child, out);
	}
	return n;
}

/* NIST's files, where the runner has them. */
START_TEST(published)
{
	static const struct {
		const char	*path;
		int		 n;
		int		 withdrawn;
	} files[] = {
		{ "content/nist.gov/SP800-53/rev4/xml/"
		    "NIST_SP-800-53_rev4_catalog.xml", 922, 96 },
		{ "content/other/NIST_CSF_v2.0_catalog.xml", 219, 0 },
		{ "content/other/NIST_SP800-171_rev3_catalog.xml", 227, 33 },
		{ "content/other/basic-catalog.xml", 4, 0 }
	};
	struct loaded l;
	size_t i;
	int out;

	if (getenv("OSCAL") == NULL || access(getenv("OSCAL"), R_OK) != 0)
		return;
	set_up(&l, getenv("OSCAL"), ".");
	for (i = 0; i < sizeof(files) / sizeof(*files); i++) {
		ck_assert_int_eq(load(&l, files[i].path, 0), 0);
		out = 0;
		ck_assert_int_eq(count(l.catalogs->last, &out), files[i].n);
		ck_assert_int_eq(out, files[i].withdrawn);
	}
	ck_assert_uint_eq(l.d.n, 0);
	tear_down(&l);
}
END_TEST

START_TEST(shipped)
{
	static const struct {
		const char	*path;
		int		 n;
	} files[] = {
		{ PATH_SHIPPED "catalog/iso27001-2022.xml", 30 },
		{ PATH_SHIPPED "catalog/iso27002-2022.xml", 93 }
	};
	struct loaded l;
	char *said;
	size_t i;
	int out = 0;

	set_up(&l, NULL, ".");
	for (i = 0; i < sizeof(files) / sizeof(*files); i++) {
		ck_assert_int_eq(load(&l, files[i].path, 1), 0);
		ck_assert_int_eq(count(l.catalogs->last, &out), files[i].n);
	}
	said = messages(&l);
	ck_assert_str_eq(said, "");
	free(said);
	tear_down(&l);
}
END_TEST

Suite *catalog_suite(void);

Suite *
catalog_suite(void)
{
	Suite *s;
	TCase *tc;

	s = suite_create("catalog");
	tc = tcase_create("catalog");
	tcase_set_timeout(tc, 120);
	tcase_add_loop_test(tc, bad_input, 0,
	    sizeof(inputs) / sizeof(*inputs));
	tcase_add_test(tc, named_at);
	tcase_add_loop_test(tc, each_element, 0,
	    sizeof(prose) / sizeof(*prose));
	tcase_add_test(tc, prose_messages);
	tcase_add_test(tc, structure);
	tcase_add_test(tc, use);
	tcase_add_loop_test(tc, title, 0, sizeof(titles) / sizeof(*titles));
	tcase_add_loop_test(tc, find, 0, sizeof(finds) / sizeof(*finds));
	tcase_add_test(tc, nearest);
	tcase_add_test(tc, names);
	tcase_add_test(tc, published);
	tcase_add_test(tc, shipped);
	suite_add_tcase(s, tc);
	tc = tcase_create("made");
	tcase_add_checked_fixture(tc, enter, leave);
	tcase_set_timeout(tc, 120);
	tcase_add_test(tc, deep_parts);
	tcase_add_test(tc, deep_prose);
	tcase_add_test(tc, deep_lists);
	tcase_add_test(tc, deep_controls);
	tcase_add_test(tc, many_controls);
	tcase_add_test(tc, exploding_params);
	tcase_add_test(tc, deep_params);
	tcase_add_test(tc, schema_hint);
	tcase_add_test(tc, long_id);
	suite_add_tcase(s, tc);
	return s;
}
