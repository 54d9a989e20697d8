/* ismsdoc resolve: the catalogue that an OSCAL profile stands for. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "profile.h"
#include "workspace.h"

static int
find(struct call *call, const char *word, struct roots *roots, char **path)
{
	char *file;
	int rc;

	*path = NULL;
	if (strchr(word, '/') == NULL && workspace_ships(&call->roots, word)) {
		*path = mem_printf(PATH_SHIPPED "catalog/%s.xml", word);
		return path_roots(roots, NULL, call->roots.data, &call->d);
	}
	file = call->dir == NULL || word[0] == '/' ? mem_strdup(word) :
	    path_join(call->dir, word);
	rc = cmd_file(call, file, roots, path);
	free(file);
	return rc;
}

static void
print_resolved(struct call *call, const char *path)
{
	struct profile profile;
	struct place at = { 0 };
	struct buf out = { 0 };

	if (profile_load(&call->roots, path, NULL, &profile, &call->d) == -1)
		return;
	at.path = path;
	if (profile.resolved) {
		profile_write(&profile, &out);
		fwrite(buf_str(&out), 1, out.len, stdout);
	} else {
		diag_add(&call->d, DIAG_OSCAL_ROOT, &at, "cannot resolve a "
		    "catalogue, only a profile; use the file as it is");
	}
	buf_release(&out);
	profile_release(&profile);
}

int
cmd_resolve(struct call *call, int argc, char **argv)
{
	static const struct option longs[] = {
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	struct roots roots = { 0 };
	char *path;
	int option, rc;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs, NULL)) !=
	    -1)
		if (cmd_option(call, option, optarg) == -1)
			return EXIT_USAGE;
	if (argc - optind != 1)
		return cmd_mistake(call, "resolve takes one profile; see "
		    "\"ismsdoc help resolve\"");
	rc = find(call, argv[optind], &roots, &path);
	path_roots_release(&call->roots);
	call->roots = roots;	/* messages are about its files */
	if (rc == 0)
		print_resolved(call, path);
	free(path);
	return diag_status(&call->d);
}
