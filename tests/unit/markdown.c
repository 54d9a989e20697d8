/* Tests of markdown.c and its family: limits, places, nesting, hostility. */
#include "markdown.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "buf.h"
#include "mem.h"
#include "xml.h"

#if defined(__SANITIZE_ADDRESS__)
#define SECONDS 8.0
#else
#define SECONDS 1.0
#endif

/* A text, what became of it, what was said. */
struct made {
	xmlDocPtr	 doc;
	xmlNodePtr	 root;
	struct diag	 d;
	struct buf	 xml;	/* of the root's children */
	int		 rc;
};

static void
made_release(struct made *m)
{
	xmlFreeDoc(m->doc);
	diag_release(&m->d);
	buf_release(&m->xml);
}

/* Serialise the children of the root without the declarations around. */
static void
serialise(struct made *m)
{
	struct buf all = { 0 };
	const char *begin, *end;

	xml_write(m->doc, &all);
	begin = strstr(buf_str(&all), "<article");
	begin = strchr(begin, '>') + 1;
	end = strstr(begin, "</article>");
	buf_clear(&m->xml);
	if (end != NULL)
		buf_add(&m->xml, begin, (size_t)(end - begin));
	buf_release(&all);
}

static struct made
make_len(const char *text, size_t len, unsigned flags)
{
	struct markdown_text md = { "f.md", text, len, 0, flags };
	struct made m;

	memset(&m, 0, sizeof(m));
	m.doc = xml_new("article");
	m.root = xmlDocGetRootElement(m.doc);
	m.rc = markdown_blocks(&md, m.root, &m.d);
	serialise(&m);
	return m;
}

static struct made
make(const char *text)
{
	return make_len(text, strlen(text), MARKDOWN_HOLES | MARKDOWN_RULES);
}

/* TEXT must come out as XML, without a message. */
static void
gives(const char *text, const char *xml)
{
	struct made m = make(text);

	ck_assert_str_eq(buf_str(&m.xml), xml);
	ck_assert_int_eq((int)m.d.n, 0);
	ck_assert_int_eq(m.rc, 0);
	made_release(&m);
}

/* The only message about TEXT must be of CODE, at LINE and COL. */
static void
says_len(const char *text, size_t len, enum diag_code code, int line,
    int col)
{
	struct made m = make_len(text, len, MARKDOWN_HOLES | MARKDOWN_RULES);

	ck_assert_int_eq((int)m.d.n, 1);
	ck_assert_str_eq(diag_word(m.d.msgs[0].code), diag_word(code));
	ck_assert_str_eq(m.d.msgs[0].path, "f.md");
	ck_assert_int_eq(m.d.msgs[0].line, line);
	ck_assert_int_eq(m.d.msgs[0].col, col);
	ck_assert_int_eq(m.rc, diag_level(code) == DIAG_ERROR ? -1 : 0);
	made_release(&m);
}

static void
says(const char *text, enum diag_code code, int line, int col)
{
	says_len(text, strlen(text), code, line, col);
}

/* BEFORE, N times UNIT, AFTER; new memory. */
static char *
repeat(const char *before, const char *unit, size_t n, const char *after)
{
	struct buf out = { 0 };

	buf_puts(&out, before);
	while (n-- > 0)
		buf_puts(&out, unit);
	buf_puts(&out, after);
	return buf_detach(&out);
}

/* N units are read without a word, one more gives CODE at LINE and COL. */
static void
limited(const char *before, const char *unit, size_t n, const char *after,
    enum diag_code code, int line, int col)
{
	struct made m;
	char *text;

	text = repeat(before, unit, n, after);
	m = make(text);
	ck_assert_msg(m.d.n == 0, "at the limit: %s", m.d.n == 0 ? "" :
	    m.d.msgs[0].text);
	made_release(&m);
	free(text);
	text = repeat(before, unit, n + 1, after);
	says(text, code, line, col);
	free(text);
}

