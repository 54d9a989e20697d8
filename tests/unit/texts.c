/* texts: what was read ahead is what would be read now, messages too. */
#include <check.h>
#include <string.h>

#include "texts.h"
#include "xml.h"

static const char *const written[] = {
	"A **text** with {{role ciso}}.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
	"<b>raw</b> and [no](javascript:x)\n", "", "> quote\n> - item\n"
};

enum { N = sizeof(written) / sizeof(*written) };

static struct markdown_text
text(size_t i)
{
	struct markdown_text md = { 0 };

	md.path = "documents/a.md";
	md.text = written[i];
	md.len = strlen(written[i]);
	md.line0 = (int)i * 10;
	md.flags = MARKDOWN_HOLES;
	return md;
}

/* All of them as XML, from TEXTS or, where that is NULL, read now. */
static void
put(struct texts *texts, struct buf *out, struct diag *d)
{
	struct markdown_text md;
	xmlDocPtr doc;
	size_t i;

	doc = xml_new("i:body");
	for (i = 0; i < N; i++) {
		md = text(i);
		texts_put(texts, &md, xmlDocGetRootElement(doc), d);
	}
	xml_write(doc, out);
	xmlFreeDoc(doc);
}

START_TEST(same)
{
	struct buf now = { 0 }, ahead = { 0 };
	struct diag d = { 0 }, other = { 0 };
	struct markdown_text md;
	struct texts *texts;
	unsigned nthreads;
	size_t i;

	put(NULL, &now, &d);
	ck_assert_uint_gt(d.n, 0);
	for (nthreads = 1; nthreads <= 2; nthreads++) {
		texts = texts_new();
		/* One of them is not added, one twice. */
		for (i = 0; i < N; i++) {
			md = text(i == 2 ? 1 : i);
			texts_add(texts, &md);
		}
		texts_begin(texts, nthreads);
		put(texts, &ahead, &other);
		ck_assert_str_eq(buf_str(&now), buf_str(&ahead));
		ck_assert_uint_eq(d.n, other.n);
		for (i = 0; i < d.n; i++)
			ck_assert_str_eq(d.msgs[i].text, other.msgs[i].text);
		/* What was used is read anew; messages come once. */
		buf_clear(&ahead);
		put(texts, &ahead, &other);
		ck_assert_str_eq(buf_str(&now), buf_str(&ahead));
		ck_assert_uint_eq(d.n, other.n);
		texts_free(texts);
		buf_clear(&ahead);
		diag_release(&other);
		memset(&other, 0, sizeof(other));
	}
	buf_release(&now);
	buf_release(&ahead);
	diag_release(&d);
}
END_TEST

/* Another text of the same place is not taken for it; unused ones are freed. */
START_TEST(other)
{
	struct markdown_text md;
	struct diag d = { 0 };
	struct texts *texts;
	xmlDocPtr doc;

	texts = texts_new();
	md = text(0);
	texts_add(texts, &md);
	texts_begin(texts, 2);
	md.text = "Another.\n";
	md.len = strlen(md.text);
	doc = xml_new("i:body");
	texts_put(texts, &md, xmlDocGetRootElement(doc), &d);
	ck_assert_str_eq((const char *)xmlDocGetRootElement(doc)->children->
	    children->content, "Another.");
	texts_free(texts);
	xmlFreeDoc(doc);
	diag_release(&d);
}
END_TEST

Suite *
texts_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("texts");
	tcase = tcase_create("texts");
	tcase_add_test(tcase, same);
	tcase_add_test(tcase, other);
	suite_add_tcase(suite, tcase);
	return suite;
}
