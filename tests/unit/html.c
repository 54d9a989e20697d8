/* Tests of html.c: each tree, given as XML, and the text it must become. */
#include "html.h"

#include <check.h>
#include <libxml/parser.h>
#include <string.h>

#define SVG "xmlns='http://www.w3.org/2000/svg'"
#define MATHML "xmlns='http://www.w3.org/1998/Math/MathML'"
#define XLINK "xmlns:xlink='http://www.w3.org/1999/xlink'"
#define DOCTYPE "<!DOCTYPE html>\n"

/* Write the XML as HTML; returns what html_write does. */
static int
written(const char *xml, struct buf *out, struct diag *d)
{
	xmlDocPtr doc;
	int rc;

	doc = xmlReadMemory(xml, (int)strlen(xml), "t.xml", NULL,
	    XML_PARSE_NONET);
	ck_assert_msg(doc != NULL, "not XML: %s", xml);
	rc = html_write(xmlDocGetRootElement(doc), "html/t.html", out, d);
	xmlFreeDoc(doc);
	return rc;
}

static void
gives(const char *xml, const char *html)
{
	struct diag d = { 0 };
	struct buf out = { 0 };
	size_t len;

	ck_assert_int_eq(written(xml, &out, &d), 0);
	ck_assert_int_eq((int)d.n, 0);
	len = strlen(DOCTYPE);
	ck_assert_msg(strncmp(buf_str(&out), DOCTYPE, len) == 0, "doctype");
	ck_assert_msg(out.data[out.len - 1] == '\n', "final line feed");
	out.data[out.len - 1] = '\0';
	ck_assert_str_eq(out.data + len, html);
	buf_release(&out);
}

static void
refuses(const char *xml, const char *why)
{
	struct diag d = { 0 };
	struct buf out = { 0 };

	ck_assert_msg(written(xml, &out, &d) == -1, "accepted: %s", xml);
	ck_assert_int_eq((int)d.n, 1);
	ck_assert_int_eq(d.msgs[0].code, DIAG_RESULT);
	ck_assert_msg(strstr(d.msgs[0].text, why) != NULL, "%s",
	    d.msgs[0].text);
	ck_assert_msg(strstr(d.msgs[0].text, "html/t.html") != NULL, "%s",
	    d.msgs[0].text);
	buf_release(&out);
	diag_release(&d);
}

START_TEST(page)
{
	gives("<html lang='en'><head><meta charset='utf-8'/>"
	    "<title>A &amp; B</title></head><body><p>x</p></body></html>",
	    "<html lang=\"en\"><head><meta charset=\"utf-8\">"
	    "<title>A &amp; B</title></head><body><p>x</p></body></html>");
	gives("<html/>", "<html></html>");
	gives("<br/>", "<br>");
	gives("<p> a\n<b> b </b>\tc </p>", "<p> a\n<b> b </b>\tc </p>");
}
END_TEST

START_TEST(empty_elements)
{
	gives("<div><p/><td></td><script src='a.js'/><i></i></div>",
	    "<div><p></p><td></td><script src=\"a.js\"></script><i></i>"
	    "</div>");
	gives("<p><br/><hr/><img alt='' src='a.png'/><wbr/><input/></p>",
	    "<p><br><hr><img alt=\"\" src=\"a.png\"><wbr><input></p>");
	gives("<p><br> \n </br><br><!-- x --></br></p>", "<p><br><br></p>");
	refuses("<p><br>x</br></p>", "cannot hold anything");
	refuses("<p><img><b/></img></p>", "cannot hold anything");
}
END_TEST

START_TEST(escaping)
{
	gives("<p>&lt;b&gt; &amp;amp; \"q\" 'a' &#xA0;&#xC2;&#xA9;"
	    "\xC3\x82 \xE2\x82\xAC</p>",
	    "<p>&lt;b&gt; &amp;amp; \"q\" 'a' &nbsp;\xC3\x82\xC2\xA9"
	    "\xC3\x82 \xE2\x82\xAC</p>");
	gives("<a title='&lt;x&gt; &amp; &quot;q&quot; &#39;a&#39; &#xA0;"
	    "&#10;&#9;'/>",
	    "<a title=\"&lt;x&gt; &amp; &quot;q&quot; 'a' &nbsp;\n\t\"></a>");
	gives("<p a='x&#13;y'>x&#13;y&#13;</p>", "<p a=\"xy\">xy</p>");
	gives("<p><![CDATA[<b>&amp;]]></p>", "<p>&lt;b&gt;&amp;amp;</p>");
	gives("<textarea>&lt;/textarea&gt;</textarea>",
	    "<textarea>&lt;/textarea&gt;</textarea>");
	gives("<title>&lt;/title&gt;&lt;script&gt;</title>",
	    "<title>&lt;/title&gt;&lt;script&gt;</title>");
}
END_TEST

