/* Register definitions: templates/registers.yaml, which declares columns. */
#ifndef ISMSDOC_REGDEF_H
#define ISMSDOC_REGDEF_H

#include <stddef.h>

#include <libxml/tree.h>

#include "diag.h"
#include "path.h"
#include "yml.h"

/*
 * The registers and columns that the program knows stand in one file that
 * ships.  Reading checks cells by it, init writes headers by it, stylesheets
 * see the types in the dossier.  All strings belong to the definitions.
 */

/* X(NAME, "word of the file") */
#define REGDEF_TYPES(X) \
	X(TEXT, "text") \
	X(ID, "id") \
	X(DATE, "date") \
	X(NUMBER, "number") \
	X(YES_NO, "yes-no") \
	X(CHOICE, "choice") \
	X(ROLE, "role") \
	X(PARTY, "party") \
	X(SITE, "site") \
	X(CONTROLS, "controls") \
	X(DOCUMENTS, "documents") \
	X(ROWS, "rows") \
	X(PLACE, "place") \
	X(LEVEL, "level") \
	X(VERSION, "version") \
	X(DIGEST, "digest")

enum regdef_type {
#define X(name, word) REGDEF_##name,
	REGDEF_TYPES(X)
#undef X
	REGDEF_NTYPES
};

struct regdef_column {
	const char		*name;
	enum regdef_type	 type;
	int			 required;	/* in each row */
	int			 extra;		/* not in init's header */
	int			 several;	/* values in a cell */
	int			 loose;		/* words are no fault */
	const char		*of;		/* ROWS: whose; else NULL */
	const struct yml	*values;	/* CHOICE: a list */
	const struct yml	*also;		/* other names, or NULL */
};

struct regdef {
	const char		*name;
	const char		*use;		/* core, asked or extra */
	struct regdef_column	*columns;
	size_t			 n;
};

struct regdefs {
	struct yml	*yml;
	struct regdef	*items;
	size_t		 n;
};

/*
 * Read the file that ships.  0, or -1 with messages.  Release DEFS in either
 * case.
 */
int	 regdefs_load(struct regdefs *defs, const struct roots *roots,
	    struct diag *d);
void	 regdefs_release(struct regdefs *defs);

/* The register NAME, or NULL. */
const struct regdef	*regdefs_find(const struct regdefs *defs,
			    const char *name);

/* The column of DEF (may be NULL) that files call NAME, or NULL. */
const struct regdef_column	*regdef_column(const struct regdef *def,
				    const char *name);

/*
 * What a column NAME that is not declared means: controls, documents, risks
 * and evidence are references everywhere, but words in them are no fault;
 * any other is text.  Never NULL.
 */
const struct regdef_column	*regdef_usual(const char *name);

/* "date", "rows" ... */
const char	*regdef_word(enum regdef_type type);

/* Set the type of COLUMN on NODE, an i:column. */
void	 regdef_set_type(const struct regdef_column *column,
	    xmlNodePtr node);

/* Append all registers to PARENT, as i:known-register. */
void	 regdefs_emit(const struct regdefs *defs, xmlNodePtr parent);

#endif
