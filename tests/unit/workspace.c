/* Tests of workspace.c: isms.yaml, catalogues by name, roles, defaults. */
#include "workspace.h"

#include "scratch.h"
#include "xml.h"

static struct roots roots;
static struct diag d;
static struct workspace ws;

static void
enter(void)
{
	scratch_enter();
	ck_assert_int_eq(mkdir("data", 0755), 0);
	ck_assert_int_eq(mkdir("data/catalog", 0755), 0);
	ck_assert_int_eq(mkdir("data/templates", 0755), 0);
	ck_assert_int_eq(mkdir("org", 0755), 0);
	ck_assert_int_eq(mkdir("org/catalog", 0755), 0);
	scratch_put("data/catalog/iso27001-2022.xml", "<x/>");
	scratch_put("data/catalog/iso27002-2022.xml", "<x/>");
	scratch_put("data/templates/registers.yaml", "{}\n");
	scratch_put("data/templates/roles.yaml",
	    "ciso: { title: Security Officer }\n"
	    "head-of-it: { title: Head of IT }\n");
	scratch_put("org/catalog/house.xml", "<x/>");
	memset(&d, 0, sizeof(d));
	ck_assert_int_eq(path_roots(&roots, "org", "data", &d), 0);
}

static void
leave(void)
{
	workspace_release(&ws);
	path_roots_release(&roots);
	diag_release(&d);
	scratch_leave();
}

static int
load(const char *yaml)
{
	workspace_release(&ws);
	diag_release(&d);
	scratch_put("org/isms.yaml", yaml);
	return workspace_load(&ws, &roots, &d);
}

static void
loads(const char *yaml)
{
	int rc;

	rc = load(yaml);
	ck_assert_msg(rc == 0, "%s", d.n > 0 ? d.msgs[0].text : "");
	ck_assert_uint_eq(d.n, 0);
}

/* Is one of the messages of CODE, at LINE and COL, and does it say PART? */
static void
said(enum diag_code code, int line, int col, const char *part)
{
	size_t i;

	for (i = 0; i < d.n; i++)
		if (d.msgs[i].code == code && d.msgs[i].line == line &&
		    d.msgs[i].col == col &&
		    strstr(d.msgs[i].text, part) != NULL)
			return;
	ck_abort_msg("no [%s] at %d:%d with \"%s\" among %zu, first: %s",
	    diag_word(code), line, col, part, d.n,
	    d.n > 0 ? d.msgs[0].text : "");
}

START_TEST(minimal)
{
	loads("organisation: { name: Acme }\n");
	ck_assert_uint_eq(ws.ncatalogs, 2);
	ck_assert_str_eq(ws.catalogs[0].name, "iso27001-2022");
	ck_assert_str_eq(ws.catalogs[1].path,
	    "ismsdoc:catalog/iso27002-2022.xml");
	ck_assert_int_eq(ws.catalogs[1].shipped, 1);
	ck_assert_ptr_null(ws.catalogs[0].use);
	ck_assert_str_eq(ws.language, "en");
	ck_assert_str_eq(ws.set, "standard");
	ck_assert_str_eq(ws.classification, "Internal");
	ck_assert_int_eq(ws.document_months, 12);
	ck_assert_int_eq(ws.answer_months, 12);
	ck_assert_int_eq(ws.lacks_catalog, 0);
}
END_TEST

START_TEST(settings)
{
	loads("organisation: { name: Acme }\nlanguage: en\n"
	    "documents: { set: lean, classification: Secret, "
	    "review-months: 6 }\nanswers: { review-months: 3 }\n");
	ck_assert_str_eq(ws.set, "lean");
	ck_assert_str_eq(ws.classification, "Secret");
	ck_assert_int_eq(ws.document_months, 6);
	ck_assert_int_eq(ws.answer_months, 3);
}
END_TEST

START_TEST(catalogs)
{
	loads("organisation: { name: Acme }\ncatalogs:\n"
	    "  - iso27002-2022\n"
	    "  - { name: ./catalog/house.xml, use: peer }\n");
	ck_assert_uint_eq(ws.ncatalogs, 2);
	ck_assert_str_eq(ws.catalogs[1].name, "house");
	ck_assert_str_eq(ws.catalogs[1].path, "catalog/house.xml");
	ck_assert_str_eq(ws.catalogs[1].use, "peer");
	ck_assert_int_eq(ws.catalogs[1].shipped, 0);
	ck_assert_int_eq(ws.catalogs[1].at.line, 4);
	ck_assert_int_eq(ws.catalogs[1].at.col, 5);
	ck_assert(workspace_ships(&roots, "iso27002-2022"));
	ck_assert(!workspace_ships(&roots, "house"));
	ck_assert(!workspace_ships(&roots, "../catalog/iso27002-2022"));
}
END_TEST

