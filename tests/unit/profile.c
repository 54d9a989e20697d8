/* Tests of profile*.c and urlmap.c: what golden cases do not reach easily. */
#include "profile.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "oscal.h"
#include "resolve.h"
#include "scratch.h"
#include "urlmap.h"
#include "xml.h"

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

/*
 * The latest of instants and versions.
 */

static const struct {
	const char	*element;
	const char	*a;
	const char	*b;
	const char	*latest;
} pairs[] = {
	{ "last-modified", "2024-02-13T17:43:56Z", "2024-02-13T17:43:57Z",
	  "2024-02-13T17:43:57Z" },
	{ "last-modified", "2024-02-13T17:43:57Z", "2024-02-13T17:43:56Z",
	  "2024-02-13T17:43:57Z" },
	/* Zones: noon in Berlin is before half past eleven in London. */
	{ "last-modified", "2024-02-13T12:00:00+01:00",
	  "2024-02-13T11:30:00+00:00", "2024-02-13T11:30:00+00:00" },
	{ "last-modified", "2024-02-29T23:30:00-02:00",
	  "2024-03-01T01:00:00Z", "2024-02-29T23:30:00-02:00" },
	/* Fractions, of different length; equal ones leave the first. */
	{ "last-modified", "2024-02-13T17:43:56.8Z",
	  "2024-02-13T17:43:56.81Z", "2024-02-13T17:43:56.81Z" },
	{ "last-modified", "2024-02-13T17:43:56.80Z",
	  "2024-02-13T17:43:56.8Z", "2024-02-13T17:43:56.80Z" },
	{ "last-modified", "2024-02-13T17:43:56.9Z",
	  "2024-02-13T17:43:56.10Z", "2024-02-13T17:43:56.9Z" },
	/* What cannot be read is never later. */
	{ "last-modified", "2024-02-13T17:43:56Z", "tomorrow",
	  "2024-02-13T17:43:56Z" },
	{ "last-modified", "", "2024-02-13T17:43:56Z",
	  "2024-02-13T17:43:56Z" },
	{ "last-modified", "2024-99-13T17:43:56Z", "2024-02-13T17:43:56Z",
	  "2024-02-13T17:43:56Z" },
	{ "oscal-version", "1.0.4", "1.1.0", "1.1.0" },
	{ "oscal-version", "1.10.0", "1.9.9", "1.10.0" },
	{ "oscal-version", "1.0.0-rc2", "v1.0.1", "v1.0.1" },
	{ "oscal-version", "v1.1.2", "1.1.2", "v1.1.2" },
	{ "oscal-version", "1.1", "1.1.1", "1.1.1" },
	{ "oscal-version", "TODO", "1.0.0", "1.0.0" },
	{ "oscal-version", "1.0.0", "TODO", "1.0.0" }
};

START_TEST(latest)
{
	xmlDocPtr doc;
	xmlNodePtr root, node;
	char *kept = NULL;

	doc = xmlNewDoc(BAD_CAST "1.0");
	root = xmlNewDocNode(doc, NULL, BAD_CAST "metadata", NULL);
	xmlDocSetRootElement(doc, root);
	xmlSetNs(root, xmlNewNs(root, BAD_CAST XML_NS_OSCAL, NULL));
	node = xmlNewChild(root, root->ns, BAD_CAST pairs[_i].element,
	    BAD_CAST pairs[_i].a);
	meta_later(&kept, root, pairs[_i].element);
	ck_assert_str_eq(kept, pairs[_i].a);
	xmlNodeSetContent(node, BAD_CAST pairs[_i].b);
	meta_later(&kept, root, pairs[_i].element);
	ck_assert_str_eq(kept, pairs[_i].latest);
	free(kept);
	xmlFreeDoc(doc);
}
END_TEST

/*
 * Addresses.
 */

#define OASIS "<catalog xmlns=\"" URLMAP_NS "\">"

START_TEST(addresses)
{
	static const char *const expected[][2] = {
		{ "https://a.example/x", "exact" },
		{ "https://a.example/x/y", "a/x/y" },
		{ "https://a.example/deep/y", "deep/y" },
		{ "https://a.example/dee", "a/dee" },
		{ "http://a.example/x", NULL },
		{ "urn:a", "system" },
		{ "urn:b:c", "system/c" },
		{ "", NULL }
	};
	struct roots roots;
	struct diag d = { 0 };
	struct urlmap *map;
	char *to;
	size_t i;

	ck_assert_int_eq(mkdir("catalog", 0777), 0);
	scratch_put(URLMAP_FILE, OASIS "<rewriteURI uriStartString=\"\" "
	    "rewritePrefix=\"all/\"/><group><uri name=\"https://a.example/x\" "
	    "uri=\"exact\"/><uri name=\"https://a.example/x\" uri=\"second\"/>"
	    "</group><rewriteURI uriStartString=\"https://a.example/deep/\" "
	    "rewritePrefix=\"deep/\"/><rewriteURI rewritePrefix=\"a/\" "
	    "uriStartString=\"https://a.example/\"/><system uri=\"system\" "
	    "systemId=\"urn:a\"/><rewriteSystem rewritePrefix=\"system/\" "
	    "systemIdStartString=\"urn:b:\"/><uri name=\"lacks\"/>"
	    "<delegateURI uriStartString=\"http:\" catalog=\"x\"/>"
	    "</catalog>");
	ck_assert_int_eq(path_roots(&roots, ".", top, &d), 0);
	map = urlmap_load(&roots, &d);
	ck_assert_ptr_nonnull(map);
	for (i = 0; i < sizeof(expected) / sizeof(*expected); i++) {
		to = urlmap_find(map, expected[i][0]);
		ck_assert_pstr_eq(to, expected[i][1]);
		free(to);
	}
	urlmap_free(map);
	ck_assert_uint_eq(d.n, 0);
	path_roots_release(&roots);
}
END_TEST

