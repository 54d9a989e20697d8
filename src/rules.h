/* Rules: the findings that are declared, and the levels isms.yaml sets. */
#ifndef ISMSDOC_RULES_H
#define ISMSDOC_RULES_H

#include <libxml/tree.h>

#include "diag.h"
#include "xslt.h"

/*
 * A stylesheet declares what it finds by <i:rule> at its top level: code,
 * level, basis, clause, and dates="true" where only the calendar makes it.
 * isms.yaml may change the level, or switch a rule off, with a reason.  Both
 * meet in i:rules of the dossier, an i:rule per code:
 *
 *	code, basis, clause, dates	as declared
 *	default		the declared level; absent where nobody declares it
 *	set, reason	as isms.yaml says; i:src is the place there
 *	level		in force: error, warning, info or off
 *	says, do, rests-on	in words, once rules.xsl has run
 *
 * What a finding says itself counts before the declaration: a milder level,
 * calendar.  Faults are no rules and cannot be changed.
 */

/*
 * Add what XSLT declares to i:rules of DOSSIER.  Of two declarations of one
 * code the importing one counts.
 */
void	 rules_declare(xmlDocPtr dossier, const struct xslt *xslt);

/*
 * Once everything is declared: is each rule that isms.yaml names one, and is
 * there a reason where it is weaker than by default?  0, or -1 with messages.
 */
int	 rules_check(xmlDocPtr dossier, struct diag *d);

/*
 * Give the i:finding children of PARENT their level in force, basis and
 * calendar; take out those that are switched off.  The one place where that
 * happens.
 */
void	 rules_settle(xmlNodePtr parent, xmlDocPtr dossier);

/*
 * The same for warnings of reading in D, from message FIRST on.  None
 * becomes an error: findings never stop anything.
 */
void	 rules_settle_diag(struct diag *d, size_t first, xmlDocPtr dossier);

/* Take over what a run of rules.xsl says of the declared rules. */
void	 rules_words(xmlDocPtr dossier, xmlDocPtr result);

/* i:rules of DOSSIER, and the rule CODE in it; or NULL. */
xmlNodePtr	 rules_of(xmlDocPtr dossier);
xmlNodePtr	 rules_find(xmlDocPtr dossier, const char *code);

#endif
