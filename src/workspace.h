/* The organisation's folder: isms.yaml, and what it names. */
#ifndef ISMSDOC_WORKSPACE_H
#define ISMSDOC_WORKSPACE_H

#include <libxml/tree.h>

#include "catalog.h"
#include "diag.h"
#include "mem.h"
#include "path.h"
#include "regdef.h"
#include "risk.h"
#include "yml.h"

#define WORKSPACE_FILE "isms.yaml"

/* The settings of one organisation; see ismsdoc.5 for isms.yaml. */
struct workspace {
	struct yml		*yml;		/* isms.yaml; NULL: none */
	struct yml		*shipped_roles;	/* templates/roles.yaml */
	struct regdefs		 registers;	/* templates/registers.yaml */
	struct catalog_entry	*catalogs;
	size_t			 ncatalogs;
	int			 lacks_catalog;	/* one that is named could */
						/* not be found */
	struct catalog_params	 params;	/* values that it gives */
	const char		*language;	/* "en" */
	const char		*set;		/* lean, standard or full */
	const char		*classification;
	int			 document_months;	/* between reviews */
	int			 answer_months;
	const char		*history;	/* "git", "none" or NULL */
	struct risk		 risk;
};

/*
 * Read isms.yaml of ROOTS.  Every fault is reported; returns 0 or -1.
 * Release WS in either case.
 */
int	 workspace_load(struct workspace *ws, const struct roots *roots,
	    struct diag *d);

/*
 * Settings without an isms.yaml, for init: the CATALOGS (shipped names or
 * file names relative to the root) and LANGUAGE.
 */
int	 workspace_make(struct workspace *ws, const struct roots *roots,
	    const struct strs *catalogs, const char *language,
	    struct diag *d);

void	 workspace_release(struct workspace *ws);

/*
 * Append to DOSSIER what isms.yaml says: organisation, scope, sites, roles,
 * settings, levels of rules, risk method.
 */
void	 workspace_emit(const struct workspace *ws, xmlNodePtr dossier);

/* Title of ROLE, "" where it has none here but is known; NULL: unknown. */
const char	*workspace_role(const struct workspace *ws,
		    const char *role);

/* Check that ROLE is known; else DIAG_ROLE_UNKNOWN at AT.  0 or -1. */
int	 workspace_check_role(const struct workspace *ws, const char *role,
	    const struct place *at, struct diag *d);

/* The same for a site. */
int	 workspace_check_site(const struct workspace *ws, const char *site,
	    const struct place *at, struct diag *d);

/* The owner that `defaults:` gives to LABEL (first match), or NULL. */
const char	*workspace_owner(const struct workspace *ws,
		    const char *label);

/* Is CATALOG the name of one that ships? */
int	 workspace_ships(const struct roots *roots, const char *catalog);

/* Add the names of the catalogues that ship, in byte order, to NAMES. */
void	 workspace_shipped(const struct roots *roots, struct strs *names);

/* DIAG_CATALOG_NAME at AT (may be NULL) with the nearest name; -1. */
int	 workspace_unknown_catalog(const struct roots *roots,
	    const char *word, const struct place *at, struct diag *d);

#endif
