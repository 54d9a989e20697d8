/* Tests of regdef.h: the declaration that ships, and one that is wrong. */
#include "scratch.h"

#include "regdef.h"

static struct regdefs	 defs;
static struct roots	 roots;
static struct diag	 d;

static void
load(const char *data)
{
	memset(&d, 0, sizeof(d));
	ck_assert_int_eq(path_roots(&roots, NULL, data, &d), 0);
}

static void
unload(void)
{
	regdefs_release(&defs);
	path_roots_release(&roots);
	diag_release(&d);
}

static void
check_column(const struct regdef *def, const struct regdef_column *column)
{
	const struct yml *other;

	ck_assert_msg(regdef_column(def, column->name) == column, "%s.%s is "
	    "declared once", def->name, column->name);
	ck_assert_msg((column->type == REGDEF_CHOICE) == (column->values !=
	    NULL), "%s.%s: a choice has values", def->name, column->name);
	ck_assert_msg((column->type == REGDEF_ROWS) == (column->of != NULL),
	    "%s.%s: rows are of a register", def->name, column->name);
	ck_assert_msg(column->of == NULL || regdefs_find(&defs,
	    column->of) != NULL, "%s.%s: \"of\" is a register", def->name,
	    column->name);
	ck_assert_msg(!column->required || !column->extra, "%s.%s: init "
	    "writes what must be there", def->name, column->name);
	other = column->also == NULL ? NULL : column->also->first;
	for (; other != NULL; other = other->next)
		ck_assert_msg(regdef_column(def, other->text) == column,
		    "%s.%s: nothing else is called %s", def->name,
		    column->name, other->text);
}

START_TEST(shipped)
{
	const struct regdef *def;
	size_t i, j;

	load(".");
	ck_assert_int_eq(regdefs_load(&defs, &roots, &d), 0);
	ck_assert_uint_gt(defs.n, 20);
	for (i = 0; i < defs.n; i++) {
		def = &defs.items[i];
		ck_assert_ptr_eq(regdefs_find(&defs, def->name), def);
		for (j = 0; j < def->n; j++)
			check_column(def, &def->columns[j]);
	}
	unload();
}
END_TEST

START_TEST(usual)
{
	ck_assert_int_eq(regdef_usual("control")->type, REGDEF_CONTROLS);
	ck_assert_int_eq(regdef_usual("risks")->type, REGDEF_ROWS);
	ck_assert_str_eq(regdef_usual("risks")->of, "risks");
	ck_assert_int_eq(regdef_usual("owner")->type, REGDEF_TEXT);
	ck_assert_int_eq(regdef_usual("")->type, REGDEF_TEXT);
	ck_assert_ptr_null(regdef_column(NULL, "id"));
}
END_TEST

START_TEST(wrong)
{
	ck_assert_int_eq(mkdir("templates", 0755), 0);
	scratch_put("templates/registers.yaml",
	    "risks: { use: core, columns: [{ name: id, type: idd }] }\n"
	    "legal: { columns: [] }\n"
	    "assets: words\n"
	    "good: { use: asked, columns: [{ name: a, also: [b] }] }\n");
	load(".");
	ck_assert_int_eq(regdefs_load(&defs, &roots, &d), -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_VALUE), 1);
	ck_assert_int_eq(scratch_said(&d, DIAG_KEY_MISSING), 3);
	ck_assert_uint_eq(defs.n, 1);
	ck_assert_str_eq(regdef_column(defs.items, "b")->name, "a");
	unload();
	load(".");
	scratch_put("templates/registers.yaml", "- a\n");
	ck_assert_int_eq(regdefs_load(&defs, &roots, &d), -1);
	unload();
}
END_TEST

Suite	*regdef_suite(void);

Suite *
regdef_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("regdef");
	tcase = tcase_create("shipped");
	tcase_add_test(tcase, shipped);
	tcase_add_test(tcase, usual);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("wrong");
	tcase_add_checked_fixture(tcase, scratch_enter, scratch_leave);
	tcase_add_test(tcase, wrong);
	suite_add_tcase(suite, tcase);
	return suite;
}