START_TEST(raw)
{
	gives("<script>if (a &lt; b &amp;&amp; c) x(\"&#xA0;\");</script>",
	    "<script>if (a < b && c) x(\"\xC2\xA0\");</script>");
	gives("<style>a &gt; b::before { content: \"&amp;\" }</style>",
	    "<style>a > b::before { content: \"&\" }</style>");
	gives("<script>&lt;/scrip</script>", "<script></scrip</script>");
	gives("<script>&lt;/style&gt;</script>",
	    "<script></style></script>");
	gives("<style>&lt;!-- a --&gt;</style>", "<style><!-- a --></style>");
	refuses("<script>\"&lt;/script&gt;\"</script>", "own end tag");
	refuses("<script>&lt;/ScRiPt</script>", "own end tag");
	refuses("<script>&lt;/&lt;/script </script>", "own end tag");
	refuses("<script>&lt;/scr<!-- x -->ipt&gt;</script>", "own end tag");
	refuses("<script>&lt;!<?pi x?>-- &lt;script&gt;</script>", "<!--");
	refuses("<style>&lt;/style&gt;</style>", "own end tag");
	refuses("<STYLE>&lt;/style&gt;</STYLE>", "own end tag");
	refuses("<xmp>&lt;/xmp&gt;</xmp>", "own end tag");
	refuses("<script>a<b/></script>", "only characters");
	refuses("<title>a<b/></title>", "only characters");
	refuses("<textarea><textarea/></textarea>", "only characters");
	refuses("<plaintext/>", "no end");
}
END_TEST

START_TEST(attributes)
{
	gives("<input disabled='' checked='checked' required='yes' "
	    "value='' hidden='until-found'/>",
	    "<input disabled checked required=\"yes\" value=\"\" "
	    "hidden=\"until-found\">");
	gives("<a download='' href=''/>", "<a download=\"\" href=\"\"></a>");
	gives("<p z='1' a='2' m='3'/>", "<p z=\"1\" a=\"2\" m=\"3\"></p>");
	gives("<p xmlns:i='urn:ismsdoc:dossier' i:src='a.md:1:1' id='x' "
	    "xml:lang='en' xml:id='y'/>", "<p id=\"x\"></p>");
	gives("<p " XLINK " xlink:href='u'/>", "<p></p>");
}
END_TEST

START_TEST(left_out)
{
	gives("<p>a<!-- b -->c<?d e?>f</p>", "<p>acf</p>");
	gives("<p><!-- b --></p>", "<p></p>");
	gives("<?x y?><!-- z --><p>a</p><!-- z -->", "<p>a</p>");
}
END_TEST

START_TEST(first_line_feed)
{
	gives("<pre>\n\na</pre>", "<pre>\n\n\na</pre>");
	gives("<pre>\na</pre>", "<pre>\n\na</pre>");
	gives("<pre>a\n</pre>", "<pre>a\n</pre>");
	gives("<pre><!-- x -->\na</pre>", "<pre>\n\na</pre>");
	gives("<pre>&#13;&#10;a</pre>", "<pre>\n\na</pre>");
	gives("<pre><code>\na</code></pre>", "<pre><code>\na</code></pre>");
	gives("<textarea>\na</textarea>", "<textarea>\n\na</textarea>");
	gives("<p>\na</p>", "<p>\na</p>");
	gives("<pre/>", "<pre></pre>");
}
END_TEST

