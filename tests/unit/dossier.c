/* dossier_empty: what init gets is as dossier.xsd says. */
#include <check.h>
#include <string.h>

#include <libxml/xmlschemas.h>

#include "dossier.h"
#include "xml.h"

static int
is_valid(xmlDocPtr doc)
{
	xmlSchemaParserCtxtPtr parser;
	xmlSchemaPtr schema;
	xmlSchemaValidCtxtPtr valid;
	int rc;

	parser = xmlSchemaNewParserCtxt("stylesheets/dossier.xsd");
	schema = xmlSchemaParse(parser);
	ck_assert_ptr_nonnull(schema);
	valid = xmlSchemaNewValidCtxt(schema);
	rc = xmlSchemaValidateDoc(valid, doc);
	xmlSchemaFreeValidCtxt(valid);
	xmlSchemaFree(schema);
	xmlSchemaFreeParserCtxt(parser);
	return rc == 0;
}

START_TEST(empty)
{
	struct strs catalogs = { 0 };
	struct dossier_new new = { &catalogs, "en", "full", "2026-11-23" };
	struct dossier dossier;
	struct roots roots = { 0 };
	struct diag d = { 0 };
	xmlNodePtr root;

	strs_add(&catalogs, "iso27001-2022");
	strs_add(&catalogs, "iso27002-2022");
	ck_assert_int_eq(path_roots(&roots, NULL, ".", &d), 0);
	ck_assert_int_eq(dossier_empty(&dossier, &roots, &new, &d), 0);
	ck_assert_uint_eq(d.n, 0);
	root = xmlDocGetRootElement(dossier.doc);
	ck_assert_str_eq(xml_get(xml_first(root, "i:settings"), "set"),
	    "full");
	ck_assert_ptr_nonnull(xml_first(xml_first(root, "i:templates"),
	    "i:template"));
	ck_assert(is_valid(dossier.doc));
	dossier_release(&dossier);
	strs_release(&catalogs);
	path_roots_release(&roots);
	diag_release(&d);
}
END_TEST

Suite	*dossier_suite(void);

Suite *
dossier_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("dossier");
	tcase = tcase_create("dossier");
	tcase_add_test(tcase, empty);
	suite_add_tcase(suite, tcase);
	return suite;
}
