/* Tests of xml.c: what is refused, lines, building, words, copies. */
#include "xml.h"

#include "scratch.h"

static xmlDocPtr
parse(const char *text)
{
	struct diag d = { 0 };
	xmlDocPtr doc;

	doc = xml_parse(text, strlen(text), "a.xml", &d);
	ck_assert_msg(doc != NULL, "%s", d.n > 0 ? d.msgs[0].text : "");
	ck_assert_uint_eq(d.n, 0);
	return doc;
}

static void
refuses(const char *text, enum diag_code code, int line, const char *part)
{
	struct diag d = { 0 };

	ck_assert_ptr_null(xml_parse(text, strlen(text), "a.xml", &d));
	ck_assert_uint_eq(d.n, 1);
	ck_assert_msg(d.msgs[0].code == code, "[%s] %s",
	    diag_word(d.msgs[0].code), d.msgs[0].text);
	ck_assert_str_eq(d.msgs[0].path, "a.xml");
	ck_assert_msg(line == 0 || d.msgs[0].line == line, "%d: %s",
	    d.msgs[0].line, d.msgs[0].text);
	ck_assert_msg(strstr(d.msgs[0].text, part) != NULL, "%s",
	    d.msgs[0].text);
	diag_release(&d);
}

START_TEST(doctype)
{
	refuses("<!DOCTYPE a><a/>", DIAG_XML_DOCTYPE, 1, "DOCTYPE");
	refuses("<?xml version=\"1.0\"?>\n<!-- c -->\n<!DOCTYPE a SYSTEM "
	    "\"file:///etc/passwd\"><a/>", DIAG_XML_DOCTYPE, 3, "DOCTYPE");
	refuses("<!DOCTYPE a [<!ENTITY e SYSTEM \"/etc/passwd\">]><a>&e;</a>",
	    DIAG_XML_DOCTYPE, 1, "DOCTYPE");
	refuses("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y "
	    "\"&x;&x;&x;&x;&x;\"><!ENTITY z \"&y;&y;&y;&y;\">]><a>&z;</a>",
	    DIAG_XML_DOCTYPE, 1, "DOCTYPE");
	refuses("<!DOCTYPE a PUBLIC \"-//x\" \"http://example.com/x.dtd\" [<!"
	    "ENTITY % p SYSTEM \"http://example.com/p\">%p;]><a/>",
	    DIAG_XML_DOCTYPE, 1, "DOCTYPE");
}
END_TEST

START_TEST(syntax)
{
	refuses("", DIAG_XML_SYNTAX, 0, "empty");
	refuses("text", DIAG_XML_SYNTAX, 1, "start tag");
	refuses("<a>\n<b>\n</a>\n", DIAG_XML_SYNTAX, 3, "mismatch");
	refuses("<a>&nbsp;</a>", DIAG_XML_SYNTAX, 1, "'nbsp' not defined");
	refuses("<a><a/>", DIAG_XML_SYNTAX, 1, "end of data");
	refuses("<a/>\n<b/>", DIAG_XML_SYNTAX, 2, "xtra content");
	refuses("<a>\n\x01</a>", DIAG_XML_SYNTAX, 2, "cannot hold");
	refuses("<a>\n\xE9</a>", DIAG_UTF8, 2, "not UTF-8");
	refuses("<a x='1' x='2'/>", DIAG_XML_SYNTAX, 1, "redefined");
	refuses("<z:a/>", DIAG_XML_SYNTAX, 1, "prefix z");
}
END_TEST

START_TEST(depth)
{
	struct buf text = { 0 };
	int i;

	for (i = 0; i < 300; i++)
		buf_puts(&text, "<a>");
	refuses(buf_str(&text), DIAG_XML_LIMIT, 1, "256 deep");
	buf_release(&text);
}
END_TEST

START_TEST(long_lines)
{
	struct buf text = { 0 };
	xmlDocPtr doc;
	int i;

	buf_puts(&text, "<a>");
	for (i = 0; i < 70000; i++)
		buf_putc(&text, '\n');
	buf_puts(&text, "<b/>text</a>");
	doc = parse(buf_str(&text));
	ck_assert_int_eq(xml_line(xmlDocGetRootElement(doc)->children->next),
	    70001);
	xmlFreeDoc(doc);
	buf_release(&text);
}
END_TEST