START_TEST(test_limits)
{
	limited("x\n\n", "a", 16384, "\n", DIAG_MD_LIMIT, 3, 16385);
	limited("a\n\n```\n", " ", 128, "x\n```\n", DIAG_MD_LIMIT, 4, 130);
	limited("", "> ", 32, "x\n", DIAG_MD_LIMIT, 1, 67);
	limited("", ">", 32, "\n", DIAG_MD_LIMIT, 1, 34);
	limited("", "[\n", 10000, "", DIAG_MD_LIMIT, 10001, 1);
	limited("```\na\n", "\n", 64, "b\n```\n", DIAG_MD_LIMIT, 3, 1);
	limited("    a\n", "\n", 64, "    b\n", DIAG_MD_LIMIT, 2, 1);
	limited("", "a\n", 1 << 19, "", DIAG_MD_LIMIT, 1, 1);
}
END_TEST

START_TEST(test_blanks)
{
	/* Tabs count as columns, blanks on a blank line do not count. */
	says("\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"
	    "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t x",
	    DIAG_MD_LIMIT, 1, 34);
	says(">                                                             "
	    "                                                             "
	    "          x", DIAG_MD_LIMIT, 1, 134);
}
END_TEST

START_TEST(test_rulers)
{
	struct made m;
	char *text;

	/* A thematic break is not a heap of lists, however long. */
	text = repeat("> ", "- ", 500, "\n\n* * * * * * * * * * * * * * * * "
	    "* * * * * * * * * * * * * * * * * * * * * *\n");
	m = make(text);
	ck_assert_int_eq((int)m.d.n, 0);
	ck_assert_ptr_nonnull(strstr(buf_str(&m.xml), "<?thematicbreak?>"));
	made_release(&m);
	free(text);
	text = repeat("", "- ", 33, "x\n");
	says(text, DIAG_MD_LIMIT, 1, 67);
	free(text);
}
END_TEST

/* Nesting that no line shows: found when cmark has read it. */
START_TEST(test_depth)
{
	char *inner, *text;
	struct made m;

	/* 62 emphases, a paragraph and the text make 64. */
	inner = repeat("x\n\n", "*a _a ", 31, "b");
	text = repeat(inner, " a_ a*", 31, "\n");
	m = make(text);
	ck_assert_int_eq((int)m.d.n, 0);
	made_release(&m);
	free(inner);
	free(text);
	inner = repeat("x\n\n  ", "*a _a ", 32, "b");
	text = repeat(inner, " a_ a*", 32, "\n");
	says(text, DIAG_MD_LIMIT, 3, 3);
	free(inner);
	free(text);
	/* In a cell, the cell is named. */
	inner = repeat("| a |\n|---|\n| ", "*a _a ", 32, "b");
	text = repeat(inner, " a_ a*", 32, " |\n");
	says(text, DIAG_MD_LIMIT, 3, 3);
	free(inner);
	free(text);
}
END_TEST

START_TEST(test_table_size)
{
	struct made m;
	char *head, *text;

	head = repeat("x\n\n", "|a", 64, "\n");
	text = repeat(head, "|-", 64, "\n");
	m = make(text);
	ck_assert_int_eq((int)m.d.n, 0);
	ck_assert_ptr_nonnull(strstr(buf_str(&m.xml), "<informaltable"));
	made_release(&m);
	free(head);
	free(text);
	head = repeat("x\n\n  ", "|a", 65, "\n");
	text = repeat(head, "|-", 65, "\n");
	says(text, DIAG_TABLE_SIZE, 3, 3);
	free(head);
	free(text);
	head = repeat("", "|a", 64, "\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-"
	    "|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-"
	    "|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-\n");
	text = repeat(head, "a\n", 1100, "");
	says(text, DIAG_TABLE_SIZE, 1, 1);
	free(head);
	free(text);
}
END_TEST

