/* Answers: reading their files, and what they decide on each control. */
#ifndef ISMSDOC_ANSWER_H
#define ISMSDOC_ANSWER_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"
#include "terms.h"
#include "yml.h"

/* One file below answers/, or one of the answers in it. */
struct answer_file {
	char		*path;		/* "answers/own/ORG-01.md" */
	int		 line;		/* its first one */
	char		*catalog;	/* its folder's name; "" at the top */
	char		*label;		/* from the file name, without @site */
	char		*site;		/* after "@", or NULL */
	char		*text;		/* from there to the next answer */
	size_t		 len;
	size_t		 body;		/* offset of the Markdown */
	int		 line0;		/* lines before it */
	struct yml	*yml;		/* front matter; NULL: none */
	int		 bad;		/* could not be read, which is said */
	xmlNodePtr	 blocks;	/* flat DocBook, once it is read */
};

/* The answers to one control: its file, and those of its sites. */
struct answer {
	xmlNodePtr		 control;	/* i:control */
	struct answer_file	*file;		/* NULL: none */
	struct answer_file	**sites;	/* with their own text */
	size_t			 nsites;
	xmlNodePtr		 node;		/* its i:answer */
};

struct answers {
	struct answer_file	*files;
	size_t			 nfiles;
	struct answer		*items;		/* one per control, in order */
	size_t			 n;
};

/*
 * Read every Markdown file below answers/ and its front matter.  A file holds
 * several answers where a line "---" in its text is followed by a line that
 * begins with "answers:": there the front matter of the next begins.  0, or
 * -1 with messages; release in either case.
 */
int	 answers_read(struct answers *answers, const struct refs *refs,
	    struct diag *d);

/* Add the own controls (answers/own) as an i:catalog to CATALOGS, if any. */
int	 answers_own(const struct answers *answers, xmlNodePtr catalogs,
	    struct diag *d);

/*
 * Match files to the controls of CATALOGS (refs->catalogs is made), report a
 * control answered twice, and tell REFS which controls are out.
 */
int	 answers_match(struct answers *answers, struct refs *refs,
	    xmlNodePtr catalogs, struct diag *d);

/*
 * Check the front matter of one answer's files: keys, words (those of TERMS
 * for status and role), names, and what contradicts itself.  0, or -1 with
 * messages.
 */
int	 answer_check(const struct answer *answer, const struct refs *refs,
	    const struct terms *terms, struct diag *d);

/* Is CONTROL a requirement, which cannot be excluded? */
int	 answer_is_requirement(const xmlNode *control);

/*
 * What `applicable:` says, or NULL: that of the control's own file, else what
 * is true at one of the sites.
 */
const char	*answer_decision(const struct answer *answer);

/*
 * The status that the answer states, the worst of its parts where it has
 * some; borrowed, NULL where there is none.
 */
const char	*answer_status(const struct answer *answer);

/*
 * Append an <i:answer> for each control to PARENT, its text expanded but not
 * yet linked (template_link).
 */
int	 answers_emit(struct answers *answers, struct refs *refs,
	    xmlNodePtr parent, struct diag *d);

/* Add the texts of those that answer a control to TEXTS. */
void	 answers_texts(const struct answers *answers, struct texts *texts);

void	 answers_release(struct answers *answers);

#endif
