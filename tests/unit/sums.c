/* Tests of sums.c: the list of an output, and which lists are ours. */
#include "sums.h"

#include "mem.h"
#include "scratch.h"

#define A "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define B "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

START_TEST(refusal)
{
	static const char *const good[] = {
		"html/index.html", "docbook/drafts/a.xml", "csv/a b.csv",
		"xlsx/a\\b.xlsx", "pdf/\xC3\xA4.pdf", "html/.htaccess",
		"html/a..b", "html/-rf", "html/SHA256SUMS"
	};
	static const char *const bad[] = {
		"", "html", "html/", "/html/a", "index.html", "SHA256SUMS",
		".ismsdoc/a", "evil/a", "HTML/a", "htmlx/a", "html//a",
		"html/./a", "html/../a", "html/..", "../html/a", "html/a/..",
		"html/a\nb", "html/a\rb", "html/a\tb", "html/a\x7F",
		"html/a\xC2\x85", "html/a\xFF", "html/\xED\xA0\x80",
		"ismsdoc:html/a",
		"html/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17"
	};
	char text[1200];
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		ck_assert_msg(sums_refusal(good[i]) == NULL, "%s", good[i]);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(sums_refusal(bad[i]) != NULL, "%s", bad[i]);
	memset(text, 'a', sizeof(text));
	memcpy(text, "html/", 5);
	text[5 + 255] = '\0';
	ck_assert(sums_refusal(text) == NULL);
	text[5 + 255] = 'a';
	text[5 + 256] = '\0';
	ck_assert(sums_refusal(text) != NULL);
	text[5 + 256] = 'a';
	text[sizeof(text) - 1] = '\0';
	ck_assert(sums_refusal(text) != NULL);
}
END_TEST

START_TEST(round_trip)
{
	struct sums sums = { 0 }, again = { 0 };
	struct buf text = { 0 };

	sums_add(&sums, "html/b", B);
	sums_add(&sums, "html/a\\b\\\\", A);
	sums_add(&sums, "html/a/x", A);
	sums_add(&sums, "html/a b", B);
	sums_sort(&sums);
	sums_write(&sums, &text);
	ck_assert_str_eq(buf_str(&text),
	    B "  html/a b\n" A "  html/a/x\n"
	    "\\" A "  html/a\\\\b\\\\\\\\\n" B "  html/b\n");
	ck_assert_int_eq(sums_read(&again, text.data, text.len), 0);
	ck_assert_uint_eq(again.n, 4);
	ck_assert_str_eq(sums_find(&again, "html/a\\b\\\\")->hex, A);
	ck_assert_str_eq(sums_find(&again, "html/b")->hex, B);
	ck_assert_ptr_null(sums_find(&again, "html/c"));
	buf_release(&text);
	sums_release(&sums);
	sums_release(&again);
	sums_release(&again);
	ck_assert_ptr_null(sums_find(&again, "html/c"));
}
END_TEST

START_TEST(not_ours)
{
	static const char *const texts[] = {
		A "  html/a",			/* no line feed at the end */
		A "  html/a\r\n",
		A " *html/a\n",			/* sha256sum -b */
		A "  debian-12.iso\n",
		A "  ./html/a\n",
		A "  html/b\n" A "  html/a\n",	/* not sorted */
		A "  html/a\n" A "  html/a\n",
		A "  html/a\n\n",
		"# comment\n" A "  html/a\n",
		"\\" A "  html/a\n",		/* escaped for nothing */
		A "  html/a\\b\n",		/* not escaped */
		"\\" A "  html/a\\nb\n",
		A "\n", "\n", "  html/a\n", " ", A "  \n",
		"BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F2001"
		    "5AD  html/a\n",
		"ba7816  html/a\n",
		"SHA256 (html/a) = " A "\n"
	};
	struct sums sums = { 0 };
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		ck_assert_msg(sums_read(&sums, texts[i], strlen(texts[i])) ==
		    -1, "accepted: %s", texts[i]);
		ck_assert_uint_eq(sums.n, 0);
	}
	ck_assert_int_eq(sums_read(&sums, A "  html/a\0b\n", SHA_HEX + 10),
	    -1);
	ck_assert_int_eq(sums_read(&sums, "", 0), 0);
	ck_assert_uint_eq(sums.n, 0);
}
END_TEST

Suite	*sums_suite(void);

Suite *
sums_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("sums");
	tcase = tcase_create("sums");
	tcase_add_test(tcase, refusal);
	tcase_add_test(tcase, round_trip);
	tcase_add_test(tcase, not_ours);
	suite_add_tcase(suite, tcase);
	return suite;
}