START_TEST(test_characters)
{
	struct made m;

	says("ok\n\n\xC3\xA4\x01\x02", DIAG_CONTROL_CHARACTER, 3, 2);
	says("a\x7F b\x1B", DIAG_CONTROL_CHARACTER, 1, 5);
	says("`\xEE\x80\x80`", DIAG_CONTROL_CHARACTER, 1, 2);
	says("\xEF\xBF\xBE", DIAG_CONTROL_CHARACTER, 1, 1);
	says_len("a\0b\0c", 5, DIAG_CONTROL_CHARACTER, 1, 2);
	says("a\r\nb\r\xC3(", DIAG_UTF8, 3, 1);
	says("x {{y \x01}}", DIAG_CONTROL_CHARACTER, 1, 7);
	says("x {{y \xC3}}", DIAG_UTF8, 1, 7);
	says("x {{y \xEF\xA3\xBF}}", DIAG_CONTROL_CHARACTER, 1, 7);
	m = make("<b>\n&#xE000;");
	ck_assert_str_eq(buf_str(&m.xml), "<para i:src=\"f.md:1:1\">"
	    "\xEF\xBF\xBD</para>");
	made_release(&m);
	/* It is replaced, and the text can be read. */
	m = make_len("a\0b", 3, 0);
	ck_assert_str_eq(buf_str(&m.xml), "<para i:src=\"f.md:1:1\">a"
	    "\xEF\xBF\xBD" "b</para>");
	made_release(&m);
	/* A byte order mark is not text. */
	gives("\xEF\xBB\xBF# a", "<i:heading level=\"1\" i:src=\"f.md:1:1\">a"
	    "</i:heading>");
	gives("\t", "");
	gives("", "");
}
END_TEST

START_TEST(test_flags)
{
	struct made m;

	m = make_len("**A-1** {{x}} \\{{y}}", 20, 0);
	ck_assert_str_eq(buf_str(&m.xml), "<para i:src=\"f.md:1:1\">"
	    "<emphasis role=\"strong\">A-1</emphasis> {{x}} {{y}}</para>");
	ck_assert_int_eq((int)m.d.n, 0);
	made_release(&m);
	m = make_len("{{ not closed\n\n{{! kept }}", 26, 0);
	ck_assert_str_eq(buf_str(&m.xml), "<para i:src=\"f.md:1:1\">{{ not "
	    "closed</para><para i:src=\"f.md:3:1\">{{! kept }}</para>");
	ck_assert_int_eq((int)m.d.n, 0);
	made_release(&m);
}
END_TEST

/* Lines before the text count, text after a fault is there. */
START_TEST(test_front_matter)
{
	const char *text = "[a](b)\n\n{{x}}\n\n{{y";
	struct markdown_text md = { "d/f.md", text, strlen(text), 7,
	    MARKDOWN_HOLES };
	struct made m;

	memset(&m, 0, sizeof(m));
	m.doc = xml_new("article");
	m.root = xmlDocGetRootElement(m.doc);
	m.rc = markdown_blocks(&md, m.root, &m.d);
	serialise(&m);
	ck_assert_str_eq(buf_str(&m.xml), "<para i:src=\"d/f.md:8:1\">"
	    "<link xlink:href=\"b\" i:src=\"d/f.md:8:1\">a</link></para>"
	    "<i:hole text=\"x\" i:src=\"d/f.md:10:1\" block=\"true\"/>"
	    "<para i:src=\"d/f.md:12:1\">{{y</para>");
	ck_assert_int_eq(m.rc, -1);
	ck_assert_int_eq(m.d.msgs[0].line, 12);
	made_release(&m);
}
END_TEST

/* What {{...}} in an address comes to is limited: it can be used again. */
START_TEST(test_restored)
{
	struct made m;
	char *head, *text;

	head = repeat("[a]: {{", "x", 8000, "}}\n\n");
	text = repeat(head, "[a]\n", 500, "");
	m = make(text);
	ck_assert_int_eq((int)m.d.n, 0);
	made_release(&m);
	free(text);
	text = repeat(head, "[a]\n", 600, "");
	says(text, DIAG_MD_LIMIT, 528, 1);
	free(text);
	free(head);
}
END_TEST

