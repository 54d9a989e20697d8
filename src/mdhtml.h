/* Raw HTML in Markdown: where a tag ends, and the text between tags. */
#ifndef ISMSDOC_MDHTML_H
#define ISMSDOC_MDHTML_H

#include <stddef.h>

#include "buf.h"

/* Length of the opening or closing tag at S by CommonMark's rules, or 0. */
size_t	 mdhtml_tag(const char *s, size_t len);

/* Is S, a tag, "<br>" in one of its spellings? */
int	 mdhtml_is_break(const char *s, size_t len);

/*
 * Append the text of the HTML S: tags, declarations and processing
 * instructions are taken out, entities are decoded, comments vanish.  What is
 * in script and style is text like any other.  Returns 1 if anything but
 * text and comments was there.
 */
int	 mdhtml_text(const char *s, size_t len, struct buf *out);

#endif
