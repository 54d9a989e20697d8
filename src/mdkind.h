/* What a block of cmark's is to us: rule, task, caption, table, figure. */
#ifndef ISMSDOC_MDKIND_H
#define ISMSDOC_MDKIND_H

#include <cmark.h>
#include <stddef.h>

#include "mddoc.h"
#include "mdpre.h"
#include "table.h"

/* What a paragraph consists of, comments aside. */
enum mdcontent {
	MDCONTENT_NONE,
	MDCONTENT_HOLE,
	MDCONTENT_IMAGE,
	MDCONTENT_OTHER
};

/* Sets *HOLE or *IMAGE to the only one there is. */
enum mdcontent	 mdkind_content(const struct mdpre *pre, cmark_node *node,
		    size_t *hole, cmark_node **image);

/* The id of the rule that NODE, a paragraph, states, or NULL. */
const char	*mdkind_rule(cmark_node *node);

/* Is ITEM a task?  ' ' or 'x' as between its brackets, else NUL. */
char	 mdkind_task(const struct mddoc *doc, cmark_node *item);

/* Length of "Table: " or ": " at the beginning of NODE, a caption; or 0. */
size_t	 mdkind_caption(cmark_node *node);

/* The table that NODE, a heading, stands for, or NULL. */
const struct table	*mdkind_table(const struct mddoc *doc,
			    cmark_node *node);

#endif