/* Places that cmark counts otherwise. */
START_TEST(test_places)
{
	static const struct {
		const char	*text;
		const char	*src;	/* of the link in it */
	} cases[] = {
		{ "[a](b)", "1:1" },
		{ "\xC3\xA4\xC3\xB6 {{long.name}}[a](b)", "1:17" },
		{ "x\n   [a](b)", "2:4" },
		{ "> x\n> y [a](b)", "2:5" },
		{ "> x\nlazy [a](b)", "2:6" },
		{ "- > x\n  >   y [a](b)", "2:9" },
		{ "-\tx\n\ty [a](b)", "2:4" },
		{ ">\t- x\n>\t  y [a](b)", "2:7" },
		{ "10) x\n\n    y [a](b)", "3:7" },
		{ "#  h [a](b) ##", "1:6" },
		{ "h\ni [a](b)\n===", "2:3" },
		{ "> h\n> i [a](b)\n> ---", "2:5" },
		{ "`x\ny` [a](b)", "2:4" },
		{ "<b x='\n'> [a](b)", "2:4" },
		{ "x\\\ny [a](b)", "2:3" },
		{ "x  \n  y [a](b)", "2:5" },
		{ "[z]: /u\n[y]: /v\n  't\n  u'\nx [a](b)", "5:3" },
		{ "***[a](b)***", "1:4" },
		{ "a*b[a](b)*", "1:4" },
		{ "&amp;\\*[a](b)", "1:8" },
		{ "| \\|\\| [a](b) |\n|---|", "1:8" },
		{ "|x|\n|-|\n| `\\|` {{h}} [a](b) |", "3:14" },
		{ "x\n\n\n\n\n[a](b)", "6:1" },
		{ "x\r\n\r\n\r\n[a](b)", "4:1" },
		{ "x <https://a.b>", "1:3" },
		{ "x\ny *<https://a.b>*", "2:4" },
		{ "[a]\n\n[a]: b", "1:1" },
		{ "x [a][] y\n\n[a]: b", "1:3" },
		{ "x [![i](j)](b)", "1:3" },
		{ ">  -\tx\n>\ty `a`[a](b)", "2:8" },
		{ "[z]: /u\nx <b\na='1'> [a](b)", "3:8" },
		{ "{{! c }}\nx ![i](j\n't') [a](b)", "3:6" }
	};
	struct made m;
	const char *at, *src;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		m = make(cases[i].text);
		at = strstr(buf_str(&m.xml), "<link");
		ck_assert_msg(at != NULL, "no link: %s", cases[i].text);
		src = strstr(at, "i:src=\"f.md:") + strlen("i:src=\"f.md:");
		ck_assert_msg(strncmp(src, cases[i].src,
		    strlen(cases[i].src)) == 0 && src[strlen(cases[i].src)]
		    == '"', "%s: %.8s, not %s", cases[i].text, src,
		    cases[i].src);
		made_release(&m);
	}
}
END_TEST

START_TEST(test_blocks)
{
	gives("- {{a}}\n\n  - > {{b}}", "<itemizedlist i:src=\"f.md:1:1\">"
	    "<listitem i:src=\"f.md:1:1\"><i:hole text=\"a\" "
	    "i:src=\"f.md:1:3\" block=\"true\"/><itemizedlist "
	    "spacing=\"compact\" i:src=\"f.md:3:3\"><listitem "
	    "i:src=\"f.md:3:3\"><blockquote i:src=\"f.md:3:5\"><i:hole "
	    "text=\"b\" i:src=\"f.md:3:7\" block=\"true\"/></blockquote>"
	    "</listitem></itemizedlist></listitem></itemizedlist>");
	gives("{{! a }}\n{{! b }}", "");
	gives("`` ` ``", "<para i:src=\"f.md:1:1\"><literal>`</literal>"
	    "</para>");
	gives("```\n\n\n```", "<programlisting i:src=\"f.md:1:1\">\n"
	    "</programlisting>");
	gives("-\n-", "<itemizedlist spacing=\"compact\" i:src=\"f.md:1:1\">"
	    "<listitem i:src=\"f.md:1:1\"><para/></listitem>"
	    "<listitem i:src=\"f.md:2:1\"><para/></listitem>"
	    "</itemizedlist>");
}
END_TEST

