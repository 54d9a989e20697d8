/* Variables of isms.yaml that nothing has, but are nearly one of a template. */
#ifndef ISMSDOC_UNUSED_H
#define ISMSDOC_UNUSED_H

#include "diag.h"
#include "document.h"
#include "refs.h"

/*
 * Any name may stand under "variables:", since the organisation's own texts
 * may print it.  One that no template and no module declares, and that is
 * nearly one that some do and isms.yaml does not set, is most likely a slip,
 * by which the default would be printed: DIAG_VARIABLE_UNUSED with the name.
 * DOCUMENTS have been emitted.
 */
void	 unused_variables(const struct documents *documents,
	    const struct refs *refs, struct diag *d);

#endif
