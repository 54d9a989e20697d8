/* Conditions of the template language: what {{#if …}} asks. */
#ifndef ISMSDOC_CONDITION_H
#define ISMSDOC_CONDITION_H

#include "template.h"

/*
 * Does the condition TEXT hold, which stands at AT?  TEXT is what follows
 * "#if", or "#applicable" where APPLICABLE:
 *
 *   NAME                  a variable that is neither empty, false, no nor 0
 *   set NAME              the set of documents is NAME
 *   catalog NAME          that catalogue is loaded
 *   document ID           this build makes that document, or one that stands
 *                         for it
 *   role ID               the role has a holder
 *   status LABEL WORD...  the control's status is one of the words
 *   LABEL                 (#applicable) the control is not excluded
 *
 * and "not" before any of the first six.  0 with a message where it cannot
 * be told.
 */
int	 condition_holds(struct template *t, const char *text, int applicable,
	    const struct place *at);

#endif