/* Warnings do not make the text unusable. */
START_TEST(test_warnings)
{
	says("x <i>y</i> <b>z</b>", DIAG_RAW_HTML, 1, 3);
	says("x\n\n<div>\n<b>", DIAG_RAW_HTML, 3, 1);
	says("x [y](javascript:z)", DIAG_LINK_SCHEME, 1, 3);
	says("**A-1** x\n\n**A-1** y", DIAG_RULE_ID, 3, 1);
}
END_TEST

START_TEST(test_link_ok)
{
	static const char *const good[] = { "", "#a", "a/b.md", "../a:b",
	    "?x:y", "http://a.b/", "HTTPS://a.b", "mailto:a@b", " http://a",
	    "//a.b/c", "a[1]", "50%", "\xC3\xA4.md" };
	static const char *const bad[] = { "javascript:x", "JAVASCRIPT:x",
	    "\x01javascript:x", " javascript:x", "java\tscript:x",
	    "java\nscript:x", "data:,x", "file:///x", "ftp://x", "1:2",
	    ":", "http\xC2\xA0:x", "https+x:y", "http://a:b/" };
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		ck_assert_msg(markdown_link_ok(good[i]), "%s", good[i]);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(!markdown_link_ok(bad[i]), "%s", bad[i]);
}
END_TEST

START_TEST(test_slug)
{
	static const struct {
		const char	*title;
		const char	*slug;
	} cases[] = {
		{ "Backup policy, 2nd part", "backup-policy-2nd-part" },
		{ "2nd part", "s2nd-part" },
		{ "", "section" },
		{ " -- ", "section" },
		{ "  A  &  B  ", "a-b" },
		{ "A.5.15 Access", "a-5-15-access" },
		{ "\xC3\x84rger \xC3\x9C" "BER \xC3\x97 \xC3\x9F",
		    "\xC3\xA4rger-\xC3\xBC" "ber-\xC3\x9F" },
		{ "\xCE\x91\xCE\xA3 \xD0\x96\xD0\x9A \xD0\x81",
		    "\xCE\xB1\xCF\x83-\xD0\xB6\xD0\xBA-\xD1\x91" },
		{ "\xC4\x80\xC4\xB9\xC5\xB8", "\xC4\x81\xC4\xBA\xC3\xBF" },
		{ "\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD\xE6\x96\x87" },
		{ "\xF0\x9F\x98\x80 x", "x" },
		{ "a\xFF" "b", "a-b" }
	};
	char *slug;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		slug = markdown_slug(cases[i].title);
		ck_assert_str_eq(slug, cases[i].slug);
		free(slug);
	}
}
END_TEST

/* Nest TEXT with IDS. */
static struct made
nest(const char *text, const char *ids)
{
	struct made m = make(text);

	markdown_nest(m.root, ids, &m.d);
	serialise(&m);
	return m;
}

START_TEST(test_nest)
{
	struct made m;

	m = nest("x\n\n## A\n\ny\n\n### B\n\n## A\n\n## A 2\n\n## A\n", "d");
	ck_assert_str_eq(buf_str(&m.xml), "<para i:src=\"f.md:1:1\">x</para>"
	    "<section i:src=\"f.md:3:1\" xml:id=\"d.a\"><title>A</title>"
	    "<para i:src=\"f.md:5:1\">y</para><section i:src=\"f.md:7:1\" "
	    "xml:id=\"d.b\"><title>B</title><para/></section></section>"
	    "<section i:src=\"f.md:9:1\" xml:id=\"d.a-2\"><title>A</title>"
	    "<para/></section><section i:src=\"f.md:11:1\" "
	    "xml:id=\"d.a-2-2\"><title>A 2</title><para/></section>"
	    "<section i:src=\"f.md:13:1\" xml:id=\"d.a-3\"><title>A</title>"
	    "<para/></section>");
	ck_assert_int_eq((int)m.d.n, 0);
	made_release(&m);
	m = nest("# A 2\n# A\n# A\n", "d");
	ck_assert_ptr_nonnull(strstr(buf_str(&m.xml), "\"d.a-3\"><title>A"
	    "</title>"));
	made_release(&m);
	m = nest("# A\n\n{{b}}\n", NULL);
	ck_assert_str_eq(buf_str(&m.xml), "<section i:src=\"f.md:1:1\">"
	    "<title>A</title><i:hole text=\"b\" i:src=\"f.md:3:1\" "
	    "block=\"true\"/></section>");
	made_release(&m);
	m = nest("", "d");
	ck_assert_str_eq(buf_str(&m.xml), "");
	made_release(&m);
}
END_TEST

