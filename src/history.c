/* History: who changed what in the organisation's folder, from git. */
#include "history.h"

#include <string.h>

#include "buf.h"
#include "xml.h"

struct git *
history_begin(const struct workspace *ws, const struct roots *roots,
    struct diag *d)
{
	int around;

	around = ws->history != NULL && strcmp(ws->history, "git") == 0;
	if (!around && (ws->history != NULL || !git_has_own(roots->org_fd)))
		return NULL;
	return git_start(roots->org_real, around, d);
}

static void
emit_commit(const struct git_commit *commit, xmlNodePtr history)
{
	xmlNodePtr node;
	const char *path;
	size_t i;

	node = xml_add(history, "i:commit");
	xml_set(node, "id", commit->id);
	if (commit->date[0] != '\0')
		xml_set(node, "date", commit->date);
	xml_set(node, "author", commit->author);
	xml_set(node, "subject", commit->subject);
	for (i = 0; i < commit->paths.n; i++) {
		path = commit->paths.v[i];
		/* Such a file cannot be read, so nothing speaks of it. */
		if (utf8_check(path, strlen(path)) == strlen(path))
			xml_add_text(node, "i:path", path);
	}
}

void
history_end(struct git *git, xmlNodePtr dossier, struct diag *d)
{
	xmlNodePtr history;
	size_t i;

	if (git != NULL && git_read(git, d) == 0 && git_count(git) > 0) {
		history = xml_add(dossier, "i:history");
		xml_set(history, "whole", git_is_whole(git) ? "true" :
		    "false");
		for (i = 0; i < git_count(git); i++)
			emit_commit(git_commit(git, i), history);
	}
	git_free(git);
}
