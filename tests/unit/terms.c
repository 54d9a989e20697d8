/* Tests of terms.c: scales and roles that a catalogue brings. */
#include "terms.h"

#include <check.h>
#include <stdlib.h>

#include "xml.h"

static void
add_prop(xmlNodePtr node, const char *name, const char *value,
    const char *class)
{
	xmlNodePtr prop;

	prop = xml_add(node, "i:prop");
	xml_set(prop, "name", name);
	xml_set(prop, "ns", XML_NS_CATALOG);
	xml_set(prop, "value", value);
	xml_set(prop, "class", class);
}

static xmlNodePtr
add_control(xmlNodePtr parent, const char *role)
{
	xmlNodePtr control;

	control = xml_add(parent, "i:control");
	if (role != NULL)
		add_prop(control, "role", role, NULL);
	return control;
}

/* A catalogue with the levels of a scale, and one without. */
static xmlDocPtr
make(xmlNodePtr *scaled, xmlNodePtr *plain)
{
	xmlDocPtr doc;
	xmlNodePtr root, catalog, group;

	doc = xml_new("i:catalogs");
	root = xmlDocGetRootElement(doc);
	catalog = xml_add(root, "i:catalog");
	add_prop(catalog, "edition", "x", "implemented");
	add_prop(catalog, "scale", "low", "partial");
	add_prop(catalog, "scale", "a|b", "partial");
	add_prop(catalog, "scale", "odd", "done");
	add_prop(catalog, "scale", "mid", "partial");
	add_prop(catalog, "scale", "nil", "not-implemented");
	add_prop(catalog, "scale", "top", "implemented");
	group = xml_add(catalog, "i:group");
	*scaled = add_control(group, "both");
	add_control(*scaled, "customer");
	add_control(group, "provider");
	add_control(catalog, "customer");
	catalog = xml_add(root, "i:catalog");
	*plain = add_control(catalog, NULL);
	return doc;
}

START_TEST(words)
{
	struct terms terms = { 0 };
	xmlNodePtr scaled, plain;
	xmlDocPtr doc;

	doc = make(&scaled, &plain);
	terms_take(&terms, scaled);
	ck_assert_str_eq(terms.scale, "low|mid|nil|top");
	ck_assert_str_eq(terms.roles, "customer|provider|both");
	terms_take(&terms, scaled);
	ck_assert_str_eq(terms.scale, "low|mid|nil|top");
	terms_take(&terms, plain);
	ck_assert_ptr_null(terms.scale);
	ck_assert_ptr_null(terms.roles);
	ck_assert(terms_has_scale(scaled));
	ck_assert(!terms_has_scale(plain));
	ck_assert(terms_asks_role(scaled));
	ck_assert(!terms_asks_role(plain));
	terms_release(&terms);
	terms_release(&terms);
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(states)
{
	xmlNodePtr scaled, plain;
	xmlDocPtr doc;

	doc = make(&scaled, &plain);
	ck_assert_str_eq(terms_state(scaled, "mid"), "partial");
	ck_assert_ptr_null(terms_state(scaled, "partial"));
	ck_assert_ptr_null(terms_state(scaled, "odd"));
	ck_assert_ptr_null(terms_state(scaled, NULL));
	ck_assert_str_eq(terms_state(plain, "partial"), "partial");
	ck_assert(terms_is_state("planned"));
	ck_assert(!terms_is_state("done"));
	ck_assert(!terms_is_state(NULL));
	xmlFreeDoc(doc);
}
END_TEST

/* Worst first: by what a level counts as, then by its place on the scale. */
START_TEST(ranks)
{
	static const char *const order[] = { "nil", "low", "mid", "top" };
	xmlNodePtr scaled, plain;
	xmlDocPtr doc;
	size_t i;

	doc = make(&scaled, &plain);
	for (i = 1; i < sizeof(order) / sizeof(*order); i++)
		ck_assert_int_lt(terms_rank(scaled, order[i - 1]),
		    terms_rank(scaled, order[i]));
	ck_assert_int_lt(terms_rank(scaled, "top"), TERMS_BEST);
	ck_assert_int_eq(terms_rank(scaled, "implemented"), TERMS_BEST);
	ck_assert_int_eq(terms_rank(scaled, NULL), TERMS_BEST);
	ck_assert_int_lt(terms_rank(plain, "planned"),
	    terms_rank(plain, "partial"));
	xmlFreeDoc(doc);
}
END_TEST

Suite	*terms_suite(void);

Suite *
terms_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("terms");
	tcase = tcase_create("terms");
	tcase_add_test(tcase, words);
	tcase_add_test(tcase, states);
	tcase_add_test(tcase, ranks);
	suite_add_tcase(suite, tcase);
	return suite;
}