START_TEST(test_nest_levels)
{
	struct made m;

	m = nest("# A\n#### B\n## C\n### D\n", NULL);
	ck_assert_str_eq(buf_str(&m.xml), "<section i:src=\"f.md:1:1\">"
	    "<title>A</title><section i:src=\"f.md:2:1\"><title>B</title>"
	    "<para/></section><section i:src=\"f.md:3:1\"><title>C</title>"
	    "<section i:src=\"f.md:4:1\"><title>D</title><para/></section>"
	    "</section></section>");
	ck_assert_int_eq((int)m.d.n, 1);
	ck_assert_str_eq(diag_word(m.d.msgs[0].code), "heading-level");
	ck_assert_str_eq(m.d.msgs[0].path, "f.md");
	ck_assert_int_eq(m.d.msgs[0].line, 2);
	ck_assert_int_eq(m.d.msgs[0].col, 1);
	made_release(&m);
}
END_TEST

START_TEST(test_tidy)
{
	static const struct {
		const char	*before;
		const char	*after;
	} cases[] = {
		{ "<section><title>t</title></section>",
		    "<section><title>t</title><para/></section>" },
		{ "<blockquote/>", "<blockquote><para/></blockquote>" },
		{ "<blockquote><?thematicbreak?></blockquote>",
		    "<blockquote><?thematicbreak?><para/></blockquote>" },
		{ "<itemizedlist/><para>x</para>", "<para>x</para>" },
		{ "<itemizedlist><listitem><orderedlist/></listitem>"
		    "</itemizedlist>", "<itemizedlist><listitem><para/>"
		    "</listitem></itemizedlist>" },
		{ "<informaltable><thead><tr><th>a</th></tr></thead><tbody/>"
		    "</informaltable>", "<informaltable><tbody><tr><th>a"
		    "</th></tr></tbody></informaltable>" },
		{ "<table><caption>c</caption><thead/><tbody/></table>", "" },
		{ "<informaltable><tr><td/></tr></informaltable>",
		    "<informaltable><tr><td/></tr></informaltable>" },
		{ "", "" },
		{ "text", "text" }
	};
	struct made m;
	char *xml;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		memset(&m, 0, sizeof(m));
		xml = mem_printf("<article xmlns='" XML_NS_DB "' xmlns:i='"
		    XML_NS_I "'>%s</article>", cases[i].before);
		m.doc = xml_parse(xml, strlen(xml), "t.xml", &m.d);
		free(xml);
		m.root = xmlDocGetRootElement(m.doc);
		markdown_tidy(m.root);
		serialise(&m);
		ck_assert_str_eq(buf_str(&m.xml), cases[i].after);
		made_release(&m);
	}
}
END_TEST

