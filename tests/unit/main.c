/* Runs the unit suites: all, one by name, or --list. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xml.h"

#define SUITES(X) \
	X(beside) X(buf) X(catalog) X(date) X(diag) X(dossier) X(frontset) \
	X(git) X(html) X(layout) X(ledger) X(linediff) X(mapping) X(markdown) \
	X(mem) X(path) X(profile) X(publish) X(regdef) X(risk) X(settle) \
	X(sha) X(sheet) X(sums) X(template) X(terms) X(texts) X(workspace) \
	X(xlsx) X(xml) X(yml)

#define X(name) Suite *name##_suite(void);
SUITES(X)
#undef X

static const struct {
	const char	*name;
	Suite		*(*make)(void);
} suites[] = {
#define X(name) { #name, name##_suite },
	SUITES(X)
#undef X
};

int
main(int argc, char **argv)
{
	SRunner *runner = NULL;
	size_t i;
	int failed;

	for (i = 0; i < sizeof(suites) / sizeof(*suites); i++) {
		if (argc > 1 && strcmp(argv[1], "--list") == 0)
			puts(suites[i].name);
		else if (argc > 1 && strcmp(argv[1], suites[i].name) != 0)
			continue;
		else if (runner == NULL)
			runner = srunner_create(suites[i].make());
		else
			srunner_add_suite(runner, suites[i].make());
	}
	if (runner == NULL)
		return argc > 1 && strcmp(argv[1], "--list") == 0 ? 0 : 2;
	xml_setup();
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	xml_teardown();
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
