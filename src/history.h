/* History: who changed what in the organisation's folder, from git. */
#ifndef ISMSDOC_HISTORY_H
#define ISMSDOC_HISTORY_H

#include <libxml/tree.h>

#include "diag.h"
#include "git.h"
#include "path.h"
#include "workspace.h"

/*
 * Begin to read the history, where isms.yaml says "history: git", or says
 * nothing and the folder has a .git of its own.  NULL, with a warning or
 * without, where there is nothing to read.
 */
struct git	*history_begin(const struct workspace *ws,
		    const struct roots *roots, struct diag *d);

/*
 * Append <i:history> to DOSSIER with what GIT has read, and free it.  Without
 * a commit, or where git failed, which is a warning, there is none.  Accepts
 * NULL.
 */
void	 history_end(struct git *git, xmlNodePtr dossier, struct diag *d);

#endif
