/* The controlled text of a document: what an approval approves. */
#ifndef ISMSDOC_CONTROLLED_H
#define ISMSDOC_CONTROLLED_H

#include <libxml/tree.h>

#include "buf.h"

/*
 * The controlled text of an i:document is its title and the words of its
 * i:body.  What a directive will insert is no part of it; that it stands
 * there is: an i:insert counts as one word, "{{name args}}", with the
 * settings that it carries, if any.  Blank space,
 * markup and places do not count, nor does what a comparison has marked.
 *
 * Of an i:record it is the same with, after the title, its date, who held it
 * and who took part: what was signed off.
 */

enum { CONTROLLED_DIGEST = 3 + 64 + 1 };

/* "v1:" and the SHA-256 of the words, joined by one blank each. */
void	 controlled_digest(const xmlNode *document,
	    char digest[CONTROLLED_DIGEST]);

/* Is S "v1:" and 64 lower-case hexadecimal digits? */
int	 controlled_is_digest(const char *s);

/* The word that an i:insert counts as; new memory. */
char	*controlled_insert(const xmlNode *insert);

/* Does NODE, an element, end a word before and after it? */
int	 controlled_is_block(const xmlNode *node);

#endif
