/* Documents: templates and the organisation's own, with their front matter. */
#ifndef ISMSDOC_DOCUMENT_H
#define ISMSDOC_DOCUMENT_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"
#include "template.h"
#include "yml.h"

struct document {
	char		*path;		/* source path */
	char		*id;
	char		*text;
	size_t		 len;
	size_t		 body;
	int		 line0;
	struct yml	*yml;		/* front matter */
	int		 shipped;
	int		 retired;
	const char	*why_not;	/* why it is not built, or NULL */
	struct template	 t;		/* its scope of variables */
	xmlNodePtr	 node;		/* its i:document */
};

struct documents {
	struct document	*items;
	size_t		 n;
};

/*
 * Read the front matter of all templates and below documents/, decide which
 * are built (set, also, skip, home catalogue) and make their ids known to
 * REFS, those of the declared derived documents too.  0, or -1 with messages.
 */
int	 documents_read(struct documents *documents, struct refs *refs,
	    struct diag *d);

/* The one of ours, or of those that SHIPPED, with the id ID; or NULL. */
struct document	*documents_find(const struct documents *documents,
		    const char *id, int shipped);

/* Is TEXT in the form of a document's id? */
int	 document_is_id(const char *text);

/* Is the text of ITEM the id of a document, built or not?  0; or -1 with */
/* DIAG_DOCUMENT_UNKNOWN and the nearest. */
int	 document_check(const struct refs *refs, const struct yml *item,
	    struct diag *d);

/*
 * Why DERIVED, an i:derived of the stylesheets, is not made, or NULL: its
 * attribute props names props of controls, of which none is there.
 */
const char	*document_why_not_derived(const struct refs *refs,
		    const xmlNode *derived);

/*
 * Append an <i:document> for each one built, <i:not-built> and <i:retired>
 * for the others and the derived ones to PARENT.  Bodies are expanded, their
 * rules known to REFS, but not yet linked.
 */
int	 documents_emit(struct documents *documents, struct refs *refs,
	    xmlNodePtr parent, struct diag *d);

/* Add the texts of those built to TEXTS. */
void	 documents_texts(const struct documents *documents,
	    struct texts *texts);

/*
 * Give the node of DOC, which has its controls, the owner and approver that
 * its front matter lacks: those of the template that it replaces, else by
 * its type; see ismsdoc.5.
 */
void	 document_roles(const struct document *doc,
	    const struct documents *all, const struct refs *refs);

/* Link the bodies' directives and nest their sections. */
void	 documents_link(struct documents *documents);

void	 documents_release(struct documents *documents);

#endif
