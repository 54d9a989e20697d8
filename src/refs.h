/* References: what labels, ids and names in the organisation's files mean. */
#ifndef ISMSDOC_REFS_H
#define ISMSDOC_REFS_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "catalog.h"
#include "diag.h"
#include "digests.h"
#include "homes.h"
#include "mem.h"
#include "path.h"
#include "workspace.h"

/* A directive or derived document that compose.xsl or a layer declares. */
struct declared {
	struct strs	 inlines;	/* directives that stand in a line */
	struct strs	 blocks;	/* directives alone in a paragraph */
	xmlNodePtr	*derived;	/* i:derived elements; borrowed */
	size_t		 nderived;
};

/*
 * What can be referred to, filled while the dossier is read.  Tables map a
 * name to a borrowed string or node.
 */
struct refs {
	const struct roots		*roots;
	const struct workspace		*ws;
	const struct declared		*declared;
	struct digests			*digests;	/* of files */
	const struct catalog_index	*catalogs;
	struct homes			*homes;		/* what is not */
							/* loaded; NULL: */
							/* never mind it */
	struct texts			*texts;		/* read ahead; NULL */
	struct modules			*modules;	/* the same */
	xmlNodePtr			 registers;	/* i:registers */
	xmlHashTablePtr			 out;		/* control ref -> "": */
							/* not applicable */
	xmlHashTablePtr			 status;	/* control ref -> */
							/* its status */
	xmlHashTablePtr			 documents;	/* id -> title or */
							/* "" */
	xmlHashTablePtr			 stand_ins;	/* id -> the one */
							/* built for it */
	xmlHashTablePtr			 retired;	/* id of a retired */
							/* document -> what */
							/* supersedes it, "" */
	xmlHashTablePtr			 retired_rules;	/* id -> the retired */
							/* document */
	xmlHashTablePtr			 rules;		/* id -> document */
							/* or "" */
	xmlHashTablePtr			 rows;		/* id, and id with */
							/* register -> i:row */
	int				 lacks_rows;	/* a register could */
							/* not be read */
	struct strs			 names[3];	/* by refs_kind, for */
							/* suggestions */
};

enum refs_kind {
	REFS_DOCUMENT,
	REFS_RULE,
	REFS_ROW
};

void	 refs_init(struct refs *refs);
void	 refs_release(struct refs *refs);

/*
 * Make NAME known as a KIND; VALUE must live as long.  0, or -1 where it is
 * known already.
 */
int	 refs_add(struct refs *refs, enum refs_kind kind, const char *name,
	    void *value);

/*
 * Make ROW known as the one with the id ID in REGISTER, which it may be once.
 * Where two registers have an id, it means the first where none is said.  0;
 * or -1 where REGISTER has it already.
 */
int	 refs_add_row(struct refs *refs, const char *reg, const char *id,
	    xmlNodePtr row);

/* The row ID of REGISTER, or NULL. */
xmlNodePtr	 refs_row(const struct refs *refs, const char *reg,
		    const char *id);

/*
 * DIAG_ROW_UNKNOWN at AT, with the nearest id of REGISTER; nothing where a
 * register could not be read.
 */
void	 refs_row_unknown(const struct refs *refs, const char *reg,
	    const char *id, const struct place *at, struct diag *d);

/* The value that NAME was added with, or NULL. */
void	*refs_get(const struct refs *refs, enum refs_kind kind,
	    const char *name);

/*
 * The control that WORD means, or NULL with DIAG_CONTROL_UNKNOWN at AT; where
 * WORD names a catalogue that ships but is not loaded, or a profile stands for
 * the catalogue and leaves the control out, with DIAG_NOT_BUILT; the latter
 * without a message in a template that ships.
 */
xmlNodePtr	 refs_control(const struct refs *refs, const char *word,
		    const char *home, const struct place *at,
		    struct diag *d);

/*
 * The controls that WORD means in a text that was written for HOME (NULL:
 * for none): added to FOUND.  One, as for refs_control; where HOME, or the
 * catalogue that WORD names, is not loaded, those that a mapping leads to,
 * which may be none or several.  0; or -1 with a message, which is left out
 * where WORD names a catalogue that is not loaded and QUIET is set.
 */
int		 refs_controls(const struct refs *refs, const char *word,
		    const char *home, const struct place *at, int quiet,
		    struct controls *found, struct diag *d);

/*
 * Look up a document, rule or row.  Returns its value; "" where it is known
 * but this build does not make it (DIAG_NOT_BUILT was added, or where it is
 * retired DIAG_RETIRED_CITED); NULL with a fault and the nearest name where
 * it is unknown.
 */
const void	*refs_check(const struct refs *refs, enum refs_kind kind,
		    const char *name, const struct place *at,
		    struct diag *d);

/*
 * The id of the document that is built and stands for the document ID, which
 * is not built itself; NULL where there is none.
 */
const char	*refs_stand_in(const struct refs *refs, const char *id);

/*
 * Say at AT that this build does not make the document or rule NAME, or that
 * it is retired, and what to do then; always -1.
 */
int	 refs_not_built(const struct refs *refs, enum refs_kind kind,
	    const char *name, const struct place *at, struct diag *d);

/* The status that the answer to the control REF states, or NULL. */
const char	*refs_status(const struct refs *refs, const char *ref);

/* Is the control REF necessary as far as is decided? */
int	 refs_applicable(const struct refs *refs, const char *ref);

#endif