START_TEST(no_catalogs)
{
	scratch_put("org/catalog/own.xml", "<x/>");
	scratch_put("org/catalog/a b.xml", "<x/>");
	scratch_put("org/house.xml", "<x/>");
	ck_assert_int_eq(load("organisation: { name: Acme }\ncatalogs:\n"
	    "  - iso27002-2202\n  - nothing/like.xml\n  - ../house.xml\n"
	    "  - /etc/passwd\n  - catalog/own.xml\n  - catalog/house.xml\n"
	    "  - house.xml\n  - catalog/a b.xml\n  - [iso27001-2022]\n"), -1);
	said(DIAG_CATALOG_NAME, 3, 5, "did you mean \"iso27002-2022\"?");
	said(DIAG_CATALOG_NAME, 4, 5, "give a shipped name or a path");
	said(DIAG_CATALOG_NAME, 5, 5, "no catalogue \"../house.xml\"");
	said(DIAG_CATALOG_NAME, 6, 5, "no catalogue \"/etc/passwd\"");
	said(DIAG_CATALOG_NAME, 7, 5, "\"own\"");
	said(DIAG_CATALOG_NAME, 9, 5, "two catalogues");
	said(DIAG_CATALOG_NAME, 10, 5, "cannot be named \"a b\"");
	said(DIAG_VALUE_KIND, 11, 5, "each item of \"catalogs\"");
	ck_assert_uint_eq(d.n, 8);
	ck_assert_uint_eq(ws.ncatalogs, 1);
	ck_assert_int_eq(ws.lacks_catalog, 1);
}
END_TEST

START_TEST(keys)
{
	ck_assert_int_eq(load("organisation: { nam: Acme }\nrolse: {}\n"
	    "sites: [a]\nroles: [a]\ndefaults: [{ owner: ciso }]\n"
	    "risk: { likelihood: [[a], b], impact: { a: { b: c } } }\n"
	    "documents: lean\nscope: all\n"), -1);
	said(DIAG_KEY_UNKNOWN, 1, 17, "mean \"name\"");
	said(DIAG_KEY_UNKNOWN, 2, 1, "mean \"roles\"");
	said(DIAG_VALUE_KIND, 3, 8, "\"sites\"");
	said(DIAG_VALUE_KIND, 4, 8, "\"roles\"");
	said(DIAG_VALUE_KIND, 5, 11, "\"defaults\"");
	said(DIAG_VALUE_KIND, 6, 22, "\"likelihood\"");
	said(DIAG_VALUE_KIND, 6, 39, "\"impact\"");
	ck_assert_ptr_null(workspace_owner(&ws, "A.5.1"));
	ck_assert_int_eq(workspace_check_role(&ws, "x", NULL, &d), -1);
	ck_assert_int_eq(workspace_check_site(&ws, "x", NULL, &d), -1);
	ck_assert_ptr_null(load("organisation: x: y\n") == -1 ? ws.yml :
	    NULL);
}
END_TEST

START_TEST(roles)
{
	struct place at = { "a.md", 2, 8 };

	loads("organisation: { name: Acme }\nroles:\n"
	    "  ciso: { title: Boss, holder: Ana }\n  miller: { holder: Bo }\n");
	ck_assert_str_eq(workspace_role(&ws, "ciso"), "Boss");
	ck_assert_str_eq(workspace_role(&ws, "head-of-it"), "Head of IT");
	ck_assert_str_eq(workspace_role(&ws, "miller"), "miller");
	ck_assert_ptr_null(workspace_role(&ws, "baker"));
	ck_assert_int_eq(workspace_check_role(&ws, "miller", &at, &d), 0);
	ck_assert_int_eq(workspace_check_role(&ws, "milelr", &at, &d), -1);
	said(DIAG_ROLE_UNKNOWN, 2, 8, "mean \"miller\"");
	ck_assert_int_eq(workspace_check_role(&ws, "nobody", &at, &d), -1);
	said(DIAG_ROLE_UNKNOWN, 2, 8, "under \"roles:\"");
}
END_TEST

