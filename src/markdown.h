/* Markdown to DocBook blocks, by cmark, with places and templates' holes. */
#ifndef ISMSDOC_MARKDOWN_H
#define ISMSDOC_MARKDOWN_H

#include <libxml/tree.h>

#include "diag.h"

/*
 * Two steps.  markdown_blocks turns text into FLAT blocks: headings are
 * <i:heading level="2" i:src=>inlines</i:heading> among the other blocks, and
 * what stood in {{...}} is an element:
 *
 *   <i:hole text="role ciso" i:src="path:line:col"/>     among inlines
 *   <i:hole text="answers" block="true" i:src=.../>      alone in a paragraph
 *
 * ("text" is what stood between the braces, trimmed.)  The caller resolves
 * the holes in the flat tree: variables, conditions, includes.  A hole that
 * is alone in a paragraph stands in its place, without a para: where it
 * comes to inlines, the caller puts them into one.  In code what was written
 * stays; {{! ...}} is gone.  Then markdown_nest turns headings into sections
 * with titles and ids and sees to it that the result is valid DocBook.
 *
 * Every block, hole, link and image carries i:src.  Links keep what was
 * written (link/@xlink:href), images too (imagedata/@fileref): resolving
 * them needs the folder and is the caller's.  Where {{...}} stands in such
 * an address, it is there as written, and the element has
 * i:hole-href="true": the caller puts the value in and asks markdown_link_ok
 * again.  A link with a scheme other than http, https, mailto (in any case
 * and after entities and blanks) is printed as its text, with a warning.
 *
 * Besides what DESIGN section 5 lists:
 *
 *   tight list         spacing="compact"
 *   ordered list       numeration="arabic", startingnumber unless it is 1
 *   column :-: of a    align="center" on each of its cells
 *   table
 *   table without rows its header is the only row of tbody
 *   "Table: ..." or    <table><caption>; a paragraph directly before the
 *   ": ..."            table, or else directly after it
 *   thematic break     <?thematicbreak?>
 *   image's text       textobject/phrase, plain text and holes
 *   image's title      caption/para of a mediaobject, a second textobject
 *                      (role="title") of an inlinemediaobject
 */

enum {
	MARKDOWN_RULES = 1 << 0,	/* "**BAK-1** The" makes a rule */
	MARKDOWN_HOLES = 1 << 1		/* {{...}} is read */
};

struct markdown_text {
	const char	*path;	/* source path, for places */
	const char	*text;	/* UTF-8 */
	size_t		 len;
	int		 line0;	/* lines before the text in its file (front */
				/* matter) */
	unsigned	 flags;
};

/* What follows the front matter: of a FILE of LEN bytes, from BODY on. */
struct markdown_text	 markdown_body(const char *path, const char *file,
			    size_t len, size_t body, int line0,
			    unsigned flags);

/*
 * Append the blocks of MD to PARENT.  Returns 0, or -1 with messages (every
 * limit of the design has its own: see md limits in ismsdoc.5).  Beyond a
 * limit nothing is appended; with other faults, what could be read.
 */
int	 markdown_blocks(const struct markdown_text *md, xmlNodePtr parent,
	    struct diag *d);

/*
 * The same in two steps, the first of which touches nothing but the text,
 * which must outlive what it returns: it may be done in a thread.  The second
 * says what there is to say of both, and frees READ.
 */
struct markdown	*markdown_read(const struct markdown_text *md);
int		 markdown_put(struct markdown *read, xmlNodePtr parent,
		    struct diag *d);

/* Free READ, which nobody wants; NULL: nothing. */
void		 markdown_forget(struct markdown *read);

/*
 * Nest the flat children of PARENT into sections, the top level being the
 * least heading level found; skipped levels are closed up with a warning.
 * IDS is the document's id: sections get xml:id = IDS.slug (see DESIGN
 * section 5), made unique within the document; NULL: no ids.  Then
 * markdown_tidy.  PARENT may end up without any child; its caller decides
 * what then.
 */
void	 markdown_nest(xmlNodePtr parent, const char *ids, struct diag *d);

/*
 * Make what stands in PARENT valid where a step has emptied it: <para/> in
 * sections, list items and quotes without a block; lists without items and
 * tables without rows are removed.  PARENT itself is left alone.
 */
void	 markdown_tidy(xmlNodePtr parent);

/*
 * "Backup policy, 2nd part" -> "backup-policy-2nd-part"; new memory.
 * Letters of other scripts stay where an XML name can hold them.
 */
char	*markdown_slug(const char *title);

/* May HREF be a link: is it relative, http:, https: or mailto:? */
int	 markdown_link_ok(const char *href);

/* The version of cmark in use, for --version. */
const char	*markdown_cmark(void);

#endif