START_TEST(files)
{
	struct roots roots;
	struct diag d = { 0 };
	struct place at = { "isms.yaml", 3, 4 };
	xmlDocPtr doc;

	scratch_put("a.xml", "<a/>\n");
	ck_assert_int_eq(path_roots(&roots, ".", ".", &d), 0);
	doc = xml_load(&roots, "a.xml", NULL, &d);
	ck_assert_ptr_nonnull(doc);
	ck_assert_str_eq((const char *)doc->URL, "a.xml");
	xmlFreeDoc(doc);
	ck_assert_ptr_null(xml_load(&roots, "b.xml", &at, &d));
	ck_assert_int_eq(scratch_said(&d, DIAG_FILE_MISSING), 1);
	ck_assert_str_eq(d.msgs[0].path, "isms.yaml");
	ck_assert_ptr_null(xml_load(&roots, "../a.xml", NULL, &d));
	ck_assert_int_eq(scratch_said(&d, DIAG_FILE_KIND), 1);
	path_roots_release(&roots);
	diag_release(&d);
}
END_TEST

static void
written(xmlDocPtr doc, const char *expected)
{
	static const char head[] = "<?xml version=\"1.0\" "
	    "encoding=\"UTF-8\"?>\n";
	struct buf out = { 0 };

	xml_write(doc, &out);
	ck_assert_int_eq(strncmp(buf_str(&out), head, strlen(head)), 0);
	ck_assert_str_eq(buf_str(&out) + strlen(head), expected);
	buf_release(&out);
}

#define ROOT "<i:d xmlns:i=\"urn:ismsdoc:dossier\" " \
	"xmlns=\"http://docbook.org/ns/docbook\" " \
	"xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

