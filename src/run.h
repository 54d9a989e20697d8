/* Running one entry of the stylesheets and reading its i:result. */
#ifndef ISMSDOC_RUN_H
#define ISMSDOC_RUN_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"
#include "xslt.h"

/*
 * Collect what a compiled compose.xsl declares: directives and derived
 * documents.  What is declared twice counts as the importing one says.
 * Nodes are borrowed from XSLT.
 */
void	 run_declared(const struct xslt *xslt, struct declared *declared);
void	 run_declared_release(struct declared *declared);

/*
 * Run XSLT on INPUT with the parameters every run gets (today, language,
 * generator; read from the root of DOSSIER) and MORE, pairs ended by NULL,
 * or NULL.  A template may report where it stands: each <i:finding>, however
 * deep, is moved to the end of <i:result>, with its level in force, or taken
 * out where that is off (rules.h).  NULL with messages where the run
 * failed.
 */
xmlDocPtr	 run_stylesheet(const struct xslt *xslt, xmlDocPtr input,
		    xmlDocPtr dossier, const char *const *more,
		    struct diag *d);

/*
 * The same with somebody who takes parts of the result while it is being made
 * (xslt.h).
 */
xmlDocPtr	 run_taking(const struct xslt *xslt, xmlDocPtr input,
		    xmlDocPtr dossier, const char *const *more,
		    const struct xslt_taker *taker, struct diag *d);

/* Move each i:finding below ROOT to its end. */
void	 run_lift(xmlNodePtr root);

/* The same of ROW, which is going to be taken, up to the result's root. */
void	 run_lift_out(xmlNodePtr row);

/* Add the i:finding elements of RESULT to the dossier's i:findings. */
void	 run_add_findings(xmlDocPtr result, xmlDocPtr dossier);

/* Add the i:finding elements of RESULT, or one of them, to D. */
void	 run_report(xmlDocPtr result, struct diag *d);
void	 run_report_one(xmlNodePtr finding, struct diag *d);

#endif
