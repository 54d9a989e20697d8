/* Tests of risk.c, riskemit.c and amount.c: `risk:` of isms.yaml. */
#include "risk.h"

#include "scratch.h"
#include "xml.h"

static struct diag d;
static struct risk risk;
static struct yml *yml;
static xmlDocPtr doc;

static void
leave(void)
{
	yml_free(yml);
	if (doc != NULL)
		xmlFreeDoc(doc);
	yml = NULL;
	doc = NULL;
	diag_release(&d);
}

static int
reads(const char *text)
{
	leave();
	yml = yml_parse("isms.yaml", text, strlen(text), 0, &d);
	ck_assert_ptr_nonnull(yml);
	return risk_read(&risk, yml_get(yml, "risk"), &d);
}

/* The i:risk-method of TEXT. */
static xmlNodePtr
method(const char *text)
{
	int rc;

	rc = reads(text);
	ck_assert_msg(rc == 0, "%s", d.n > 0 ? d.msgs[0].text : "");
	doc = xml_new("i:dossier");
	return risk_emit(&risk, xmlDocGetRootElement(doc));
}

static void
attr(const xmlNode *node, const char *name, const char *value)
{
	ck_assert_str_eq(xml_get(node, name), value);
}

static struct amount
amount(const char *text, const char *currency, int rc)
{
	struct amount a;
	char *all;

	leave();
	all = mem_printf("x: \"%s\"\n", text);
	yml = yml_parse("isms.yaml", all, strlen(all), 0, &d);
	free(all);
	ck_assert_int_eq(amount_read(&a, yml_get(yml, "x"), currency, &d),
	    rc);
	ck_assert_uint_eq(d.n, rc == 0 ? 0 : 1);
	return a;
}

START_TEST(amounts)
{
	static const char *const bad[] = {
		"", "EUR", "1,5", "1.5.5", ".5", "5.", "1  000", "-1", "1e3",
		"12 GBP", "1234567890123456789012345", "5 % EUR", "5 EUR %"
	};
	struct amount a;
	size_t i;

	ck_assert_str_eq(amount("10", NULL, 0).text, "10");
	ck_assert_str_eq(amount("10 000.50", NULL, 0).text, "10000.50");
	a = amount("EUR 1 000 000", "EUR", 0);
	ck_assert_str_eq(a.text, "1000000");
	ck_assert_int_eq(a.is_money, 1);
	ck_assert(a.number > 999999 && a.number < 1000001);
	ck_assert_int_eq(amount("7 EUR", "EUR", 0).is_money, 1);
	ck_assert_int_eq(amount("7", "EUR", 0).is_money, 0);
	ck_assert_int_eq(amount("7EUR", "EUR", 0).is_money, 1);
	ck_assert_int_eq(amount("7 %", "EUR", 0).is_percent, 1);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_str_eq(amount(bad[i], "EUR", -1).text, "");
	amount("EUR 7", NULL, -1);
	ck_assert_ptr_nonnull(strstr(d.msgs[0].text, "name the currency"));
}
END_TEST

START_TEST(nothing)
{
	ck_assert_ptr_null(method("a: b\n"));
	ck_assert_ptr_null(risk.yml);
	/* What is no mapping is reported by whoever checks the keys. */
	ck_assert_int_eq(reads("risk: [1]\n"), 0);
	ck_assert_ptr_null(risk.yml);
}
END_TEST

START_TEST(counted)
{
	xmlNodePtr node;

	node = method("risk: { likelihood: 3, impact: 20, accept-up-to: 8 }\n");
	attr(node, "method", "product");
	attr(node, "levels", "numbers");
	attr(node, "likelihood", "3");
	attr(node, "impact", "20");
	attr(node, "accept-up-to", "8");
	ck_assert_ptr_null(xml_get(node, "currency"));
	node = xml_first(node, "i:level");
	attr(node, "scale", "likelihood");
	attr(node, "value", "1");
	ck_assert_ptr_null(node->children);
	ck_assert_int_eq(reads("risk: { likelihood: 1 }\n"), -1);
	ck_assert_int_eq(reads("risk: { likelihood: 21 }\n"), -1);
	ck_assert_int_eq(reads("risk: { impact: [a] }\n"), -1);
	ck_assert_int_eq(reads("risk: { impact: [1,2,3,4,5,6,7,8,9,10,11,12,"
	    "13,14,15,16,17,18,19,20,21] }\n"), -1);
	ck_assert_uint_eq(d.n, 1);
}
END_TEST