START_TEST(building)
{
	struct place at = { "a.md", 3, 7 };
	xmlDocPtr doc;
	xmlNodePtr root, node;

	doc = xml_new("i:d");
	root = xmlDocGetRootElement(doc);
	node = xml_add(root, "para");
	xml_set(node, "xml:id", "x");
	xml_set(node, "xlink:href", "b.xml#c");
	xml_set(node, "role", NULL);
	xml_set_src(node, &at);
	xml_text(node, "a <b> & ", 8);
	xml_add_text(node, "i:row", "\xC3\xA4");
	at.col = 0;
	node = xml_add(root, "i:x");
	xml_set_src(node, &at);
	xml_setf(node, "n", "%d", 7);
	at.line = 0;
	xml_set_src(xml_add(root, "i:y"), &at);
	xml_set_src(xml_add(root, "i:z"), NULL);
	written(doc, ROOT "<para xml:id=\"x\" xlink:href=\"b.xml#c\" "
	    "i:src=\"a.md:3:7\">a &lt;b&gt; &amp; <i:row>\xC3\xA4</i:row>"
	    "</para><i:x i:src=\"a.md:3\" n=\"7\"/><i:y i:src=\"a.md\"/>"
	    "<i:z/></i:d>\n");
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(filtering)
{
	static const char text[] = "a\x01\x02" "b\r\nc\xFF" "d\xEF\xBF\xBF"
	    "e\xED\xA0\x80" "f\x7F";
	xmlDocPtr doc;
	xmlNodePtr root;

	doc = xml_new("i:d");
	root = xmlDocGetRootElement(doc);
	xml_text(root, text, sizeof(text) - 1);
	xml_text(root, "\x01", 1);
	xml_text(root, "", 0);
	xml_set(root, "x", "\x02y\r");
	ck_assert_str_eq(xml_get(root, "x"), "y");
	ck_assert_str_eq((const char *)root->children->content,
	    "ab\nc\xEF\xBF\xBD" "de\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
	    "f\x7F");
	ck_assert_ptr_null(root->children->next);
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(asking)
{
	xmlDocPtr doc;
	xmlNodePtr root, node;

	doc = parse("<d xmlns='http://docbook.org/ns/docbook' "
	    "xmlns:i='urn:ismsdoc:dossier' xmlns:c="
	    "'http://csrc.nist.gov/ns/oscal/1.0' e=''>text<i:a i:k='v'/>"
	    "<!-- c --><para/><c:control/><para/></d>");
	root = xmlDocGetRootElement(doc);
	ck_assert(xml_is(root, "d"));
	ck_assert(!xml_is(root, "i:d"));
	ck_assert(!xml_is(NULL, "d"));
	ck_assert(!xml_is(root->children, "d"));
	ck_assert_str_eq(xml_get(root, "e"), "");
	ck_assert_ptr_null(xml_get(root, "f"));
	node = xml_first(root, NULL);
	ck_assert(xml_is(node, "i:a"));
	ck_assert_ptr_null(xml_get(node, "k"));
	ck_assert_str_eq(xml_get_ns(node, XML_NS_I, "k"), "v");
	node = xml_first(root, "para");
	ck_assert(xml_is(xml_next(node, NULL), "oscal:control"));
	ck_assert_ptr_nonnull(xml_next(node, "para"));
	ck_assert_ptr_null(xml_next(xml_next(node, "para"), "para"));
	ck_assert_ptr_null(xml_first(NULL, "para"));
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(words)
{
	xmlDocPtr doc;
	char *text;

	doc = parse("<a>\n  one<b> two</b>\t <c/>three<!-- no --> "
	    "<![CDATA[<4>]]>\n</a>");
	text = xml_words(xmlDocGetRootElement(doc));
	ck_assert_str_eq(text, "one two three <4>");
	free(text);
	xmlFreeDoc(doc);
	doc = parse("<a> \n </a>");
	text = xml_words(xmlDocGetRootElement(doc));
	ck_assert_str_eq(text, "");
	free(text);
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(copying)
{
	xmlDocPtr doc;
	xmlNodePtr root, from, to;

	doc = xml_new("i:d");
	root = xmlDocGetRootElement(doc);
	from = xml_add(root, "i:from");
	to = xml_add(root, "i:to");
	xml_text(from, "a", 1);
	xml_set(xml_add(xml_add(from, "para"), "i:x"), "xlink:href", "");
	xmlAddChild(from, xmlNewDocPI(doc, BAD_CAST "br", NULL));
	xmlAddChild(from, xmlNewDocComment(doc, BAD_CAST "gone"));
	xml_copy_children(to, from);
	xml_remove(from);
	written(doc, ROOT "<i:to>a<para><i:x xlink:href=\"\"/></para><?br?>"
	    "</i:to></i:d>\n");
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(packing)
{
	struct buf text = { 0 };
	xmlDocPtr doc, again;
	xmlNodePtr root, file, article;

	doc = xml_new("i:result");
	root = xmlDocGetRootElement(doc);
	file = xml_add(root, "i:file");
	article = xml_add(file, "article");
	xml_set(article, "xml:id", "a");
	xml_set(xml_add_text(article, "para", " <a>\n"), "i:of", "1\n2");
	xmlAddChild(article, xmlNewDocPI(doc, BAD_CAST "br", NULL));
	ck_assert_uint_eq(xml_count(article), 4);
	xmlUnlinkNode(article);
	xml_pack(article, file, &text);
	again = xml_unpack(&text);
	ck_assert_ptr_nonnull(again);
	written(again, "<article xmlns:i=\"urn:ismsdoc:dossier\" "
	    "xmlns=\"http://docbook.org/ns/docbook\" xml:id=\"a\">"
	    "<para i:of=\"1&#10;2\"> &lt;a&gt;\n</para><?br?></article>\n");
	xmlFreeDoc(again);
	xmlFreeDoc(doc);
	buf_release(&text);
}
END_TEST

Suite	*xml_suite(void);

Suite *
xml_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("xml");
	tcase = tcase_create("parsing");
	tcase_add_test(tcase, doctype);
	tcase_add_test(tcase, syntax);
	tcase_add_test(tcase, depth);
	tcase_add_test(tcase, long_lines);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("files");
	tcase_add_checked_fixture(tcase, scratch_enter, scratch_leave);
	tcase_add_test(tcase, files);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("trees");
	tcase_add_test(tcase, building);
	tcase_add_test(tcase, filtering);
	tcase_add_test(tcase, asking);
	tcase_add_test(tcase, words);
	tcase_add_test(tcase, copying);
	tcase_add_test(tcase, packing);
	suite_add_tcase(suite, tcase);
	return suite;
}