START_TEST(foreign)
{
	gives("<p><svg " SVG " viewBox='0 0 1 1'><g><path d='M0 0'/>"
	    "<text>a &lt; b</text></g></svg></p>",
	    "<p><svg viewBox=\"0 0 1 1\"><g><path d=\"M0 0\"/>"
	    "<text>a &lt; b</text></g></svg></p>");
	gives("<p><s:svg xmlns:s='http://www.w3.org/2000/svg' " XLINK ">"
	    "<s:use xlink:href='#a' xml:space='preserve' hidden=''/></s:svg>"
	    "</p>", "<p><svg><use xlink:href=\"#a\" xml:space=\"preserve\" "
	    "hidden=\"\"/></svg></p>");
	gives("<p><svg " SVG "/></p>", "<p><svg/></p>");
	gives("<math " MATHML "><mi>x</mi><mspace/></math>",
	    "<math><mi>x</mi><mspace/></math>");
	/* A parser reads characters of these as any others. */
	gives("<svg " SVG "><style>a &gt; b &lt;/style&gt;</style><title/>"
	    "<title>a <tspan/></title></svg>",
	    "<svg><style>a &gt; b &lt;/style&gt;</style><title/>"
	    "<title>a <tspan></tspan></title></svg>");
	gives("<svg " SVG "><foreignObject><p xmlns=''>a<br/></p>"
	    "</foreignObject></svg>",
	    "<svg><foreignObject><p>a<br></p></foreignObject></svg>");
	gives("<svg " SVG "><foreignObject><p xmlns=''><svg " SVG "><g/></svg>"
	    "</p></foreignObject></svg>",
	    "<svg><foreignObject><p><svg><g/></svg></p></foreignObject>"
	    "</svg>");
	/* Outside <svg> they are no SVG to a parser. */
	gives("<p><path " SVG "/></p>", "<p><path></path></p>");
	gives("<p><title " SVG "/></p>", "<p><title></title></p>");
	refuses("<svg " SVG "><script xmlns=''>a</script></svg>",
	    "directly in SVG");
	refuses("<svg " SVG "><g><p xmlns=''/></g></svg>",
	    "directly in SVG");
}
END_TEST

START_TEST(other_namespaces)
{
	gives("<article xmlns='http://docbook.org/ns/docbook'><para>a</para>"
	    "<x:br xmlns:x='urn:x'/></article>",
	    "<article><para>a</para><br></article>");
	gives("<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:br/>"
	    "</h:html>", "<html><br></html>");
	gives("<svg " SVG "><metadata><x:link xmlns:x='urn:x'/></metadata>"
	    "</svg>", "<svg><metadata><link/></metadata></svg>");
}
END_TEST

/* A tree as deep as none is costs no stack, and about linear time. */
START_TEST(deep)
{
	enum { DEPTH = 200000 };
	struct diag d = { 0 };
	struct buf out = { 0 };
	xmlDocPtr doc;
	xmlNodePtr node;
	int i;

	doc = xmlNewDoc(BAD_CAST "1.0");
	node = xmlNewDocNode(doc, NULL, BAD_CAST "b", NULL);
	xmlDocSetRootElement(doc, node);
	for (i = 1; i < DEPTH; i++)
		node = xmlAddChild(node, xmlNewDocNode(doc, NULL,
		    BAD_CAST "b", NULL));
	ck_assert_int_eq(html_write(xmlDocGetRootElement(doc), "x", &out, &d),
	    0);
	ck_assert_uint_eq(out.len, strlen(DOCTYPE) + 7 * DEPTH + 1);
	buf_release(&out);
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(no_element)
{
	struct diag d = { 0 };
	struct buf out = { 0 };

	ck_assert_int_eq(html_write(NULL, "html/t.html", &out, &d), -1);
	ck_assert_int_eq((int)d.n, 1);
	diag_release(&d);
	buf_release(&out);
}
END_TEST

Suite	*html_suite(void);

Suite *
html_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("html");
	tcase = tcase_create("html");
	tcase_add_test(tcase, page);
	tcase_add_test(tcase, empty_elements);
	tcase_add_test(tcase, escaping);
	tcase_add_test(tcase, raw);
	tcase_add_test(tcase, attributes);
	tcase_add_test(tcase, left_out);
	tcase_add_test(tcase, first_line_feed);
	tcase_add_test(tcase, foreign);
	tcase_add_test(tcase, other_namespaces);
	tcase_add_test(tcase, deep);
	tcase_add_test(tcase, no_element);
	suite_add_tcase(suite, tcase);
	return suite;
}
