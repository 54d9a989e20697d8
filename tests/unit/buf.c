/* Tests of buf.c: growing buffers with a maximum, UTF-8. */
#include "buf.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

START_TEST(grows)
{
	struct buf b = { 0 };
	char *s;
	int i;

	ck_assert_str_eq(buf_str(&b), "");
	buf_release(&b);
	for (i = 0; i < 10000; i++) {
		buf_putc(&b, 'a');
		buf_puts(&b, "bc");
		buf_add(&b, "de", 1);
		buf_printf(&b, "%d", i % 10);
	}
	ck_assert_uint_eq(b.len, 50000);
	ck_assert_msg(strncmp(b.data, "abcd0abcd1", 10) == 0, "%s", b.data);
	ck_assert_int_eq(b.data[b.len], '\0');
	ck_assert_int_eq(b.full, 0);
	buf_clear(&b);
	ck_assert_str_eq(buf_str(&b), "");
	ck_assert_uint_eq(b.len, 0);
	buf_add(&b, "a\0b", 3);
	ck_assert_uint_eq(b.len, 3);
	s = buf_detach(&b);
	ck_assert_int_eq(memcmp(s, "a\0b", 4), 0);
	free(s);
	ck_assert_uint_eq(b.len, 0);
	s = buf_detach(&b);
	ck_assert_str_eq(s, "");
	free(s);
}
END_TEST

START_TEST(maximum)
{
	struct buf b = { 0 };

	b.max = 5;
	buf_puts(&b, "abc");
	buf_puts(&b, "de");
	ck_assert_int_eq(b.full, 0);
	ck_assert_str_eq(buf_str(&b), "abcde");
	buf_puts(&b, "");
	ck_assert_int_eq(b.full, 0);
	buf_putc(&b, 'f');
	ck_assert_int_eq(b.full, 1);
	buf_puts(&b, "");
	buf_printf(&b, "%d", 1);
	ck_assert_str_eq(buf_str(&b), "abcde");
	buf_clear(&b);
	ck_assert_int_eq(b.full, 0);
	buf_puts(&b, "123456");
	ck_assert_int_eq(b.full, 1);
	ck_assert_str_eq(buf_str(&b), "");
	buf_release(&b);
}
END_TEST

START_TEST(utf8_round_trip)
{
	struct buf b = { 0 };
	unsigned long cp, found;

	for (cp = 1; cp <= 0x10FFFF; cp++) {
		if (cp == 0xD800)
			cp = 0xE000;
		buf_clear(&b);
		buf_utf8(&b, cp);
		if (utf8_len(b.data, b.len, &found) != b.len || found != cp)
			ck_abort_msg("U+%lX", cp);
		if (utf8_len(b.data, b.len - 1, NULL) != 0)
			ck_abort_msg("U+%lX cut short", cp);
	}
	buf_release(&b);
}
END_TEST

START_TEST(utf8_broken)
{
	static const char *const broken[] = {
		"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2 ",
		"\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
		"\xED\xBF\xBF", "\xEF\xBF", "\xF0\x80\x80\x80",
		"\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
		"\xFE", "\xFF", "\xF8\x88\x80\x80\x80"
	};
	char text[16];
	size_t i;

	for (i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		ck_assert_uint_eq(utf8_len(broken[i], strlen(broken[i]),
		    NULL), 0);
		snprintf(text, sizeof(text), "a\xC3\xA4%s", broken[i]);
		ck_assert_uint_eq(utf8_check(text, strlen(text)), 3);
	}
	ck_assert_uint_eq(utf8_check("a\xC3\xA4\xF0\x9F\x98\x80", 7), 7);
	ck_assert_uint_eq(utf8_check("", 0), 0);
	ck_assert_uint_eq(utf8_len("", 0, NULL), 0);
	ck_assert_uint_eq(utf8_count("a\xC3\xA4\xF0\x9F\x98\x80\xFF", 8), 4);
}
END_TEST

START_TEST(xml_characters)
{
	static const unsigned long good[] = {
		0x9, 0xA, 0xD, 0x20, 0x7F, 0x85, 0xD7FF, 0xE000, 0xFFFD,
		0x10000, 0x10FFFF
	};
	static const unsigned long bad[] = {
		0x0, 0x1, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFFFE,
		0xFFFF, 0x110000
	};
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		ck_assert(utf8_is_xml(good[i]));
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert(!utf8_is_xml(bad[i]));
}
END_TEST

Suite	*buf_suite(void);

Suite *
buf_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("buf");
	tcase = tcase_create("buf");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, grows);
	tcase_add_test(tcase, maximum);
	tcase_add_test(tcase, utf8_round_trip);
	tcase_add_test(tcase, utf8_broken);
	tcase_add_test(tcase, xml_characters);
	suite_add_tcase(suite, tcase);
	return suite;
}