START_TEST(sites)
{
	struct place at = { "a.md", 2, 8 };

	loads("organisation: { name: Acme }\nsites: { mill: {} }\n");
	ck_assert_int_eq(workspace_check_site(&ws, "mill", &at, &d), 0);
	ck_assert_int_eq(workspace_check_site(&ws, "mlil", &at, &d), -1);
	said(DIAG_SITE_UNKNOWN, 2, 8, "mean \"mill\"");
	ck_assert_int_eq(workspace_check_site(&ws, "moon", &at, &d), -1);
	said(DIAG_SITE_UNKNOWN, 2, 8, "under \"sites:\"");
}
END_TEST

START_TEST(owners)
{
	loads("organisation: { name: Acme }\ndefaults:\n"
	    "  \"A.5.1\": { owner: ciso }\n  \"A.5.*\": { owner: head-of-it }\n"
	    "  \"A.?.9\": {}\n  \"*\": { owner: ciso }\n");
	ck_assert_str_eq(workspace_owner(&ws, "A.5.1"), "ciso");
	ck_assert_str_eq(workspace_owner(&ws, "A.5.12"), "head-of-it");
	ck_assert_str_eq(workspace_owner(&ws, "A.8.9"), "ciso");
	loads("organisation: { name: Acme }\n");
	ck_assert_ptr_null(workspace_owner(&ws, "A.5.1"));
	ck_assert_int_eq(load("organisation: { name: Acme }\ndefaults:\n"
	    "  \"*\": { owner: cios }\n"), -1);
	said(DIAG_ROLE_UNKNOWN, 3, 17, "mean \"ciso\"");
}
END_TEST

START_TEST(emitting)
{
	xmlDocPtr doc;
	xmlNodePtr root, node;

	loads("organisation: { name: Acme Ltd }\n"
	    "scope: { statement: All, includes: [a, b] }\n"
	    "sites: { mill: { address: Lane 1 } }\n"
	    "roles: { ciso: { holder: Ana } }\n"
	    "risk: { method: product, likelihood: [low, high], impact: 3 }\n");
	doc = xml_new("i:dossier");
	root = xmlDocGetRootElement(doc);
	workspace_emit(&ws, root);
	node = xml_first(root, "i:organisation");
	ck_assert_str_eq(xml_get(node, "short"), "Acme Ltd");
	node = xml_first(xml_first(root, "i:scope"), "i:includes");
	ck_assert_ptr_nonnull(xml_next(node, "i:includes"));
	node = xml_first(xml_first(root, "i:sites"), "i:site");
	ck_assert_str_eq(xml_get_ns(node, XML_NS_I, "src"), "isms.yaml:3:10");
	node = xml_first(xml_first(root, "i:roles"), "i:role");
	ck_assert_str_eq(xml_get(node, "title"), "Security Officer");
	ck_assert_str_eq(xml_get(node, "holder"), "Ana");
	ck_assert_str_eq(xml_get(node, "declared"), "true");
	node = xml_next(node, "i:role");
	ck_assert_str_eq(xml_get(node, "id"), "head-of-it");
	ck_assert_str_eq(xml_get(node, "declared"), "false");
	node = xml_first(root, "i:risk-method");
	ck_assert_str_eq(xml_get(node, "likelihood"), "2");
	ck_assert_str_eq(xml_get(node, "impact"), "3");
	node = xml_first(node, "i:level");
	ck_assert_str_eq(xml_get(node, "value"), "1");
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(making)
{
	struct strs list = { 0 };

	strs_add(&list, "iso27001-2022");
	strs_add(&list, "catalog/house.xml");
	ck_assert_int_eq(workspace_make(&ws, &roots, &list, "en", &d), 0);
	ck_assert_uint_eq(ws.ncatalogs, 2);
	ck_assert_ptr_null(ws.yml);
	ck_assert_str_eq(workspace_role(&ws, "ciso"), "Security Officer");
	workspace_release(&ws);
	strs_add(&list, "iso27002");
	ck_assert_int_eq(workspace_make(&ws, &roots, &list, "en", &d), -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_CATALOG_NAME), 1);
	strs_release(&list);
}
END_TEST

Suite	*workspace_suite(void);

Suite *
workspace_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("workspace");
	tcase = tcase_create("workspace");
	tcase_add_checked_fixture(tcase, enter, leave);
	tcase_add_test(tcase, minimal);
	tcase_add_test(tcase, settings);
	tcase_add_test(tcase, catalogs);
	tcase_add_test(tcase, no_catalogs);
	tcase_add_test(tcase, keys);
	tcase_add_test(tcase, roles);
	tcase_add_test(tcase, sites);
	tcase_add_test(tcase, owners);
	tcase_add_test(tcase, emitting);
	tcase_add_test(tcase, making);
	suite_add_tcase(suite, tcase);
	return suite;
}