/*
 * Where things come from, and that a result does not depend on where it lies.
 */

#define PROFILE \
	"<profile xmlns=\"" XML_NS_OSCAL "\" uuid=\"6e5c5a9c-6f7c-4d3f-9a0c-" \
	"0d1e2f3a4bff\"><metadata><title>T</title><last-modified>2026-01-01" \
	"T00:00:00Z</last-modified><version>1</version><oscal-version>1.1.2" \
	"</oscal-version></metadata><import href=\"%s\"><include-controls>" \
	"<with-id>b.1</with-id></include-controls></import><modify><alter " \
	"control-id=\"b.1\"><add><part name=\"note\"><p>n</p></part></add>" \
	"</alter></modify></profile>\n"

static void
load(const char *root, const char *path, struct profile *profile)
{
	struct roots roots;
	struct diag d = { 0 };

	ck_assert_int_eq(path_roots(&roots, root, top, &d), 0);
	ck_assert_int_eq(profile_load(&roots, path, NULL, profile, &d), 0);
	ck_assert_uint_eq(d.n, 0);
	path_roots_release(&roots);
}

static void
set_up_files(void)
{
	char *command;

	command = mem_printf("mkdir -p one/sub two && cp "
	    "'%s/tests/resolve/shared/abc.xml' one/abc.xml && cp one/abc.xml "
	    "one/sub && cp one/abc.xml two/abc.xml", top);
	ck_assert_int_eq(system(command), 0);
	free(command);
	command = mem_printf(PROFILE, "abc.xml");
	scratch_put("one/p.xml", command);
	scratch_put("one/sub/q.xml", command);
	scratch_put("two/p.xml", command);
	free(command);
}

START_TEST(origins)
{
	struct profile profile;
	xmlNodePtr root, control;

	set_up_files();
	load("one", "sub/q.xml", &profile);
	ck_assert_int_eq(profile.resolved, 1);
	ck_assert_uint_eq(profile.inputs.n, 2);
	ck_assert_str_eq(profile.inputs.v[0], "sub/q.xml");
	ck_assert_str_eq(profile.inputs.v[1], "sub/abc.xml");
	ck_assert_uint_eq(profile.climbs, strlen("sub/"));
	root = xmlDocGetRootElement(profile.doc);
	control = job_first(root, "control");
	ck_assert_str_eq(oscal_origin(root), "sub/q.xml");
	ck_assert_str_eq(oscal_origin(control), "sub/abc.xml");
	ck_assert_str_eq(oscal_origin(job_first(control, "title")),
	    "sub/abc.xml");
	ck_assert_str_eq(oscal_origin(job_first(control, "part")),
	    "sub/q.xml");
	profile_release(&profile);
	load("one", "abc.xml", &profile);
	ck_assert_int_eq(profile.resolved, 0);
	ck_assert_ptr_null(oscal_origin(xmlDocGetRootElement(profile.doc)));
	profile_release(&profile);
	profile_release(&profile);
}
END_TEST

START_TEST(same_anywhere)
{
	static const char *const where[][2] = {
		{ "one", "p.xml" }, { "two", "p.xml" }, { ".", "one/p.xml" }
	};
	struct profile profile;
	struct buf first = { 0 }, text = { 0 };
	size_t i;

	set_up_files();
	for (i = 0; i < 3; i++) {
		load(where[i][0], where[i][1], &profile);
		buf_clear(&text);
		profile_write(&profile, &text);
		profile_release(&profile);
		if (i == 0)
			buf_add(&first, text.data, text.len);
		ck_assert_str_eq(buf_str(&text), buf_str(&first));
	}
	/* Another byte in an input is another catalogue. */
	ck_assert_int_eq(system("echo >> two/abc.xml"), 0);
	load("two", "p.xml", &profile);
	buf_clear(&text);
	profile_write(&profile, &text);
	profile_release(&profile);
	ck_assert_str_ne(buf_str(&text), buf_str(&first));
	ck_assert_uint_eq(text.len, first.len);
	buf_release(&text);
	buf_release(&first);
}
END_TEST

/* Version nibble 5, variant 10, and nothing of it left to chance. */
START_TEST(uuid)
{
	struct profile profile;
	const char *value;

	set_up_files();
	load("one", "p.xml", &profile);
	value = xml_get(xmlDocGetRootElement(profile.doc), "uuid");
	ck_assert_uint_eq(strlen(value), 36);
	ck_assert_int_eq(value[14], '5');
	ck_assert_ptr_nonnull(strchr("89ab", value[19]));
	profile_release(&profile);
}
END_TEST

Suite *profile_suite(void);

Suite *
profile_suite(void)
{
	Suite *suite;
	TCase *tc;

	suite = suite_create("profile");
	tc = tcase_create("profile");
	tcase_add_checked_fixture(tc, enter, leave);
	tcase_add_loop_test(tc, latest, 0, sizeof(pairs) / sizeof(*pairs));
	tcase_add_test(tc, addresses);
	tcase_add_test(tc, origins);
	tcase_add_test(tc, same_anywhere);
	tcase_add_test(tc, uuid);
	suite_add_tcase(suite, tc);
	return suite;
}
