/* Taking a Statement of Applicability into the answers. */
#ifndef ISMSDOC_IMPORTSOA_H
#define ISMSDOC_IMPORTSOA_H

#include "import.h"
#include "tables.h"

/*
 * Compare the sheet of IN with NOW, the statements as they are (tables_read):
 * what a row says otherwise goes to the front matter of the control's answer,
 * or, where no key is for it, to a list under the heading "Imported" at the
 * end of its text.  An empty cell says nothing.  Titles, themes and names of
 * catalogues only tell which control is meant.  0, or -1 with messages.
 * NOW has the statements as they are, OF is NULL; or OF is what the grids are
 * of that name the controls (grid.h), and "new-text" takes the place of what
 * is done.
 */
int	 importsoa(struct import *in, const struct tables *now,
	    const char *of);

#endif
