/* ismsdoc resolve: the catalogue that an OSCAL profile stands for. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "profile.h"
#include "workspace.h"

/* The source path of WORD, the name of one that ships or a file. */
static int
find(struct call *call, const char *word, char **path)
{
	char *file;
	int rc;

	if (strchr(word, '/') == NULL && workspace_ships(&call->roots, word)) {
		*path = mem_printf(PATH_SHIPPED "catalog/%s.xml", word);
		return 0;
	}
	file = call->dir == NULL || word[0] == '/' ? mem_strdup(word) :
	    path_join(call->dir, word);
	rc = cmd_file(call, file, call->dir, path);
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
	char *path = NULL;
	int option;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs, NULL)) !=
	    -1)
		if (cmd_option(call, option, optarg) == -1)
			return EXIT_USAGE;
	if (argc - optind != 1)
		return cmd_mistake(call, "resolve takes one profile; see "
		    "\"ismsdoc help resolve\"");
	if (find(call, argv[optind], &path) == 0)
		print_resolved(call, path);
	free(path);
	return diag_status(&call->d);
}