/* Inputs that take cmark or a careless walk long: read or refused, at once. */
static const struct hostile {
	const char	*before;
	const char	*unit;
	size_t		 n;
	const char	*after;
} hostile[] = {
	{ "", "- ", 58500, "\n" },
	{ "", "- - - - - - - - x\n", 6500, "" },
	{ "", "![[]()", 39000, "\n" },
	{ "", "![[]()\n", 9900, "" },
	{ "", "*", 16000, "" },
	{ "a", "*", 8000, "a" },
	{ "", ">", 100000, "\n" },
	{ "> > > > > > > > > > x\n", "> > > > >\n", 100000, "x\n" },
	{ "", "[", 10000, "" },
	{ "", "[\n", 10001, "" },
	{ "", "[a]: /u\n", 9000, "[a]\n" },
	{ "[a]: /u\n\n", "[a] \n", 9900, "" },
	{ "", "a", 1 << 20, "" },
	{ "", "a\n", 1 << 19, "" },
	{ "|a|b|\n|-|-|\n", "| *x* | `y` |\n", 10000, "" },
	{ "|a|\n|-|\n", "1.\n|a|\n|-|\n", 20000, "" },
	{ "", "\n", 1 << 20, "" },
	{ "- - - - - - - - - - - - x\n", "\n", 1000000, "" },
	{ "~~~\n~~~\n", "\n", 1000000, "" },
	{ "", "{{", 8000, "" },
	{ "", "{{a}}\n", 100000, "" },
	{ "[a]: {{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}}\n\n",
	    "[a]\n", 9900, "" },
	{ "<div>\n", "<a b=\"\n", 100000, "" },
	{ "<div>\n", "<!--\n", 100000, "" },
	{ "", "<!--\n\n", 100000, "" },
	{ "", "[a](b (c\n", 9900, "a\n" },
	{ "", "<a \n", 100000, "" }
};

START_TEST(test_hostile)
{
	const struct hostile *h = &hostile[_i];
	struct made m;
	clock_t begin;
	char *text;
	double took;
	int wrapped;

	/* Under valgrind it is memory that counts, not time. */
	wrapped = getenv("WRAP") != NULL && getenv("WRAP")[0] != '\0';
	text = repeat(h->before, h->unit, wrapped ? h->n / 50 : h->n,
	    h->after);
	begin = clock();
	m = make(text);
	markdown_nest(m.root, "d", &m.d);
	took = (double)(clock() - begin) / CLOCKS_PER_SEC;
	ck_assert_msg(wrapped || took < SECONDS, "%.10s: %.1f s", h->unit,
	    took);
	made_release(&m);
	free(text);
}
END_TEST

/* Backtick runs of every length, and bullets nested by indentation alone. */
START_TEST(test_hostile_grown)
{
	struct buf text = { 0 };
	struct made m;
	int i, k;

	for (i = 1; i < 316; i++) {
		for (k = 0; k < i; k++)
			buf_putc(&text, '`');
		buf_puts(&text, " a\n");
	}
	m = make(buf_str(&text));
	ck_assert_int_eq((int)m.d.n, 0);
	made_release(&m);
	buf_clear(&text);
	for (i = 0; i < 700; i++)
		buf_printf(&text, "%*s- a\n", 2 * i, "");
	says(buf_str(&text), DIAG_MD_LIMIT, 66, 133);
	buf_release(&text);
}
END_TEST

Suite *markdown_suite(void);

Suite *
markdown_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("markdown");
	tcase = tcase_create("markdown");
	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_limits);
	tcase_add_test(tcase, test_blanks);
	tcase_add_test(tcase, test_rulers);
	tcase_add_test(tcase, test_depth);
	tcase_add_test(tcase, test_table_size);
	tcase_add_test(tcase, test_characters);
	tcase_add_test(tcase, test_flags);
	tcase_add_test(tcase, test_front_matter);
	tcase_add_test(tcase, test_restored);
	tcase_add_test(tcase, test_places);
	tcase_add_test(tcase, test_blocks);
	tcase_add_test(tcase, test_warnings);
	tcase_add_test(tcase, test_link_ok);
	tcase_add_test(tcase, test_slug);
	tcase_add_test(tcase, test_nest);
	tcase_add_test(tcase, test_nest_levels);
	tcase_add_test(tcase, test_tidy);
	tcase_add_loop_test(tcase, test_hostile, 0,
	    (int)(sizeof(hostile) / sizeof(*hostile)));
	tcase_add_test(tcase, test_hostile_grown);
	suite_add_tcase(suite, tcase);
	return suite;
}