START_TEST(explained)
{
	xmlNodePtr node;

	node = method("risk:\n  currency: EUR\n  likelihood: [1, 3, 10]\n"
	    "  impact:\n    - { word: low, up-to: EUR 10 000, meaning: m }\n"
	    "    - { value: 5, word: high, up-to: 2500000 EUR }\n"
	    "    - { word: dire }\n"
	    "  confidentiality: true\n  integrity: false\n");
	attr(node, "currency", "EUR");
	attr(node, "confidentiality", "true");
	ck_assert_ptr_null(xml_get(node, "integrity"));
	node = xml_next(xml_first(node, "i:level"), "i:level");
	attr(node, "value", "3");
	node = xml_next(xml_next(node, "i:level"), "i:level");
	attr(node, "value", "1");
	attr(node, "up-to", "10000");
	attr(node, "unit", "money");
	attr(node, "meaning", "m");
	node = xml_next(node, "i:level");
	attr(node, "value", "5");
	attr(node, "up-to", "2500000");
	node = xml_next(node, "i:level");
	attr(node, "value", "6");
	ck_assert_ptr_null(xml_get(node, "up-to"));
	ck_assert_ptr_null(xml_get(node, "unit"));
}
END_TEST

START_TEST(banded)
{
	xmlNodePtr node;

	node = method("risk: { method: sum, likelihood: 2, impact: 2, bands: "
	    "[{ name: a, up-to: 2, accept: risk-owner }, { name: b, up-to: 4 "
	    "}], accept-up-to: A }\n");
	attr(node, "accept-up-to", "a");
	node = xml_first(node, "i:band");
	attr(node, "name", "a");
	attr(node, "up-to", "2");
	attr(node, "accept", "risk-owner");
	ck_assert_ptr_null(xml_get(xml_next(node, "i:band"), "accept"));
	/* The highest level is 3, which the bands do not reach. */
	ck_assert_int_eq(reads("risk: { method: max, likelihood: 2, impact: "
	    "3, bands: [{ name: a, up-to: 2 }] }\n"), -1);
	ck_assert_int_eq(reads("risk: { method: given, bands: [{ name: a, "
	    "up-to: 2 }] }\n"), 0);
}
END_TEST

START_TEST(matrix)
{
	xmlNodePtr node;

	node = method("risk: { method: matrix, likelihood: [1, 4], impact: 2, "
	    "matrix: [[x, x], [x, Y]], bands: [{ name: x }, { name: y }] }\n");
	attr(node, "levels", "words");
	node = xml_first(node, "i:outcome");
	attr(node, "likelihood", "1");
	attr(node, "impact", "1");
	attr(node, "level", "x");
	node = xml_next(xml_next(xml_next(node, "i:outcome"), "i:outcome"),
	    "i:outcome");
	attr(node, "likelihood", "4");
	attr(node, "impact", "2");
	attr(node, "level", "Y");
	ck_assert_ptr_null(xml_next(node, "i:outcome"));
}
END_TEST

START_TEST(money)
{
	xmlNodePtr node;

	node = method("risk: { method: given, currency: EUR, accept-up-to: "
	    "EUR 5000 }\n");
	attr(node, "levels", "money");
	attr(node, "accept-up-to", "5000");
}
END_TEST

Suite	*risk_suite(void);

Suite *
risk_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("risk");
	tcase = tcase_create("risk");
	tcase_add_checked_fixture(tcase, NULL, leave);
	tcase_add_test(tcase, amounts);
	tcase_add_test(tcase, nothing);
	tcase_add_test(tcase, counted);
	tcase_add_test(tcase, explained);
	tcase_add_test(tcase, banded);
	tcase_add_test(tcase, matrix);
	tcase_add_test(tcase, money);
	suite_add_tcase(suite, tcase);
	return suite;
}
